import type { Random } from "@observatory/core";
import { percentileInterval, quantile } from "@observatory/numerics";
import { groupIndices } from "../blind/group-indices.ts";
import type { ItemRank } from "./rank-item.ts";
import { resampleMeans } from "./resample-means.ts";
import type { CellKey, ResultAverage, ResultCell, Results } from "./results.ts";

/** One row as the tables need it. */
export interface RankedRow extends ItemRank {
  readonly type: string;
  /** The cells that it counts in. */
  readonly keys: readonly CellKey[];
  /** What the bootstrap draws as a whole; pairs and families are one. */
  readonly imageId: string;
  /** k. */
  readonly negatives: number;
}

/**
 * The tables of a results file. Cells in the order type, complexity, split, dose; by name and number within. Shares, not
 * percent. Intervals come from one bootstrap over images that all cells share.
 */
export async function tabulate(
  rows: readonly RankedRow[],
  options: { readonly random: Random; readonly resamples: number; readonly signal?: AbortSignal },
): Promise<Pick<Results, "cells" | "averages">> {
  const groups = [...groupIndices(rows, toGroupNames)]
    .map(([name, members]) => ({ ...parseGroup(rows, name, members), members }))
    .toSorted(compareGroups);
  const everything = groups.length;
  const resampled = await resampleMeans(
    [
      ...groups.flatMap(({ members }, mean) => members.map((i) => entryOf(rows, i, mean))),
      ...rows.map((_, i) => entryOf(rows, i, everything)),
    ],
    { ...options, means: groups.length + 1 },
  );
  const intervalOf = (mean: number): readonly [number, number] => {
    const { value = 0, resampled: draws = [] } = resampled[mean] ?? {};
    return percentileInterval(draws) ?? [value, value];
  };
  const cells = groups.map(({ type, key, members }, mean): ResultCell => {
    const own = members.flatMap((i) => rows[i] ?? []);
    return {
      type,
      key,
      rows: own.length,
      images: new Set(own.map(({ imageId }) => imageId)).size,
      ...scoresOf(own),
      interval: intervalOf(mean),
      ties: own.filter(({ tied }) => tied > 0).length,
    };
  });
  const types = cells.flatMap((cell, mean) => (cell.key.by === "type" ? [{ cell, mean }] : []));
  return {
    cells,
    averages: {
      micro: rows.length === 0 ? null : { ...scoresOf(rows), interval: intervalOf(everything) },
      macro:
        types.length === 0
          ? null
          : averageOf(
              types.map(({ cell }) => cell),
              macroInterval(),
            ),
    },
  };

  function macroInterval(): readonly [number, number] {
    const draws = Float64Array.from({ length: options.resamples }, (_, resample) =>
      meanOf(types.map(({ mean }) => resampled[mean]?.resampled[resample] ?? 0)),
    );
    return percentileInterval(draws) ?? [0, 0];
  }
}

/** Cells are told apart by text: an object is no key of a map. */
function toGroupNames({ type, keys }: RankedRow): string[] {
  return keys.map((key) => JSON.stringify([type, key]));
}

function parseGroup(
  rows: readonly RankedRow[],
  name: string,
  members: readonly number[],
): { readonly type: string; readonly key: CellKey } {
  const [first = 0] = members;
  const { type = "", keys = [] } = rows[first] ?? {};
  return { type, key: keys.find((key) => JSON.stringify([type, key]) === name) ?? { by: "type" } };
}

const kindOrder = ["type", "complexity", "split", "seen"] as const satisfies readonly CellKey["by"][];

function compareGroups(
  a: { readonly type: string; readonly key: CellKey },
  b: { readonly type: string; readonly key: CellKey },
): number {
  return (
    kindOrder.indexOf(a.key.by) - kindOrder.indexOf(b.key.by) ||
    compareTexts(a.type, b.type) ||
    compareKeys(a.key, b.key)
  );
}

function compareKeys(a: CellKey, b: CellKey): number {
  if (a.by === "complexity" && b.by === "complexity") return a.n - b.n;
  if (a.by === "split" && b.by === "split")
    return (
      compareTexts(a.trainingSet, b.trainingSet) || splitOrder.indexOf(a.split) - splitOrder.indexOf(b.split)
    );
  if (a.by === "seen" && b.by === "seen")
    return compareTexts(a.trainingSet, b.trainingSet) || a.from - b.from;
  return 0;
}

const splitOrder = ["SC", "UC", "UA"] as const;

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entryOf(
  rows: readonly RankedRow[],
  i: number,
  mean: number,
): { readonly mean: number; readonly unit: string; readonly value: number } {
  return { mean, unit: rows[i]?.imageId ?? "", value: rows[i]?.hitAt1 ?? 0 };
}

function scoresOf(rows: readonly RankedRow[]): Omit<ResultAverage, "interval"> {
  return {
    chance: meanOf(rows.map(({ negatives }) => 1 / (1 + negatives))),
    rAt1: meanOf(rows.map(({ hitAt1 }) => hitAt1)),
    rAt3: meanOf(rows.map(({ hitAt3 }) => hitAt3)),
    meanRank: meanOf(rows.map(({ rank }) => rank)),
    medianRank:
      quantile(
        Float64Array.from(rows, ({ rank }) => rank),
        0.5,
      ) ?? 1,
  };
}

function averageOf(cells: readonly ResultCell[], interval: readonly [number, number]): ResultAverage {
  return {
    chance: meanOf(cells.map(({ chance }) => chance)),
    rAt1: meanOf(cells.map(({ rAt1 }) => rAt1)),
    interval,
    rAt3: meanOf(cells.map(({ rAt3 }) => rAt3)),
    meanRank: meanOf(cells.map(({ meanRank }) => meanRank)),
    medianRank: meanOf(cells.map(({ medianRank }) => medianRank)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
