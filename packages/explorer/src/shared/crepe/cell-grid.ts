import type { CellAudit } from "@observatory/crepe/release";
import type { CrepeOverview } from "./crepe-overview.ts";

/** Counts of items by type of negatives and complexity, as the benchmark's record has them. */
export interface CellGrid {
  readonly types: readonly string[];
  readonly ns: readonly number[];
  readonly most: number;
  /** Null where the benchmark has no such cell. */
  countOf(type: string, n: number): number | null;
}

/** Reads the cells out of counts such as `atom/4`. */
export function toCellGrid(counts: CrepeOverview["record"]["counts"]): CellGrid {
  const cells = new Map<string, number>();
  const types = new Set<string>();
  const ns = new Set<number>();
  for (const [name, count] of Object.entries(counts)) {
    const match = /^(.+)\/(\d+)$/u.exec(name);
    if (match === null) continue;
    types.add(match[1] ?? "");
    ns.add(Number(match[2]));
    cells.set(name, count);
  }
  return {
    types: [...types].toSorted(),
    ns: [...ns].toSorted((a, b) => a - b),
    most: Math.max(0, ...cells.values()),
    countOf: (type, n) => cells.get(`${type}/${n}`) ?? null,
  };
}

/** What the verdict of a cell means to someone who has to read a score of it, in one sentence. */
export function describeVerdict(cell: CellAudit): string {
  const best = cell.probes.find(({ probe }) => probe === cell.best);
  const worst = cell.probes.find(({ probe }) => probe === cell.leaks[0]);
  switch (cell.verdict) {
    case "undecided":
      return `Too few images to judge: ${cell.images}.`;
    case "blind-proof":
      return cell.counterbalanced
        ? "Each caption is the true one as often as any other of its list: words alone cannot win."
        : `No probe is off chance by more than accident; a gain of more than ${(100 * cell.largestPossibleGain).toFixed(1)} points is ruled out.`;
    case "leaks":
      return `Words give the true caption away: ${worst?.clue ?? "its wording"}. A score says something about eyes only above ${(100 * (best?.rAt1 ?? 0)).toFixed(1)} %.`;
    default:
      return cell.verdict satisfies never;
  }
}
