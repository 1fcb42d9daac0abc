import { percentileInterval } from "@observatory/numerics";
import type { Random } from "@observatory/core";
import { groupIndices } from "../blind/group-indices.ts";
import { resampleMeans } from "./resample-means.ts";
import type { PairScores, TiePolicy, Ties } from "./results.ts";
import type { ScoredRow } from "./to-results.ts";

/** The four scores of two images and two captions; `ab` is that of image A and caption B. */
export interface SquareScores {
  readonly aa: number;
  readonly ab: number;
  readonly ba: number;
  readonly bb: number;
}

const measures = ["text", "image", "group"] as const;
type Measures = Readonly<Record<(typeof measures)[number], number>>;

/**
 * Text, image and group score of one 2 x 2 (Winoground, Thrush et al. 2022): each image has its own caption first, each
 * caption has its own image first, both. Under `expected` equal scores are put in every order, and the share of orders
 * counts; so a scorer that tells nothing apart has 1/4, 1/4 and 1/6.
 */
export function scoreSquare(scores: SquareScores, { policy, tolerance }: Ties): Measures {
  const places = policy === "expected" ? orders : [orders[0] ?? []];
  const sums = { text: 0, image: 0, group: 0 };
  for (const [aa = 0, ab = 0, ba = 0, bb = 0] of places) {
    const wins = (one: number, other: number, first: boolean): boolean =>
      Math.abs(one - other) > tolerance ? one > other : breaksTie(policy, first);
    const text = wins(scores.aa, scores.ab, aa > ab) && wins(scores.bb, scores.ba, bb > ba);
    const image = wins(scores.aa, scores.ba, aa > ba) && wins(scores.bb, scores.ab, bb > ab);
    sums.text += text ? 1 : 0;
    sums.image += image ? 1 : 0;
    sums.group += text && image ? 1 : 0;
  }
  const share = (sum: number): number => sum / places.length;
  return { text: share(sums.text), image: share(sums.image), group: share(sums.group) };
}

function breaksTie(policy: TiePolicy, isFirst: boolean): boolean {
  return policy === "expected" ? isFirst : policy === "optimistic";
}

/** All orders of four. */
const orders = permute([0, 1, 2, 3]);

function permute(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value) =>
    permute(values.filter((other) => other !== value)).map((rest) => [value, ...rest]),
  );
}

/**
 * Mean text, image and group scores of all pairs of which both sides are scored, with intervals from a bootstrap that draws
 * pairs; null where there is none. Pairs have one negative each, the other side's caption.
 */
export async function scorePairs(
  scored: readonly ScoredRow[],
  options: {
    readonly ties: Ties;
    readonly random: Random;
    readonly resamples: number;
    readonly signal?: AbortSignal;
  },
): Promise<PairScores | null> {
  const squares = toSquares(scored).map(({ scores }) => scoreSquare(scores, options.ties));
  if (squares.length === 0) return null;
  const means = await resampleMeans(
    squares.flatMap((square, unit) =>
      measures.map((measure, mean) => ({ mean, unit: String(unit), value: square[measure] })),
    ),
    { ...options, means: measures.length },
  );
  const [text, image, group] = means.map(({ value, resampled }) => ({
    share: value,
    interval: percentileInterval(resampled) ?? ([value, value] as const),
  }));
  if (text === undefined || image === undefined || group === undefined) return null;
  return { pairs: squares.length, text, image, group, chance: { text: 1 / 4, image: 1 / 4, group: 1 / 6 } };
}

/** The pairs of which both sides are scored, each with its type. */
export function toSquares(
  scored: readonly ScoredRow[],
): { readonly id: string; readonly type: string; readonly scores: SquareScores }[] {
  const paired = scored.filter(({ row }) => row.pair !== undefined);
  const groups = groupIndices(paired, ({ row, type }) => [JSON.stringify([row.pair?.id, type])]);
  return [...groups].flatMap(([id, members]) => {
    const sides = members.flatMap((i) => paired[i] ?? []);
    const [a, b] = (["A", "B"] as const).map((side) => sides.find(({ row }) => row.pair?.side === side));
    if (members.length !== 2 || a?.scores.length !== 2 || b?.scores.length !== 2) return [];
    const [aa = 0, ab = 0] = Array.from(a.scores);
    const [bb = 0, ba = 0] = Array.from(b.scores);
    return [{ id, type: a.type, scores: { aa, ab, ba, bb } }];
  });
}
