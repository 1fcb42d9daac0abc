import type { ResultsHead } from "./results.ts";

/** What is no more than rounding. */
const slight = 1e-9;

/**
 * Results of several blind probes as text for people: of each type of negatives, and of all rows, the probe that is best,
 * which is what a model has to beat. All probes are in the results.
 */
export function describeBlind(heads: readonly ResultsHead[]): string[] {
  const cells = heads.flatMap(({ scorer, cells: own }) =>
    own.flatMap((cell) => (cell.key.by === "type" ? [{ ...cell, id: scorer.id }] : [])),
  );
  const types = [...new Set(cells.map(({ type }) => type))];
  const averages = heads.flatMap(({ scorer, averages: { micro } }) =>
    micro === null ? [] : [{ ...micro, id: scorer.id }],
  );
  return [
    `blind, the best of ${heads.length} probes that see no image`,
    ...types.flatMap((type) =>
      describeBest(
        type,
        cells.filter((cell) => cell.type === type),
      ),
    ),
    ...describeBest("micro, rows", averages),
  ];
}

interface Score {
  readonly id: string;
  readonly rAt1: number;
  readonly chance: number;
  readonly interval: readonly [number, number];
}

function describeBest(name: string, scores: readonly Score[]): string[] {
  const [first, ...others] = scores;
  if (first === undefined) return [];
  const best = others.reduce((top, one) => (one.rAt1 > top.rAt1 + slight ? one : top), first);
  const { id, rAt1, chance, interval } = best;
  const label = `  ${name.padEnd(13)}`;
  if (rAt1 <= chance + slight) return [`${label} chance, ${percent(chance)} %: no probe is above it`];
  const range = interval.map(percent).join(", ");
  return [`${label} R@1 ${percent(rAt1)} % [${range}], chance ${percent(chance)} %, by ${id}`];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
