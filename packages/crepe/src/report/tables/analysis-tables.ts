import { groupIndices } from "../../blind/group-indices.ts";
import { isTestable } from "../../atoms/recognise-atoms.ts";
import type { Estimate, Gate } from "../../evaluate/analyses.ts";
import type { CrepeReport, ReportedScorer } from "../crepe-report.ts";
import { count, none, percent, percentRange, pointsRange, rank, signedRange } from "./format-figures.ts";
import { rankScorers, toScorerLabel } from "./rank-scorers.ts";
import { toReportTable, type ReportTable } from "./report-table.ts";

/** Lines of a table: those of each scorer that sees. */
function toLines(
  report: CrepeReport,
  linesOf: (scorer: ReportedScorer) => readonly (readonly string[])[],
): string[][] {
  return rankScorers(report).sighted.flatMap((scorer) =>
    linesOf(scorer).map((line) => [toScorerLabel(scorer, report), ...line]),
  );
}

/** How R@1 moves from seen to unseen combinations; none where nobody has scored SC and another split. */
export function toFallTables(report: CrepeReport): ReportTable[] {
  return toTables("From seen to unseen", {
    notes: ["R@1 in UC and in UA less R@1 in SC, in points, with 95 % intervals."],
    names: ["scorer", "training set", "type"],
    numbers: ["UC less SC", "UA less SC"],
    rows: toLines(report, ({ falls }) =>
      [
        ...groupIndices(falls, ({ trainingSet, type }) => [JSON.stringify([trainingSet, type])]).values(),
      ].flatMap((places) => {
        const own = places.flatMap((place) => falls[place] ?? []);
        const changes = (["UC", "UA"] as const).map((split) => {
          const fall = own.find(({ to }) => to === split);
          return fall === undefined ? none : pointsRange(fall.change, fall.interval);
        });
        return own.slice(0, 1).map(({ trainingSet, type }) => [trainingSet, type, ...changes]);
      }),
    ),
  });
}

/** How R@1 moves with how often training captions name an item's rarest combination; none where nobody has such a slope. */
export function toDoseTables(report: CrepeReport): ReportTable[] {
  return toTables("Dose slope", {
    notes: [
      "Change of the log odds of a first place for ten times the captions with the rarest combination of an item, with 95 % intervals.",
    ],
    names: ["scorer", "training set", "type"],
    numbers: ["rows", "images", "slope"],
    rows: toLines(report, ({ results: { doseSlopes = [] } }) =>
      doseSlopes.map(({ trainingSet, type, rows, images, slope, reason }) => [
        trainingSet,
        type,
        count(rows),
        count(images),
        slope === null ? toReason(reason) : signedRange(slope.value, slope.interval),
      ]),
    ),
  });
}

/** What one atom more in the caption does to R@1, as it comes and at fixed length, style and kind of edit. */
export function toComplexityTables(report: CrepeReport): ReportTable[] {
  return toTables("One atom more", {
    notes: [
      "Change of R@1 in points for one object, attribute or relation more in the caption: as it comes, and at fixed length, style and kind of edit, with 95 % intervals.",
    ],
    names: ["scorer", "type"],
    numbers: ["rows", "images", "as it comes", "at fixed", "change then"],
    rows: toLines(report, ({ results: { complexityEffects = [] } }) =>
      complexityEffects.map(({ type, rows, images, total, partial, fixed, reason }) => [
        type,
        count(rows),
        count(images),
        toEffect(total, reason),
        fixed.join(", "),
        toEffect(partial, reason),
      ]),
    ),
  });
}

/** Text, image and group score of pairs. */
export function toPairsTables(report: CrepeReport): ReportTable[] {
  const { sighted, blind, chance } = rankScorers(report);
  const shown = [...sighted, ...(blind === null ? [] : [blind]), ...(chance === null ? [] : [chance])];
  const known = shown.flatMap(({ results }) => results.pairs ?? []);
  const [first] = known;
  if (first === undefined) return [];
  const { text, image, group } = first.chance;
  return toTables("Pairs (2 x 2)", {
    notes: [
      `Share of pairs in which both images get their own caption (text), both captions their own image (image), and both (group), in percent; chance is ${percent(text)}, ${percent(image)} and ${percent(group)} %.`,
    ],
    names: ["scorer"],
    numbers: ["pairs", "text", "image", "group"],
    rows: shown.flatMap((scorer) => {
      const { pairs } = scorer.results;
      if (pairs === undefined) return [];
      const scores = [pairs.text, pairs.image, pairs.group];
      return [
        [
          toScorerLabel(scorer, report),
          count(pairs.pairs),
          ...scores.map((one) => percentRange(one.share, one.interval)),
        ],
      ];
    }),
  });
}

/** R@1 on items of which a scorer recognises every object and attribute alone. */
export function toGateTables(report: CrepeReport): ReportTable[] {
  return toTables("Atom gate", {
    notes: [
      "R@1 in percent on rows of which a scorer recognises every object and attribute alone, beside that on all rows whose atoms can be tested.",
    ],
    names: ["scorer", "type"],
    numbers: ["atoms known", "rows that pass", "chance", "R@1 there", "rows", "R@1 on all"],
    rows: toLines(report, ({ results: { gate } }) =>
      (gate?.cells ?? []).map(({ type, rows, chance, rAt1, interval, ungated }) => [
        type,
        toKnownAtoms(gate?.atoms ?? []),
        count(rows),
        chance === null ? none : percent(chance),
        rAt1 === null || interval === null ? none : percentRange(rAt1, interval),
        count(ungated.rows),
        percentRange(ungated.rAt1, ungated.interval),
      ]),
    ),
  });
}

/** Recognised atoms of those that can be tested; how many cannot. */
function toKnownAtoms(atoms: Gate["atoms"]): string {
  const testable = atoms.filter(isTestable);
  const untestable = atoms.length - testable.length;
  const known = testable.filter(({ recognised }) => recognised).length;
  return `${known} of ${testable.length}${untestable === 0 ? "" : `, ${untestable} not testable`}`;
}

/** Retrieval over the whole set, both ways. */
export function toFullSetTables(report: CrepeReport): ReportTable[] {
  return toTables("Whole set", {
    notes: [
      "Every image against all captions, and every caption against all images, in percent; chance is that of R@1.",
    ],
    names: ["scorer", "from"],
    numbers: ["queries", "candidates", "chance", "R@1", "R@5", "R@10", "median"],
    rows: toLines(report, ({ results: { fullSet } }) =>
      fullSet === undefined
        ? []
        : [
            ["image to text", fullSet.imageToText] as const,
            ["text to image", fullSet.textToImage] as const,
          ].map(([name, way]) => [
            name,
            count(way.queries),
            count(way.candidates),
            percent(way.chance.rAt1),
            percentRange(way.rAt1, way.interval),
            percent(way.rAt5),
            percent(way.rAt10),
            rank(way.medianRank, 1),
          ]),
    ),
  });
}

/** The table, or none where it would be empty. */
function toTables(title: string, table: Parameters<typeof toReportTable>[1]): ReportTable[] {
  return table.rows.length === 0 ? [] : [toReportTable(title, table)];
}

function toEffect(effect: Estimate | null, reason: string | undefined): string {
  return effect === null ? toReason(reason) : pointsRange(effect.value, effect.interval);
}

function toReason(reason: string | undefined): string {
  return reason ?? none;
}
