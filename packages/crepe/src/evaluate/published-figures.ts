import type { Random } from "@observatory/core";
import { percentileInterval } from "@observatory/numerics";
import { groupIndices } from "../blind/group-indices.ts";
import { toClusterId } from "../blind/to-blind-rows.ts";
import type { RetrievalFormat } from "../interchange/retrieval-row.ts";
import { aroRelations } from "./aro-relations.ts";
import { rankItem } from "./rank-item.ts";
import { resampleMeans, type MeanEntry } from "./resample-means.ts";
import type { PublishedFigure, TiePolicy } from "./results.ts";
import { scoreSquare, toSquares } from "./score-pairs.ts";
import type { ScoredRow } from "./to-results.ts";

/** One value that a figure is a mean of. */
interface Entry {
  /** What the bootstrap draws as a whole. */
  readonly unit: string;
  readonly value: number;
  readonly chance: number;
}

/** A figure before it is computed: the mean of its groups' means. */
interface Plan extends Pick<PublishedFigure, "release" | "name" | "measure" | "over" | "ties"> {
  readonly groups: readonly (readonly Entry[])[];
}

/**
 * The figures that the scripts of CREPE, SugarCrepe, Winoground and ARO print, with their rules for equal scores and their
 * means, for the rows that were read from these releases; with 95 % intervals from a bootstrap over images, or over pairs
 * for Winoground. In the order of releases, then of names. Empty for rows of other files.
 */
export async function toPublishedFigures(
  scored: readonly ScoredRow[],
  options: { readonly random: Random; readonly resamples: number; readonly signal?: AbortSignal },
): Promise<PublishedFigure[]> {
  const plans = planners.flatMap(([format, plan]) => {
    const own = scored.filter(({ row }) => row.source.format === format);
    return own.length === 0 ? [] : plan(own);
  });
  const places: number[][] = [];
  const entries: MeanEntry[] = [];
  let means = 0;
  for (const { groups } of plans) {
    places.push(
      groups.map((group) => {
        for (const { unit, value } of group) entries.push({ mean: means, unit, value });
        return means++;
      }),
    );
  }
  if (means === 0) return [];
  const resampled = await resampleMeans(entries, { ...options, means });
  return plans.map(({ groups, ...plan }, i) => {
    const own = (places[i] ?? []).flatMap((mean) => resampled[mean] ?? []);
    const share = meanOf(own.map(({ value }) => value));
    const draws = Float64Array.from({ length: options.resamples }, (_, draw) =>
      meanOf(own.map(({ resampled: values }) => values[draw] ?? 0)),
    );
    return {
      ...plan,
      average: plan.over === "items" || plan.over === "pairs" ? "micro" : "macro",
      groups: groups.length,
      items: groups.reduce((sum, { length }) => sum + length, 0),
      chance: meanOf(groups.map((group) => meanOf(group.map(({ chance }) => chance)))),
      share,
      interval: percentileInterval(draws) ?? [share, share],
    };
  });
}

