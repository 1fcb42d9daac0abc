import type { Results } from "../evaluate/results.ts";
import type { Bar } from "./crepe-report.ts";
import { toCellName } from "./cell-name.ts";

/** A probe has to be above chance by more than rounding to be a bar. */
const rounding = 1e-9;

/**
 * What has to be beaten in each cell: the blind probe that is best there over all its rows, or chance where none is above
 * that, which needs no eyes either. Of several that are best the first by id. In the order of the first results' cells.
 *
 * To take the best of many probes by the same rows that it is compared on favours the probe, so gains over it are rather too
 * small than too large.
 *
 * @param blind results of blind probes for all present items
 */
export function findBars(blind: readonly Pick<Results, "scorer" | "cells">[]): Bar[] {
  const bars = new Map<string, Bar>();
  for (const { scorer, cells } of blind.toSorted((a, b) => (a.scorer.id < b.scorer.id ? -1 : 1))) {
    for (const { type, key, rows, images, chance, rAt1 } of cells) {
      const name = toCellName(type, key);
      const bar = bars.get(name) ?? { type, key, rows, images, chance, over: "chance", rAt1: chance };
      bars.set(name, rAt1 > bar.rAt1 + rounding ? { ...bar, over: scorer.id, rAt1 } : bar);
    }
  }
  return [...bars.values()];
}
