import { isTestable } from "../atoms/recognise-atoms.ts";
import type { Estimate, FullSet, Gate, Retrieval } from "./analyses.ts";
import { isSighted } from "./is-sighted.ts";
import type { ResultsHead } from "./results.ts";

/**
 * Dose slopes, effects of n, gate and retrieval over the whole set as lines for people; none for what the head lacks, and
 * none for scorers that do not see, of which they would say nothing.
 */
export function describeAnalyses({
  scorer,
  doseSlopes = [],
  complexityEffects = [],
  gate,
  fullSet,
}: Pick<ResultsHead, "scorer" | "doseSlopes" | "complexityEffects" | "gate" | "fullSet">): string[] {
  if (!isSighted(scorer)) return [];
  const trainingSets = [...new Set(doseSlopes.map(({ trainingSet }) => trainingSet))];
  return [
    ...trainingSets.flatMap((trainingSet) =>
      describeEstimates(
        `dose slope, log odds for ten times the captions of ${trainingSet}`,
        doseSlopes.filter((one) => one.trainingSet === trainingSet),
        ({ slope }) => (slope === null ? null : estimate(slope, 1)),
      ),
    ),
    ...describeEstimates(
      "one atom more, in points",
      complexityEffects,
      ({ total, partial, fixed, reason }) => {
        if (total === null && partial === null) return null;
        const rest = partial === null ? `unknown (${reason ?? "no reason"})` : estimate(partial, 100);
        return `${total === null ? "unknown" : estimate(total, 100)}, at fixed ${list(fixed)} ${rest}`;
      },
    ),
    ...(gate === undefined ? [] : describeGate(gate)),
    ...(fullSet === undefined ? [] : describeFullSet(fullSet)),
  ];
}

/** One line a type, and one for all types without an estimate. */
function describeEstimates<T extends { readonly type: string; readonly reason?: string }>(
  title: string,
  entries: readonly T[],
  describe: (entry: T) => string | null,
): string[] {
  const known = entries.flatMap((entry) => {
    const text = describe(entry);
    return text === null ? [] : [`    ${entry.type.padEnd(11)} ${text}`];
  });
  const unknown = entries.filter((entry) => describe(entry) === null);
  const reasons = [...new Set(unknown.map(({ reason }) => reason ?? "no reason"))].map((reason) => {
    const types = unknown.filter((one) => (one.reason ?? "no reason") === reason).map(({ type }) => type);
    return `${types.join(", ")} (${reason})`;
  });
  if (known.length === 0 && reasons.length === 0) return [];
  if (known.length === 0) return [`  ${title}: unknown for ${reasons.join(", ")}`];
  return [
    `  ${title}:`,
    ...known,
    ...(reasons.length === 0 ? [] : [`    unknown for ${reasons.join(", ")}`]),
  ];
}

function describeGate({ atoms, cells }: Gate): string[] {
  const testable = atoms.filter(isTestable);
  const recognised = testable.filter((atom) => atom.recognised).length;
  return [
    `  gate: ${recognised} of ${testable.length} atoms recognised alone`,
    ...describeUntestable(atoms.filter((atom) => !isTestable(atom))),
    ...cells.map(({ type, rows, rAt1, interval, ungated }) => {
      const gated =
        rAt1 === null ? "none" : `R@1 ${range(rAt1, interval ?? [rAt1, rAt1], 100)} % (${rows} rows)`;
      return `    ${type.padEnd(11)} gated ${gated}; ungated R@1 ${range(ungated.rAt1, ungated.interval, 100)} % (${ungated.rows} rows)`;
    }),
  ];
}

/** Which atoms have too few probes, and how there are more. */
function describeUntestable(atoms: Gate["atoms"]): string[] {
  if (atoms.length === 0) return [];
  const names = atoms
    .slice(0, 5)
    .map(({ atom, probes, needed }) => `${atom} ${probes} of ${needed ?? "more"}`);
  const which = `${names.join(", ")}${atoms.length > 5 ? ` and ${atoms.length - 5} more` : ""}`;
  return [
    `    not testable: ${atoms.length} more, with too few probes (${which}); more items bring more images of them`,
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

/** "words, style and edit" */
function list(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" and ");
}

function estimate({ value, interval }: Estimate, scale: 1 | 100): string {
  return range(value, interval, scale);
}

function range(value: number, [low, high]: readonly [number, number], scale: 1 | 100): string {
  return `${digits(value, scale)} [${digits(low, scale)}, ${digits(high, scale)}]`;
}

function digits(value: number, scale: 1 | 100): string {
  const text = (scale * value).toFixed(scale === 1 ? 2 : 1);
  return Number(text) === 0 ? text.replace("-", "") : text;
}