/** By the format of the rows' file. */
const planners: readonly (readonly [RetrievalFormat, (scored: readonly ScoredRow[]) => Plan[]])[] = [
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

function planProductivity(scored: readonly ScoredRow[]): Plan[] {
  return groupBy(scored, ({ type }) => type).flatMap(([name, own]): Plan[] => [
    {
      ...crepe,
      name,
      over: "complexities",
      groups: groupBy(own, ({ row }) => String(row.n ?? "")).map(([, rows]) => toHits(rows, crepe.ties)),
    },
    { ...crepe, name, over: "items", groups: [toHits(own, crepe.ties)] },
  ]);
}

function planSystematicity(scored: readonly ScoredRow[]): Plan[] {
  const splits = groupBy(scored, ({ row }) =>
    Object.entries(row.split ?? {})
      .map(([set, { split }]) => `${split} in ${set}`)
      .join(", "),
  );
  return splits.flatMap(([split, rows]) => {
    const plan = (type: string, own: readonly ScoredRow[]): Plan => ({
      ...crepe,
      name: split === "" ? type : `${split}, ${type}`,
      over: "items",
      groups: [toHits(own, crepe.ties)],
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
function planSugarCrepe(scored: readonly ScoredRow[]): Plan[] {
  const sugarCrepe = { release: "SugarCrepe", measure: "R@1", ties: "pessimistic" } as const;
  const files = groupBy(scored, ({ type }) => type).map(
    ([name, rows]) => [name, toHits(rows, "pessimistic")] as const,
  );
  const kinds = groupBy(files, ([name]) => name.replace(/_.*$/u, ""));
  const macro = (name: string, own: typeof files): Plan => ({
    ...sugarCrepe,
    name,
    over: "files",
    groups: own.map(([, hits]) => hits),
  });
  const micro = (name: string, hits: Entry[]): Plan => ({
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
function planWinoground(scored: readonly ScoredRow[]): Plan[] {
  const squares = toSquares(scored);
  const tags = groupBy(squares, ({ type }) => type);
  const parts = [["all", squares] as const, ...(tags.length > 1 ? tags : [])];
  if (squares.length === 0) return [];
  return parts.flatMap(([name, own]) =>
    (["text", "image", "group"] as const).map((measure): Plan => ({
      release: "Winoground",
      name,
      measure,
      over: "pairs",
      ties: "pessimistic",
      groups: [
        own.map(({ id, scores }) => ({
          unit: `pair ${id}`,
          value: scoreSquare(scores, { policy: "pessimistic", tolerance: 0 })[measure],
          chance: measure === "group" ? 1 / 6 : 1 / 4,
        })),
      ],
    })),
  );
}

/** `argmax` over the false and the true caption, in this order: of equal ones the false one is taken. */
const aro = { release: "ARO", measure: "R@1", ties: "pessimistic" } as const;

function planRelation(scored: readonly ScoredRow[]): Plan[] {
  const relations = groupBy(scored, ({ row }) => row.group ?? "");
  const named = relations.filter(([relation]) => aroRelations.has(relation));
  const macro = (name: string, own: typeof relations): Plan => ({
    ...aro,
    name,
    over: "relations",
    groups: own.map(([, rows]) => toHits(rows, aro.ties)),
  });
  return [
    ...(named.length === 0 ? [] : [macro("VG-Relation, relations of the paper's table", named)]),
    macro("VG-Relation, all relations", relations),
    { ...aro, name: "VG-Relation", over: "items", groups: [toHits(scored, aro.ties)] },
  ];
}

/** What `VG_Attribution.evaluate_scores` asks of a pair of attributes to count it. */
const fewestOfPair = 25;

function planAttribution(scored: readonly ScoredRow[]): Plan[] {
  const pairs = groupBy(scored, ({ row }) => row.group ?? "").filter(([, own]) => own.length >= fewestOfPair);
  const macro: Plan = {
    ...aro,
    name: `VG-Attribution, pairs of at least ${fewestOfPair} items`,
    over: "attribute pairs",
    groups: pairs.map(([, rows]) => toHits(rows, aro.ties)),
  };
  const micro: Plan = { ...aro, name: "VG-Attribution", over: "items", groups: [toHits(scored, aro.ties)] };
  return pairs.length === 0 ? [micro] : [macro, micro];
}

/** `argmax` with the true caption first: it is taken of equal ones, also where a shuffle has left all in its place. */
function planOptions(scored: readonly ScoredRow[]): Plan[] {
  return groupBy(scored, ({ type }) => type).map(([name, own]) => ({
    ...aro,
    name,
    over: "items",
    ties: "optimistic",
    groups: [toHits(own, "optimistic")],
  }));
}

function toHits(scored: readonly ScoredRow[], policy: TiePolicy): Entry[] {
  return scored.map(({ row, scores }) => {
    const [positive = 0, ...negatives] = Array.from(scores);
    return {
      unit: toClusterId(row),
      value: rankItem({ positive, negatives }, { policy, tolerance: 0 }).hitAt1,
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

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
