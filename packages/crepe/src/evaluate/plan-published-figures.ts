import { groupIndices } from "../blind/group-indices.ts";
import { toClusterId } from "../blind/to-blind-rows.ts";
import type { RetrievalFormat } from "../interchange/retrieval-row.ts";
import { aroRelations } from "./aro-relations.ts";
import { rankItem } from "./rank-item.ts";
import type { PublishedFigure, TiePolicy } from "./results.ts";
import { scoreSquare, toSquares } from "./score-pairs.ts";
import type { ScoredRow } from "./to-results.ts";

/** One value that a figure is a mean of. */
export interface FigureEntry {
  /** What the bootstrap draws as a whole. */
  readonly unit: string;
  readonly value: number;
  readonly chance: number;
}

/** A figure before it is computed: the mean of its groups' means. */
export interface FigurePlan extends Pick<PublishedFigure, "release" | "name" | "measure" | "over" | "ties"> {
  readonly groups: readonly (readonly FigureEntry[])[];
}

/**
 * What the figures of the scripts of CREPE, SugarCrepe, Winoground and ARO are means of, in this order, for the rows that
 * were read from these releases. Scores no farther apart than `tolerance` are equal.
 */
export function planPublishedFigures(scored: readonly ScoredRow[], tolerance: number): FigurePlan[] {
  return planners.flatMap(([format, plan]) => {
    const own = scored.filter(({ row }) => row.source.format === format);
    return own.length === 0 ? [] : plan(own, tolerance);
  });
}

/** Rows of one format, and how far apart equal scores may be. */
type Planner = (scored: readonly ScoredRow[], tolerance: number) => FigurePlan[];

/** By the format of the rows' file. */
const planners: readonly (readonly [RetrievalFormat, Planner])[] = [
  ["crepe-productivity", planProductivity],
  ["crepe-systematicity", planSystematicity],
  ["sugarcrepe", planSugarCrepe],
  ["winoground", planWinoground],
  ["aro-relation", planRelation],
  ["aro-attribution", planAttribution],
  ["caption-options", planOptions],
];

/** `crepe_eval_utils.py` sorts the scores with the true caption in the first place, which stays first among equal ones. */
const crepe = { release: "CREPE", measure: "R@1", ties: "optimistic" } as const;

function planProductivity(scored: readonly ScoredRow[], tolerance: number): FigurePlan[] {
  return groupBy(scored, ({ type }) => type).flatMap(([name, own]): FigurePlan[] => [
    {
      ...crepe,
      name,
      over: "complexities",
      groups: groupBy(own, ({ row }) => String(row.n ?? "")).map(([, rows]) =>
        toHits(rows, crepe.ties, tolerance),
      ),
    },
    { ...crepe, name, over: "items", groups: [toHits(own, crepe.ties, tolerance)] },
  ]);
}

function planSystematicity(scored: readonly ScoredRow[], tolerance: number): FigurePlan[] {
  const splits = groupBy(scored, ({ row }) =>
    Object.entries(row.split ?? {})
      .map(([set, { split }]) => `${split} in ${set}`)
      .join(", "),
  );
  return splits.flatMap(([split, rows]) => {
    const plan = (type: string, own: readonly ScoredRow[]): FigurePlan => ({
      ...crepe,
      name: split === "" ? type : `${split}, ${type}`,
      over: "items",
      groups: [toHits(own, crepe.ties, tolerance)],
    });
    const types = groupBy(rows, ({ type }) => type);
    const together = types.length > 1 ? [plan("all negatives at once", joinTypes(rows))] : [];
    return [...types.map(([type, own]) => plan(type, own)), ...together];
  });
}

