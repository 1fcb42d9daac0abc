import type { Estimate, FullSet, Gate, Retrieval } from "./analyses.ts";
import type { ResultsHead } from "./results.ts";

/** Dose slopes, effects of n, gate and retrieval over the whole set as lines for people; none for what the head lacks. */
export function describeAnalyses({
  doseSlopes = [],
  complexityEffects = [],
  gate,
  fullSet,
}: Pick<ResultsHead, "doseSlopes" | "complexityEffects" | "gate" | "fullSet">): string[] {
  return [
    ...doseSlopes.map(
      ({ type, trainingSet, slope, reason }) =>
        `  ${type.padEnd(13)} dose slope in ${trainingSet}: ${estimate(slope, reason, 1)} log odds for ten times the captions`,
    ),
    ...complexityEffects.map(
      ({ type, total, partial, fixed, reason }) =>
        `  ${type.padEnd(13)} one atom more: total ${estimate(total, reason, 100)} points; at fixed ${fixed.join(" and ")} ${estimate(partial, reason, 100)} points`,
    ),
    ...(gate === undefined ? [] : describeGate(gate)),
    ...(fullSet === undefined ? [] : describeFullSet(fullSet)),
  ];
}

function describeGate({ atoms, cells }: Gate): string[] {
  const recognised = atoms.filter((atom) => atom.recognised).length;
  return [
    `  gate: ${recognised} of ${atoms.length} atoms recognised alone`,
    ...cells.map(({ type, rows, rAt1, interval, ungated }) => {
      const gated =
        rAt1 === null ? "none" : `R@1 ${range(rAt1, interval ?? [rAt1, rAt1], 100)} % (${rows} rows)`;
      return `    ${type.padEnd(11)} gated ${gated}; ungated R@1 ${range(ungated.rAt1, ungated.interval, 100)} % (${ungated.rows} rows)`;
    }),
  ];
}

function describeFullSet({ imageToText, textToImage }: FullSet): string[] {
  return [
    `  whole set, image to text: ${describeRetrieval(imageToText)}`,
    `  whole set, text to image: ${describeRetrieval(textToImage)}`,
  ];
}

function describeRetrieval(way: Retrieval): string {
  return `R@1 ${range(way.rAt1, way.interval, 100)} %, R@5 ${digits(way.rAt5, 100)} %, R@10 ${digits(way.rAt10, 100)} %, median rank ${way.medianRank} (${way.queries} queries, ${way.candidates} candidates, chance R@1 ${digits(way.chance.rAt1, 100)} %)`;
}

function estimate(found: Estimate | null, reason: string | undefined, scale: 1 | 100): string {
  return found === null ? `unknown (${reason ?? "no reason"})` : range(found.value, found.interval, scale);
}

function range(value: number, [low, high]: readonly [number, number], scale: 1 | 100): string {
  return `${digits(value, scale)} [${digits(low, scale)}, ${digits(high, scale)}]`;
}

function digits(value: number, scale: 1 | 100): string {
  return (scale * value).toFixed(scale === 1 ? 2 : 1);
}
