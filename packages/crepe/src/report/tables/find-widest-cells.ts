import type { CellKey, ResultCell } from "../../evaluate/results.ts";
import { toCellName, toCellOrder } from "../cell-name.ts";
import type { ReportedScorer } from "../crepe-report.ts";

/** Each part of each type once, in order, as the scorer with most rows has it: some may have scored a part of them. */
export function findWidestCells(
  scorers: readonly ReportedScorer[],
  isPart: (key: CellKey) => boolean,
): ResultCell[] {
  const widest = new Map<string, ResultCell>();
  for (const cell of scorers.flatMap(({ results }) => results.cells)) {
    const name = toCellName(cell.type, cell.key);
    if (isPart(cell.key) && cell.rows > (widest.get(name)?.rows ?? 0)) widest.set(name, cell);
  }
  return [...widest.values()].toSorted((a, b) => toCellOrder(a.key) - toCellOrder(b.key));
}