/** The negatives of all types of a row as one question: the column `valid_hard_negs_combined`. */
function joinTypes(scored: readonly ScoredRow[]): ScoredRow[] {
  return groupBy(scored, ({ row }) => row.id).flatMap(([, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const negatives = own.flatMap(({ scores }) => Array.from(scores).slice(1));
    return [{ ...first, scores: [first.scores[0] ?? 0, ...negatives] }];
  });
}

/** `main_eval.py` asks for a higher score of the true caption. Its tables go by file and by the three kinds of edits. */
function planSugarCrepe(scored: readonly ScoredRow[], tolerance: number): FigurePlan[] {
  const sugarCrepe = { release: "SugarCrepe", measure: "R@1", ties: "pessimistic" } as const;
  const files = groupBy(scored, ({ type }) => type).map(
    ([name, rows]) => [name, toHits(rows, "pessimistic", tolerance)] as const,
  );
  const kinds = groupBy(files, ([name]) => name.replace(/_.*$/u, ""));
  const macro = (name: string, own: typeof files): FigurePlan => ({
    ...sugarCrepe,
    name,
    over: "files",
    groups: own.map(([, hits]) => hits),
  });
  const micro = (name: string, hits: FigureEntry[]): FigurePlan => ({
    ...sugarCrepe,
    name,
    over: "items",
    groups: [hits],
  });
  return [
    ...files.map(([name, hits]) => micro(name, hits)),
    ...kinds.flatMap(([kind, own]) => (own.length > 1 ? [macro(kind, own)] : [])),
    ...(files.length > 1
      ? [
          macro("all files", files),
          micro(
            "all files",
            files.flatMap(([, hits]) => hits),
          ),
        ]
      : []),
  ];
}

/** All comparisons are strict (Thrush et al. 2022, equations 1 to 3). */
function planWinoground(scored: readonly ScoredRow[], tolerance: number): FigurePlan[] {
  const squares = toSquares(scored);
  const tags = groupBy(squares, ({ type }) => type);
  const parts = [["all", squares] as const, ...(tags.length > 1 ? tags : [])];
  if (squares.length === 0) return [];
  return parts.flatMap(([name, own]) =>
    (["text", "image", "group"] as const).map((measure): FigurePlan => ({
      release: "Winoground",
      name,
      measure,
      over: "pairs",
      ties: "pessimistic",
      groups: [
        own.map(({ id, scores }) => ({
          unit: `pair ${id}`,
          value: scoreSquare(scores, { policy: "pessimistic", tolerance })[measure],
          chance: measure === "group" ? 1 / 6 : 1 / 4,
        })),
      ],
    })),
  );
}

/** `argmax` over the false and the true caption, in this order: of equal ones the false one is taken. */
const aro = { release: "ARO", measure: "R@1", ties: "pessimistic" } as const;

function planRelation(scored: readonly ScoredRow[], tolerance: number): FigurePlan[] {
  const relations = groupBy(scored, ({ row }) => row.group ?? "");
  const named = relations.filter(([relation]) => aroRelations.has(relation));
  const macro = (name: string, own: typeof relations): FigurePlan => ({
    ...aro,
    name,
    over: "relations",
    groups: own.map(([, rows]) => toHits(rows, aro.ties, tolerance)),
  });
  return [
    ...(named.length === 0 ? [] : [macro("VG-Relation, relations of the paper's table", named)]),
    macro("VG-Relation, all relations", relations),
    { ...aro, name: "VG-Relation", over: "items", groups: [toHits(scored, aro.ties, tolerance)] },
  ];
}

/** What `VG_Attribution.evaluate_scores` asks of a pair of attributes to count it. */
const fewestOfPair = 25;

function planAttribution(scored: readonly ScoredRow[], tolerance: number): FigurePlan[] {
  const pairs = groupBy(scored, ({ row }) => row.group ?? "").filter(([, own]) => own.length >= fewestOfPair);
  const macro: FigurePlan = {
    ...aro,
    name: `VG-Attribution, pairs of at least ${fewestOfPair} items`,
    over: "attribute pairs",
    groups: pairs.map(([, rows]) => toHits(rows, aro.ties, tolerance)),
  };
  const micro: FigurePlan = {
    ...aro,
    name: "VG-Attribution",
    over: "items",
    groups: [toHits(scored, aro.ties, tolerance)],
  };
  return pairs.length === 0 ? [micro] : [macro, micro];
}

/** `argmax` with the true caption first: it is taken of equal ones, also where a shuffle has left all in its place. */
function planOptions(scored: readonly ScoredRow[], tolerance: number): FigurePlan[] {
  return groupBy(scored, ({ type }) => type).map(([name, own]) => ({
    ...aro,
    name,
    over: "items",
    ties: "optimistic",
    groups: [toHits(own, "optimistic", tolerance)],
  }));
}

function toHits(scored: readonly ScoredRow[], policy: TiePolicy, tolerance: number): FigureEntry[] {
  return scored.map(({ row, scores }) => {
    const [positive = 0, ...negatives] = Array.from(scores);
    return {
      unit: toClusterId(row),
      value: rankItem({ positive, negatives }, { policy, tolerance }).hitAt1,
      chance: 1 / (1 + negatives.length),
    };
  });
}

/** In the order of names. */
function groupBy<T>(values: readonly T[], nameOf: (value: T) => string): (readonly [string, T[]])[] {
  return [...groupIndices(values, (value) => [nameOf(value)])]
    .map(
      ([name, members]) =>
        [name, members.map((i) => values[i]).filter((value) => value !== undefined)] as const,
    )
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
