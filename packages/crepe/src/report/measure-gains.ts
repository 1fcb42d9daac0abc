import type { Random } from "@observatory/core";
import { percentileInterval } from "@observatory/numerics";
import type { CellKey } from "../evaluate/results.ts";
import { resampleMeans, type MeanEntry } from "../evaluate/resample-means.ts";
import { toCellName } from "./cell-name.ts";
import type { Bar, Fall, Gain, ReportedScorer } from "./crepe-report.ts";
import type { ReportedRow } from "./to-reported-rows.ts";

/** First places by row: the share of orders of what is equal in which the true caption is first. */
export type Hits = ReadonlyMap<string, number>;

export interface MeasureGainsOptions {
  readonly bars: readonly Bar[];
  /** Of the probes that are bars, by id. */
  readonly barHits: ReadonlyMap<string, Hits>;
  readonly random: Random;
  readonly resamples: number;
  readonly signal?: AbortSignal;
}

interface Tally {
  readonly place: number;
  readonly images: Set<string>;
  rows: number;
  bar: number;
}

/**
 * What one scorer reaches above the bar of each cell, paired by row on the rows that it has scored, and how it moves from
 * seen to unseen. One bootstrap over images for all, so the mean over types and the falls are resampled by sums of the same
 * draws. Cells without a common row have no gain.
 */
export async function measureGains(
  rows: readonly ReportedRow[],
  hits: Hits,
  { bars, barHits, ...options }: MeasureGainsOptions,
): Promise<Pick<ReportedScorer, "gain" | "gains" | "falls">> {
  const barOf = new Map(bars.map((bar) => [toCellName(bar.type, bar.key), bar]));
  const gained = new Map<string, Tally>();
  const splits = new Map<string, Tally & { readonly type: string; readonly key: CellKey }>();
  const entries: MeanEntry[] = [];
  /** The first mean is that of all rows, each with the bar of its type. */
  let means = 1;
  const startTally = (): Tally => ({ place: means++, images: new Set(), rows: 0, bar: 0 });
  for (const { key: row, type, cells, imageId: unit, chance } of rows) {
    const hit = hits.get(row);
    if (hit === undefined) continue;
    for (const key of cells) {
      const name = toCellName(type, key);
      if (key.by === "split") {
        const tally = splits.get(name) ?? { ...startTally(), type, key };
        splits.set(name, tally);
        tally.rows++;
        entries.push({ mean: tally.place, unit, value: hit });
      }
      const bar = barOf.get(name);
      const other = bar?.over === "chance" ? chance : barHits.get(bar?.over ?? "")?.get(row);
      if (other === undefined) continue;
      const tally = gained.get(name) ?? startTally();
      gained.set(name, tally);
      tally.rows++;
      tally.bar += other;
      tally.images.add(unit);
      entries.push({ mean: tally.place, unit, value: hit - other });
      if (key.by === "type") entries.push({ mean: 0, unit, value: hit - other });
    }
  }
  if (entries.length === 0) return { gain: null, gains: [], falls: [] };
  const resampled = await resampleMeans(entries, { ...options, means });
  const at = (place: number): Drawn => resampled[place] ?? { value: 0, resampled: new Float64Array() };
  const found = bars.flatMap(({ type, key, over }) => {
    const tally = gained.get(toCellName(type, key));
    if (tally === undefined) return [];
    const { value: gain, resampled: draws } = at(tally.place);
    const bar = tally.bar / tally.rows;
    const interval = percentileInterval(draws) ?? ([gain, gain] as const);
    return [{ type, key, over, rows: tally.rows, images: tally.images.size, bar, gain, interval, draws }];
  });
  return {
    gain: toMeanGain(
      found.filter(({ key }) => key.by === "type"),
      at(0),
    ),
    gains: found.map((one) => {
      const { draws: _, ...gain } = one;
      return gain;
    }),
    falls: toFalls([...splits.values()], at),
  };
}

interface Drawn {
  readonly value: number;
  readonly resampled: Float64Array;
}

function toMeanGain(
  found: readonly (Gain & { readonly draws: Float64Array })[],
  { value, resampled }: Drawn,
): ReportedScorer["gain"] {
  if (found.length === 0) return null;
  const meanOf = (valueOf: (type: (typeof found)[number]) => number): number =>
    found.reduce((sum, type) => sum + valueOf(type), 0) / found.length;
  const both = { rows: found.reduce((sum, { rows }) => sum + rows, 0), types: found.length };
  const gain = meanOf((type) => type.gain);
  const draws = resampled.map((_, draw) => meanOf((type) => type.draws[draw] ?? 0));
  return {
    micro: { ...both, gain: value, interval: percentileInterval(resampled) ?? [value, value] },
    macro: { ...both, gain, interval: percentileInterval(draws) ?? [gain, gain] },
  };
}

function toFalls(
  splits: readonly (Tally & { readonly type: string; readonly key: CellKey })[],
  at: (place: number) => Drawn,
): Fall[] {
  const sorted = splits.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
  return sorted.flatMap((seen) => {
    if (seen.key.by !== "split" || seen.key.split !== "SC") return [];
    const { trainingSet } = seen.key;
    return (["UC", "UA"] as const).flatMap((to): Fall[] => {
      const other = splits.find(
        ({ type, key }) =>
          type === seen.type && key.by === "split" && key.trainingSet === trainingSet && key.split === to,
      );
      if (other === undefined) return [];
      const [before, after] = [at(seen.place), at(other.place)];
      const change = after.value - before.value;
      const draws = after.resampled.map((draw, i) => draw - (before.resampled[i] ?? 0));
      const interval = percentileInterval(draws) ?? [change, change];
      const { type } = seen;
      return [{ trainingSet, type, to, rows: [seen.rows, other.rows], change, interval }];
    });
  });
}

function nameOf({ type, key }: { readonly type: string; readonly key: CellKey }): string {
  return JSON.stringify([key.by === "split" ? key.trainingSet : "", type]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
