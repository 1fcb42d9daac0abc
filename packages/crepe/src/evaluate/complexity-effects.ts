import type { Random } from "@observatory/core";
import { groupIndices } from "../blind/group-indices.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { ComplexityEffect } from "./analyses.ts";
import { fewestImages } from "./fewest-images.ts";
import { regressClustered, type Observation } from "./regress-clustered.ts";

/** One row as the analyses need it. */
export interface AnalysedRow {
  readonly row: Pick<RetrievalRow, "n" | "split" | "item">;
  readonly type: string;
  readonly hitAt1: number;
  readonly negatives: number;
  /** Words of the true caption, and on average of it and its negatives. */
  readonly words: { readonly own: number; readonly mean: number };
  /** What the bootstrap draws as a whole. */
  readonly imageId: string;
}

/**
 * For each type of negatives how R@1 moves with n, the atoms that a caption names: as it comes, and at fixed length and
 * style of the captions. A linear probability model of the first place less the row's chance, on n and, for the partial
 * effect, on the mean number of words of the row's captions, its square and its cube, on how many more words the true one has
 * than the mean, and on the style. Intervals by {@link regressClustered}. Empty where rows have no n.
 *
 * Why: captions of more atoms are longer and worded otherwise, so a fall of R@1 over n alone may be one over length. The
 * true caption's own length would not do: a scorer that likes short captions would then have an effect of n, since within
 * a row it is the short one that wins.
 */
export async function toComplexityEffects(
  rows: readonly AnalysedRow[],
  options: { readonly random: Random; readonly resamples: number; readonly signal?: AbortSignal },
): Promise<ComplexityEffect[]> {
  const known = rows.filter(({ row }) => row.n !== undefined);
  const types = [...groupIndices(known, ({ type }) => [type])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const effects: ComplexityEffect[] = [];
  for (const [type, members] of types) {
    const own = members.flatMap((i) => known[i] ?? []);
    effects.push(await toEffect(type, own, { ...options, random: options.random.fork(type) }));
  }
  return effects;
}

async function toEffect(
  type: string,
  rows: readonly AnalysedRow[],
  options: { readonly random: Random; readonly resamples: number; readonly signal?: AbortSignal },
): Promise<ComplexityEffect> {
  const images = new Set(rows.map(({ imageId }) => imageId)).size;
  const styles = [...new Set(rows.map(({ row }) => row.item?.style ?? ""))].toSorted();
  const base = {
    type,
    rows: rows.length,
    images,
    fixed: styles.length > 1 ? ["words", "style"] : ["words"],
  };
  if (images < fewestImages) return { ...base, total: null, partial: null, reason: "too-few-images" };
  if (new Set(rows.map(({ row }) => row.n)).size < 2)
    return { ...base, total: null, partial: null, reason: "one-complexity" };
  const observe = (termsOf: (row: AnalysedRow) => readonly number[]): Observation[] =>
    rows.map((one) => ({
      outcome: one.hitAt1 - 1 / (1 + one.negatives),
      unit: one.imageId,
      terms: [one.row.n ?? 0, ...termsOf(one)],
    }));
  const total = await regressClustered(
    observe(() => []),
    { ...options, random: options.random.fork("total") },
  );
  const middle = rows.reduce((sum, { words }) => sum + words.mean, 0) / rows.length;
  const partial = await regressClustered(
    observe(({ row, words: { own, mean } }) => {
      const length = mean - middle;
      const isOf = styles.slice(1).map((style) => (row.item?.style === style ? 1 : 0));
      return [length, length ** 2, length ** 3, own - mean, ...isOf];
    }),
    { ...options, random: options.random.fork("partial") },
  );
  return { ...base, total, partial, ...(partial === null ? { reason: "fixed-by-length-and-style" } : {}) };
}
