import type { AnalystValidation, Fit, Measured, Share, ValidationReport } from "@observatory/clio";
import { formatCount, formatDuration, formatShare } from "./format.ts";
import { toTerminalText, type Paint } from "./paint.ts";
import { toTable, type Column } from "./table.ts";

/** A validation as a page of text: one table that compares the analysts, then the details of each. */
export function toValidationLines(report: ValidationReport, paint: Paint): string[] {
  const { conversations, languages, seed, auditCases, analysts } = report;
  return [
    paint(
      "dim",
      `${formatCount(conversations)} synthetic conversations, languages ${languages?.join(" ") ?? "all"}, seed ${seed}; ${auditCases} labelled names for the auditor`,
    ),
    "",
    ...toComparison(analysts),
    ...analysts.flatMap((analyst) => ["", ...toDetails(analyst, paint)]),
  ];
}

/** One row a measure, one column an analyst. */
function toComparison(analysts: readonly AnalystValidation[]): string[] {
  const columns: Column[] = [
    { title: "" },
    ...analysts.map(({ label }) => ({ title: toTerminalText(label) })),
  ];
  const rows = measures.map(([title, cell]) => [title, ...analysts.map(cell)]);
  return toTable(columns, rows);
}

const measures: readonly (readonly [string, (analyst: AnalystValidation) => string])[] = [
  ["categories found", ({ reconstruction }) => toCell(reconstruction.accuracy)],
  [
    "  decided",
    ({ reconstruction }) => (reconstruction.method === "analyst" ? "by the analyst" : "by embedding"),
  ],
  ["  its own answers", ({ reconstruction }) => toCell(reconstruction.own)],
  ["  mean of categories", ({ reconstruction }) => toPercent(reconstruction.balanced)],
  [
    "  chance",
    ({ reconstruction: { chance } }) =>
      `${toPercent(chance.uniform)} blind, ${toPercent(chance.majority)} the largest`,
  ],
  ["summaries fit", ({ summaries }) => toFitCell(summaries)],
  ["  mixed up on purpose", ({ summaries }) => toCell(summaries.value?.mixedUp)],
  ["titles fit", ({ titles }) => toFitCell(titles)],
  ["  mixed up on purpose", ({ titles }) => toCell(titles.value?.mixedUp)],
  [
    "auditor right",
    ({ calibration }) =>
      calibration.value ? toCell(calibration.value.accuracy) : `not measured: ${calibration.reason}`,
  ],
  [
    "  a constant rating",
    ({ calibration }) =>
      calibration.value
        ? `${toPercent(calibration.value.constant)}${calibration.value.informative ? "" : ": NO BETTER THAN THIS"}`
        : "-",
  ],
  ["  private let pass", ({ calibration }) => toCell(calibration.value?.falsePasses)],
  ["  harmless refused", ({ calibration }) => toCell(calibration.value?.falseRefusals)],
  ["  right on tricky ones", ({ calibration }) => toCell(calibration.value?.tricky)],
  ["  exact rating", ({ calibration }) => toCell(calibration.value?.exact)],
  ["  within one", ({ calibration }) => toCell(calibration.value?.withinOne)],
  ["  rank correlation", ({ calibration }) => calibration.value?.correlation?.toFixed(2) ?? "-"],
  [
    "misfits",
    ({ misfits }) => `${formatCount(misfits.first)} asked again, ${formatCount(misfits.second)} by rule`,
  ],
  [
    "calls",
    ({ usage }) => (usage ? `${formatCount(usage.calls)}${toReused(usage.reusedCalls)}` : "none counted"),
  ],
  [
    "tokens in / out",
    ({ usage }) => (usage ? `${formatCount(usage.inputTokens)} / ${formatCount(usage.outputTokens)}` : "-"),
  ],
  ["cost", ({ usage }) => (usage ? `$${usage.costUsd.toFixed(4)}` : "-")],
  ["time", ({ durationMs }) => formatDuration(durationMs)],
];

function toReused(calls: number): string {
  return calls === 0 ? "" : ` (${formatCount(calls)} more from the journal)`;
}

function toFitCell({ value, reason }: Measured<Fit>): string {
  if (value === null) return `not measured: ${reason}`;
  return `${toCell(value.fits)}${value.unanswered === 0 ? "" : `, ${value.unanswered} unanswered`}`;
}

/** "93.5 % (91.0 to 95.4), n 400". */
function toCell(share: Share | undefined): string {
  if (share?.share === null || share?.share === undefined) return "-";
  return `${formatShare(share.share)} ${toInterval(share)}, n ${formatCount(share.of)}`;
}

function toInterval({ interval }: Share): string {
  return interval === null ? "" : `(${interval.map((end) => (end * 100).toFixed(1)).join(" to ")})`;
}

function toPercent(share: number | null): string {
  return share === null ? "-" : formatShare(share);
}

function toDetails({ label, reconstruction, calibration }: AnalystValidation, paint: Paint): string[] {
  const { perLanguage, perCategory, confusions, outside, unread } = reconstruction;
  const share = [
    { title: "found", align: "right" as const },
    { title: "95 % interval" },
    { title: "n", align: "right" as const },
  ];
  const toCells = (accuracy: Share): string[] => [
    toPercent(accuracy.share),
    toInterval(accuracy),
    formatCount(accuracy.of),
  ];
  return [
    paint("bold", toTerminalText(label)),
    `${formatCount(outside)} conversations of no category are left out; ${formatCount(unread)} could not be read and count as wrong`,
    "",
    ...toTable(
      [{ title: "language" }, ...share],
      perLanguage.map(({ language, accuracy }) => [language, ...toCells(accuracy)]),
    ),
    "",
    ...toTable(
      [{ title: "true category" }, ...share, { title: "chosen", align: "right" }],
      perCategory.map(({ category, accuracy, chosen }) => [
        category,
        ...toCells(accuracy),
        formatCount(chosen),
      ]),
    ),
    "",
    ...toTable(
      [{ title: "taken for", align: "right" }, { title: "true category" }, { title: "chosen instead" }],
      confusions.map(({ truth, chosen, count }) => [formatCount(count), truth, chosen]),
    ),
    ...(calibration.value === null ? [] : ["", ...toCalibration(calibration.value)]),
  ];
}

const ratings = [1, 2, 3, 4, 5] as const;
const mostWrong = 10;

function toCalibration(calibration: NonNullable<AnalystValidation["calibration"]["value"]>): string[] {
  const right = "right" as const;
  return [
    ...toTable(
      [
        { title: "true rating", align: right },
        ...ratings.map((rating) => ({ title: `given ${rating}`, align: right })),
        { title: "no rating", align: right },
      ],
      calibration.confusion.map((row, index) => [`${index + 1}`, ...row.map((count) => formatCount(count))]),
    ),
    ...calibration.wrong
      .slice(0, mostWrong)
      .map(({ name, truth, given }) => `  ${truth} rated ${given ?? "not at all"}: ${toTerminalText(name)}`),
  ];
}
