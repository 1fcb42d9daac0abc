import type { Random } from "@observatory/core";
import { drawBootstrapCounts, percentileInterval } from "@observatory/numerics";
import { setImmediate } from "node:timers/promises";
import type { DoseSlope } from "./analyses.ts";
import type { AnalysedRow } from "./complexity-effects.ts";
import { fewestImages } from "./fewest-images.ts";
import { findAlike } from "./find-alike.ts";
import { fitLogistic } from "./fit-logistic.ts";

interface DosedRow {
  readonly dose: number;
  readonly hit: number;
  readonly unit: string;
}

/**
 * For each training set and type of negatives how the odds of a first place move with the dose: how often the training set
 * names the caption's rarest compound. A logistic regression of the first place on log10(1 + times seen), so the slope is
 * the change of the log odds for about ten times the captions. 95 % percentile interval from a bootstrap that draws images.
 *
 * No slope, with the reason: `too-few-images` (under 30), `one-dose`, `all-alike` (every row right, or none),
 * `nearly-all-alike` (so few images unlike the rest that no interval holds), `separated` (the dose tells right from wrong
 * without exception, so that no finite slope is best).
 */
export async function toDoseSlopes(
  rows: readonly AnalysedRow[],
  options: { readonly random: Random; readonly resamples: number; readonly signal?: AbortSignal },
): Promise<DoseSlope[]> {
  const groups = new Map<string, { trainingSet: string; type: string; rows: DosedRow[] }>();
  for (const { row, type, hitAt1: hit, imageId: unit } of rows) {
    for (const [trainingSet, { rarestCompound }] of Object.entries(row.split ?? {})) {
      if (rarestCompound === null) continue;
      const name = JSON.stringify([trainingSet, type]);
      const group = groups.get(name) ?? { trainingSet, type, rows: [] };
      groups.set(name, group);
      group.rows.push({ dose: Math.log10(1 + rarestCompound), hit, unit });
    }
  }
  const slopes: DoseSlope[] = [];
  for (const [name, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { trainingSet, type, rows: own } = group;
    const images = new Set(own.map(({ unit }) => unit)).size;
    const found = await toSlope(own, images, { ...options, random: options.random.fork(name) });
    slopes.push({ type, rows: own.length, images, trainingSet, ...found });
  }
  return slopes;
}

async function toSlope(
  rows: readonly DosedRow[],
  images: number,
  options: { readonly random: Random; readonly resamples: number; readonly signal?: AbortSignal },
): Promise<Pick<DoseSlope, "slope" | "reason">> {
  if (images < fewestImages) return { slope: null, reason: "too-few-images" };
  const doses = [...new Set(rows.map(({ dose }) => dose))].toSorted((a, b) => a - b);
  if (doses.length < 2) return { slope: null, reason: "one-dose" };
  const alike = findAlike(rows);
  if (alike !== null) return { slope: null, reason: alike };
  const units = sumByUnit(rows, doses);
  const fit = (counts: Uint32Array | null): number | null => {
    const sums = doses.map((x) => ({ x, rows: 0, hits: 0 }));
    units.forEach((unit, i) => {
      const times = counts === null ? 1 : (counts[i] ?? 0);
      for (const { place, rows: size, hits: sum } of times === 0 ? [] : unit) {
        const own = sums[place];
        if (own === undefined) continue;
        own.rows += times * size;
        own.hits += times * sum;
      }
    });
    return fitLogistic(sums)?.slope ?? null;
  };
  const value = fit(null);
  if (value === null) return { slope: null, reason: "separated" };
  const draws: number[] = [];
  for (let resample = 0; resample < options.resamples; resample++) {
    if (resample % 20 === 19) {
      await setImmediate();
      options.signal?.throwIfAborted();
    }
    const drawn = fit(drawBootstrapCounts(units.length, options.random));
    if (drawn !== null) draws.push(drawn);
  }
  // An interval of the resamples that happen to be determined would be too narrow.
  const interval = draws.length < 0.95 * options.resamples ? null : percentileInterval(draws);
  return interval === null ? { slope: null, reason: "separated" } : { slope: { value, interval } };
}

type UnitSums = readonly { readonly place: number; readonly rows: number; readonly hits: number }[];

function sumByUnit(rows: readonly DosedRow[], doses: readonly number[]): UnitSums[] {
  const placeOf = new Map(doses.map((dose, place) => [dose, place]));
  const units = new Map<string, Map<number, { rows: number; hits: number }>>();
  for (const { dose, hit, unit } of rows) {
    const place = placeOf.get(dose) ?? 0;
    const own = units.get(unit) ?? new Map<number, { rows: number; hits: number }>();
    units.set(unit, own);
    const sums = own.get(place) ?? { rows: 0, hits: 0 };
    own.set(place, { rows: sums.rows + 1, hits: sums.hits + hit });
  }
  return [...units.values()].map((own) => [...own].map(([place, sums]) => ({ place, ...sums })));
}
