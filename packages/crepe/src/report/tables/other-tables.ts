import type { CrepeReport } from "../crepe-report.ts";
import { count, none, percent, percentRange, pointsRange, pValue } from "./format-figures.ts";
import { rankScorers, toScorerLabel } from "./rank-scorers.ts";
import { toReportTable, type ReportTable } from "./report-table.ts";

/** Differences of the best scorer to all others, and of all pairs. */
export function toDifferenceTables({ differences }: CrepeReport): ReportTable[] {
  const [first] = differences;
  if (first === undefined) return [];
  const fromBest = differences.filter(({ a }) => a === first.a);
  const toTable = (title: string, shown: typeof differences): ReportTable =>
    toReportTable(title, {
      notes: [
        `R@1 of the one less that of the other in points, on the rows that both have, with 95 % intervals; p corrected for ${count(differences.length)} pairs (Benjamini and Hochberg).`,
      ],
      names: ["scorer", "less"],
      numbers: ["rows", "difference", "p"],
      rows: shown.map(({ a, b, rows, difference, interval, adjustedP }) => [
        a,
        b,
        count(rows),
        pointsRange(difference, interval),
        pValue(adjustedP),
      ]),
    });
  return [
    toTable("Differences from the best", fromBest),
    ...(fromBest.length === differences.length ? [] : [toTable("All differences", differences)]),
  ];
}

const tieWords = { expected: "shared", optimistic: "won", pessimistic: "lost" } as const;

/** Figures by the rules of the releases' own scripts. */
export function toFigureTables(report: CrepeReport): ReportTable[] {
  const { sighted, blind } = rankScorers(report);
  const shown = [...sighted, ...(blind === null ? [] : [blind])];
  const rows = shown.flatMap((scorer) =>
    (scorer.results.figures ?? []).map(
      ({ release, name, measure, average, over, groups, items, ties, chance, share, interval }) => [
        release,
        name,
        measure,
        average,
        toScorerLabel(scorer, report),
        percentRange(share, interval),
        percent(chance),
        `${count(average === "micro" ? items : groups)} ${over}`,
        tieWords[ties],
      ],
    ),
  );
  if (rows.length === 0) return [];
  const nameOf = (row: readonly string[]): string => row.slice(0, 4).join("\n");
  const order = [...new Set(rows.map(nameOf))];
  const placeOf = (row: readonly string[]): number => order.indexOf(nameOf(row));
  return [
    toReportTable("As the releases' scripts have it", {
      notes: ["To be held against published figures; their rules for ties and their means. In percent."],
      names: ["release", "figure", "measure", "mean", "scorer"],
      numbers: ["share", "chance", "over", "ties"],
      rows: rows.toSorted((a, b) => placeOf(a) - placeOf(b)),
    }),
  ];
}

/** How chat models answered: refusals, and whether they prefer a place. */
export function toChatTables(report: CrepeReport): ReportTable[] {
  const rows = rankScorers(report).sighted.flatMap((scorer) => {
    const { chat } = scorer.results;
    if (chat === undefined) return [];
    const { mode, asked, again, refused, unreadable, places = [], bias, yes } = chat;
    return [
      [
        toScorerLabel(scorer, report),
        mode,
        places.map(({ share }) => Math.round(100 * share)).join(" ") || none,
        count(asked),
        count(again),
        count(refused),
        count(unreadable),
        bias == null ? none : percent(bias.distance),
        bias == null ? none : pValue(bias.p),
        yes == null ? none : percent(yes),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    toReportTable("Chat models", {
      notes: [
        "Places: the share of answers that name A, B and so on, in percent; off even: how far that is from no preference, and p of so much by chance. Yes: its mean probability.",
      ],
      names: ["scorer", "asked to", "places"],
      numbers: ["asked", "again", "refused", "unreadable", "off even", "p", "yes"],
      rows,
    }),
  ];
}

/** Rows without a score, by reason. */
export function toLossTables(report: CrepeReport): ReportTable[] {
  const rows = report.scorers
    .filter(({ stale }) => !stale)
    .flatMap((scorer) =>
      Object.entries(scorer.results.losses).map(([reason, lost]) => [
        toScorerLabel(scorer, report),
        reason,
        count(lost),
      ]),
    );
  if (rows.length === 0) return [];
  return [toReportTable("Without a score", { names: ["scorer", "reason"], numbers: ["rows"], rows })];
}
