import { fewestImages } from "../evaluate/fewest-images.ts";
import type { Results } from "../evaluate/results.ts";
import { toCellName } from "./cell-name.ts";
import type { Bar } from "./crepe-report.ts";

/** A probe has to be above chance by more than rounding to be a bar. */
const rounding = 1e-9;

type Blind = Pick<Results, "scorer" | "cells" | "averages">;

/**
 * What has to be beaten in each cell: the blind probe that is best there over all its rows, or chance where none is above
 * that, which needs no eyes either. Of several that are best the first by id. Fewer than 30 images are too few to choose by:
 * such a part of a type has the probe of the whole type, such a type the probe that is best on all rows. In the order of the
 * first results' cells.
 *
 * To take the best of many probes by the same rows that it is compared on favours the probe, so gains over it are rather too
 * small than too large.
 *
 * @param blind results of blind probes for all present items
 */
export function findBars(blind: readonly Blind[]): Bar[] {
  const sorted = blind.toSorted((a, b) => (a.scorer.id < b.scorer.id ? -1 : 1));
  const known = new Map(
    sorted.flatMap(({ cells }) => cells.map((cell) => [toCellName(cell.type, cell.key), cell] as const)),
  );
  const [first, ...others] = sorted;
  const overall = others.reduce((best, one) => (scoreOf(one) > scoreOf(best ?? one) ? one : best), first);
  const findBar = (cell: Omit<Bar, "over" | "rAt1">): Bar => {
    if (cell.images >= fewestImages) return findBest(sorted, cell);
    if (cell.key.by === "type") return findBest(overall === undefined ? [] : [overall], cell);
    const { over } = findBar(known.get(toCellName(cell.type, { by: "type" })) ?? cell);
    return findBest(
      sorted.filter(({ scorer }) => scorer.id === over),
      cell,
    );
  };
  return [...known.values()].map(findBar);
}

function scoreOf({ averages }: Blind): number {
  return averages.micro?.rAt1 ?? 0;
}

function findBest(blind: readonly Blind[], cell: Omit<Bar, "over" | "rAt1">): Bar {
  const { type, key, rows, images, chance } = cell;
  let best: Bar = { type, key, rows, images, chance, over: "chance", rAt1: chance };
  for (const { scorer, cells } of blind) {
    const rAt1 = cells.find((one) => toCellName(one.type, one.key) === toCellName(type, key))?.rAt1 ?? 0;
    if (rAt1 > best.rAt1 + rounding) best = { ...best, over: scorer.id, rAt1 };
  }
  return best;
}
