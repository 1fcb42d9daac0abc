import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { CellKey } from "./results.ts";

/** First count of each step of the dose; the last has no end. */
const doses = [0, 1, 2, 5, 10, 30, 100, 300, 1_000, 10_000, 100_000] as const;

/** The cells that a row counts in for each of its types: the type, its complexity, its split and its dose per training set. */
export function toCellKeys(row: Pick<RetrievalRow, "n" | "split">): CellKey[] {
  const splits = Object.entries(row.split ?? {}).flatMap(
    ([trainingSet, { split, rarestCompound }]): CellKey[] => [
      { by: "split", trainingSet, split },
      ...(rarestCompound === null ? [] : [toDose(trainingSet, rarestCompound)]),
    ],
  );
  return [
    { by: "type" },
    ...(row.n === undefined ? [] : [{ by: "complexity" as const, n: row.n }]),
    ...splits,
  ];
}

function toDose(trainingSet: string, seen: number): CellKey {
  const step = doses.findLastIndex((from) => seen >= from);
  const next = doses[step + 1];
  return { by: "seen", trainingSet, from: doses[step] ?? 0, to: next === undefined ? null : next - 1 };
}
