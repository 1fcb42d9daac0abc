import type { Random } from "@observatory/core";
import { groupIndices } from "../blind/group-indices.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { ComplexityEffect } from "./analyses.ts";
import { fewestImages } from "./fewest-images.ts";
import { findAlike } from "./find-alike.ts";
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

/** Most places at which the line of length may bend; with fewer than the least it is too stiff to be told from n. */
const bends = { least: 5, most: 9 };

/** Images for each term of a regression. */
const imagesPerTerm = 4;

/**
 * For each type of negatives how R@1 moves with n, the atoms that a caption names: as it comes, and at fixed length and
 * style of the captions. A linear probability model of the first place less the row's chance, on n and, for the partial
 * effect, on the mean number of words of the row's captions, as a line that bends at up to nine quantiles, on how many more
 * words the true one has than the mean, on the style, and on what was changed in the false ones: the shares of objects,
 * attributes and relations. Intervals by {@link regressClustered}. Empty where rows have no n.
 *
 * Why: captions of more atoms are longer and worded otherwise, so a fall of R@1 over n alone may be one over length. The
 * true caption's own length would not do: a scorer that likes short captions would then have an effect of n, since within
 * a row it is the short one that wins. A polynomial of length would not do either: shares have a floor and a ceiling, and
 * what it cannot follow there goes to n. Of captions of one length those of more atoms have more attributes in place of
 * relations, and so have their false ones: who does not see relations would be the better for it.
 *
 * No effect, with the reason: `too-few-images` (under 30, or under four for each term), `one-complexity`, `all-alike` (every
 * row right, or none), `nearly-all-alike` (so few images unlike the rest that no interval holds), `fixed-by-length-and-style`
 * (those determine n).
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
  const edits = toRoles(rows, type);
  const roles = [...new Set(edits.flat())].toSorted();
  const base = {
    type,
    rows: rows.length,
    images,
    fixed: ["words", ...(styles.length > 1 ? ["style"] : []), ...(roles.length > 1 ? ["edit"] : [])],
  };
  if (images < fewestImages) return { ...base, total: null, partial: null, reason: "too-few-images" };
  if (new Set(rows.map(({ row }) => row.n)).size < 2)
    return { ...base, total: null, partial: null, reason: "one-complexity" };
  // A scorer that gives all captions the same has its chance, which may differ from row to row.
  const alike =
    findAlike(rows.map(({ hitAt1: hit, imageId: unit }) => ({ hit, unit }))) ??
    findAlike(rows.map((one) => ({ hit: outcomeOf(one), unit: one.imageId })));
  if (alike !== null) return { ...base, total: null, partial: null, reason: alike };
  const observe = (termsOf: (row: AnalysedRow, at: number) => readonly number[]): Observation[] =>
    rows.map((one, at) => ({
      outcome: outcomeOf(one),
      unit: one.imageId,
      terms: [one.row.n ?? 0, ...termsOf(one, at)],
    }));
  const total = await regressClustered(
    observe(() => []),
    { ...options, random: options.random.fork("total") },
  );
  // Beside the bends: n, length, the true caption's own length, all styles but one, all roles but one.
  const others = 3 + Math.max(0, styles.length - 1) + Math.max(0, roles.length - 1);
  const affordable = Math.floor(images / imagesPerTerm) - others;
  if (affordable < bends.least) return { ...base, total, partial: null, reason: "too-few-images" };
  const knots = toQuantiles(
    rows.map(({ words }) => words.mean),
    Math.min(bends.most, affordable),
  );
  const partial = await regressClustered(
    observe(({ row, words: { own, mean } }, at) => {
      const isOf = styles.slice(1).map((style) => (row.item?.style === style ? 1 : 0));
      const changed = edits[at] ?? [];
      const shares = roles
        .slice(1)
        .map((role) => changed.filter((one) => one === role).length / Math.max(1, changed.length));
      return [mean, ...knots.map((knot) => Math.max(0, mean - knot)), own - mean, ...isOf, ...shares];
    }),
    { ...options, random: options.random.fork("partial") },
  );
  return { ...base, total, partial, ...(partial === null ? { reason: "fixed-by-length-and-style" } : {}) };
}

/**
 * What kind of atom was changed in each negative of a type, for each row; none where items do not tell. Rows of a family have
 * all that of the family: so a scorer without eyes, which gains nothing in any family, has no effect either.
 */
function toRoles(rows: readonly AnalysedRow[], type: string): readonly (readonly string[])[] {
  const roles = rows.map(({ row: { item } }) =>
    (item?.negatives ?? []).flatMap((negative) => (negative.type === type ? [negative.edit.role] : [])),
  );
  const families = groupIndices(rows, ({ row: { item } }) => (item?.family ? [item.family] : []));
  const ofFamily = new Map(
    [...families].map(([family, members]) => [family, members.flatMap((i) => roles[i] ?? [])]),
  );
  return rows.map(({ row: { item } }, i) => ofFamily.get(item?.family ?? "") ?? roles[i] ?? []);
}

/** The first place less its chance. */
function outcomeOf({ hitAt1, negatives }: AnalysedRow): number {
  return hitAt1 - 1 / (1 + negatives);
}

/** The values that part sorted values into equal shares. */
function toQuantiles(values: readonly number[], count: number): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const places = Array.from({ length: count }, (_, i) => ((i + 1) * sorted.length) / (count + 1));
  return [...new Set(places.flatMap((place) => sorted[Math.floor(place)] ?? []))];
}
