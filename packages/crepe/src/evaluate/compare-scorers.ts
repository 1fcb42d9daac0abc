import type { Random } from "@observatory/core";
import { adjustPValues, percentileInterval, type Interval } from "@observatory/numerics";
import { resampleMeans, type MeanEntry } from "./resample-means.ts";

/** The first places of one scorer. */
export interface ScorerHits {
  readonly scorer: string;
  /** By item and type, as `<type> <item>`: the row's share of the first place. */
  readonly hits: ReadonlyMap<string, number>;
}

/** What one scorer reaches more than another on the rows that both have scored. */
export interface ScorerDifference {
  readonly a: string;
  readonly b: string;
  readonly rows: number;
  /** R@1 of `a` less that of `b`, as a share. */
  readonly difference: number;
  /** 95 %, by a bootstrap over images. */
  readonly interval: Interval;
  /** Two-sided, that there is no difference: how often a resample is as far from the difference as that is from 0. */
  readonly p: number;
  /** The same after Benjamini's and Hochberg's correction over all pairs. */
  readonly adjustedP: number;
}

/**
 * Paired differences of R@1 between every two scorers, each over the rows that both have, every row counting the same.
 * In the order of `scorers`, the earlier one first. Pairs without a common row are left out.
 */
export async function compareScorers(
  scorers: readonly ScorerHits[],
  options: {
    /** What is drawn as a whole: the image of a row, by the keys of `hits`. */
    readonly imageOf: (row: string) => string;
    readonly random: Random;
    readonly resamples?: number;
    readonly signal?: AbortSignal;
  },
): Promise<ScorerDifference[]> {
  const { imageOf, random, resamples = 1000, signal } = options;
  const columns: Column[] = [];
  const pairs = toPairs(scorers, columns);
  function* entries(): Generator<MeanEntry> {
    for (const [mean, column] of columns.entries())
      for (const [row, value] of valuesOf(column)) yield { mean, unit: imageOf(row), value };
  }
  const means = await resampleMeans(entries(), { means: columns.length, random, resamples, signal });
  const differences = pairs.map(({ a, b, rows, plus, minus }) => {
    const first = means[plus] ?? nothing;
    const second = means[minus ?? -1];
    const value = first.value - (second?.value ?? 0);
    const resampled = first.resampled.map((draw, i) => draw - (second?.resampled[i] ?? 0));
    const interval = percentileInterval(resampled) ?? [value, value];
    return { a, b, rows, difference: value, interval, p: pValueOf(value, resampled) };
  });
  const adjusted = adjustPValues(differences.map(({ p }) => p));
  return differences.map((difference, i) => ({ ...difference, adjustedP: adjusted[i] ?? 1 }));
}

/** What is resampled: the hits of one scorer, or, of a pair that scored different rows, the differences where both did. */
interface Column {
  readonly hits: ReadonlyMap<string, number>;
  readonly less: ReadonlyMap<string, number> | null;
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly rows: number;
  /** Places of columns: the difference is the first less the second, or the first where that is one itself. */
  readonly plus: number;
  readonly minus: number | null;
}

const nothing = { value: 0, resampled: new Float64Array() };

/** Scorers of the same rows need one column each, however many pairs they make; the columns are put into `columns`. */
function toPairs(scorers: readonly ScorerHits[], columns: Column[]): Pair[] {
  const groups: number[] = [];
  scorers.forEach(({ hits }, i) => {
    const same = scorers.findIndex((other, j) => j < i && hasSameRows(hits, other.hits));
    groups.push(same === -1 ? i : same);
    columns.push({ hits, less: null });
  });
  return scorers.flatMap((first, i) =>
    scorers.slice(i + 1).flatMap((second, offset): Pair[] => {
      const j = i + 1 + offset;
      const names = { a: first.scorer, b: second.scorer };
      if (groups[i] === groups[j])
        return first.hits.size === 0 ? [] : [{ ...names, rows: first.hits.size, plus: i, minus: j }];
      const column = { hits: first.hits, less: second.hits };
      const rows = [...valuesOf(column)].length;
      if (rows === 0) return [];
      return [{ ...names, rows, plus: columns.push(column) - 1, minus: null }];
    }),
  );
}

function hasSameRows(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a.keys()].every((row) => b.has(row));
}

function* valuesOf({ hits, less }: Column): Generator<[row: string, value: number]> {
  for (const [row, hit] of hits) {
    const other = less === null ? 0 : less.get(row);
    if (other !== undefined) yield [row, hit - other];
  }
}

/** The bootstrap test with resamples moved to no difference (Efron and Tibshirani 1993, section 16.4). */
function pValueOf(value: number, resampled: Float64Array): number {
  const far = resampled.reduce(
    (sum, draw) => sum + (Math.abs(draw - value) >= Math.abs(value) - 1e-12 ? 1 : 0),
    0,
  );
  return (1 + far) / (1 + resampled.length);
}
