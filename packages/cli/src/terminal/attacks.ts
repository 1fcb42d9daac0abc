import type { AttackOutcome, AttackReport, RunCheck } from "@observatory/clio";
import { formatCount, formatShare } from "./format.ts";
import { toTerminalText, type Paint } from "./paint.ts";
import { toTable } from "./table.ts";

const colours = { holds: "green", fails: "red", void: "red", undecided: "yellow", open: "yellow" } as const;

/** The report of a suite: one row an attack and form, then what remains possible. */
export function toAttackLines(report: AttackReport, paint: Paint): string[] {
  const { outcomes, verdicts, size, preset, seed, remaining } = report;
  const rows = outcomes.map((outcome) => [
    outcome.attack,
    outcome.variant,
    toScore(outcome.off),
    toScore(outcome.on),
    toBound(outcome),
    outcome.verdict === "void" ? "VOID" : outcome.verdict,
  ]);
  const [head = "", rule = "", ...lines] = toTable(
    [
      { title: "attack" },
      { title: "form" },
      { title: "defence off" },
      { title: "defence on" },
      { title: "at most" },
      { title: "verdict" },
    ],
    rows,
  );
  const notes = outcomes.flatMap(({ attack, variant, note }) =>
    note === null ? [] : [`${attack}, ${variant}: ${note}`],
  );
  return [
    paint("dim", `size ${size}, preset ${preset}, seed ${seed}; intervals hold 95 %`),
    "",
    head,
    rule,
    ...lines.map((line, at) => paint(colours[outcomes[at]?.verdict ?? "open"], line)),
    "",
    ...notes.map((note) => paint("dim", note)),
    `${verdicts["holds"] ?? 0} hold, ${verdicts["fails"] ?? 0} fail, ${verdicts["void"] ?? 0} are void, ${verdicts["undecided"] ?? 0} undecided, ${verdicts["open"] ?? 0} open: no defence is claimed`,
    ...(size === "small"
      ? [paint("dim", "This size shows that the attacks run; take figures from --size full.")]
      : []),
    "",
    "What remains possible:",
    ...remaining.map((attack) => `  ${attack}`),
  ];
}

function toScore({ count, of, value, interval }: AttackOutcome["on"]): string {
  const range =
    interval === null ? "" : ` (${interval.map((end) => toNumber(end, count !== null)).join(" to ")})`;
  if (value === null) return "-";
  return count === null
    ? `${toNumber(value, false)}${range}, n ${formatCount(of)}`
    : `${formatCount(count)} of ${formatCount(of)}${range}`;
}

function toNumber(value: number, isShare: boolean): string {
  return isShare ? formatShare(value) : value.toFixed(3);
}

function toBound({ bound, chance, on }: AttackOutcome): string {
  if (on.count === null) return bound.toFixed(2);
  return chance === null ? formatCount(bound) : `${formatShare(bound)}, a guess is ${formatShare(chance)}`;
}

/** What was found in a run, worst first, with what to do about each. */
export function toRunCheckLines({ checks, findings }: RunCheck, paint: Paint): string[] {
  const shown = findings.slice(0, 40);
  return [
    ...toTable(
      [
        { title: "check" },
        { title: "looked at", align: "right" },
        { title: "faults", align: "right" },
        { title: "notes", align: "right" },
      ],
      checks.map(({ name, looked, faults, notes }) => [
        name,
        formatCount(looked),
        formatCount(faults),
        formatCount(notes),
      ]),
    ),
    "",
    ...shown.flatMap(({ severity, message, hint }) => [
      `${paint(severity === "fault" ? "red" : "yellow", severity)} ${toTerminalText(message)}`,
      paint("dim", `  ${hint}`),
    ]),
    ...(findings.length > shown.length
      ? [`and ${formatCount(findings.length - shown.length)} more: --json lists them`]
      : []),
    ...(findings.length === 0 ? ["Nothing found that the release may not tell."] : []),
  ];
}
