import type { Random } from "@observatory/core";
import { percentileInterval } from "@observatory/numerics";
import { groupIndices } from "../blind/group-indices.ts";
import type { Gate, GatedCell } from "../evaluate/analyses.ts";
import type { AnalysedRow } from "../evaluate/complexity-effects.ts";
import { resampleMeans } from "../evaluate/resample-means.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { atomsOf, toAtomKey } from "./atoms-of.ts";
import { namedAtoms } from "./make-atom-items.ts";
import { fewestProbes, isTestable } from "./recognise-atoms.ts";

/**
 * Scores on the rows whose caption names recognised objects and attributes alone, beside those on all rows whose atoms can be
 * tested: so a fall is one of composition and not of words that the scorer does not know. Rows with an atom of too few
 * probes are in neither, and counted; atoms without a probe are added. Intervals by a bootstrap that draws images.
 */
export async function toGate(
  rows: readonly Pick<AnalysedRow, "row" | "type" | "hitAt1" | "negatives" | "imageId">[],
  options: {
    readonly probesHash: string;
    readonly atoms: Gate["atoms"];
    readonly random: Random;
    readonly resamples: number;
    readonly signal?: AbortSignal;
  },
): Promise<Gate> {
  const { probesHash } = options;
  const atoms = addWithoutProbes(options.atoms, rows);
  const keysOf = (some: Gate["atoms"]) =>
    new Set(some.map(({ kind, atom: word }) => toAtomKey({ kind, word })));
  const testable = keysOf(atoms.filter(isTestable));
  const recognised = keysOf(atoms.filter((one) => one.recognised));
  const untestable = new Map<string, number>();
  const known = rows.flatMap((one) => {
    const { item } = one.row;
    if (item === undefined) return [];
    const own = atomsOf(item).map(toAtomKey);
    if (own.every((atom) => testable.has(atom)))
      return [{ ...one, passes: own.every((atom) => recognised.has(atom)) }];
    untestable.set(one.type, (untestable.get(one.type) ?? 0) + 1);
    return [];
  });
  const types = [...groupIndices(known, ({ type }) => [type])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const means = await resampleMeans(
    types.flatMap(([, members], at) =>
      members
        .flatMap((i) => known[i] ?? [])
        .flatMap(({ hitAt1: value, imageId: unit, passes }) => [
          { mean: 2 * at, unit, value },
          ...(passes ? [{ mean: 2 * at + 1, unit, value }] : []),
        ]),
    ),
    { ...options, means: 2 * types.length },
  );
  const cells = types.map(([type, members], at): GatedCell => {
    const own = members.flatMap((i) => known[i] ?? []);
    const passed = own.filter(({ passes }) => passes);
    const measure = (place: number) => {
      const { value = 0, resampled = new Float64Array() } = means[place] ?? {};
      return { rAt1: value, interval: percentileInterval(resampled) ?? ([value, value] as const) };
    };
    const gated =
      passed.length === 0
        ? { chance: null, rAt1: null, interval: null }
        : {
            chance: passed.reduce((sum, { negatives }) => sum + 1 / (1 + negatives), 0) / passed.length,
            ...measure(2 * at + 1),
          };
    return {
      type,
      rows: passed.length,
      images: new Set(passed.map(({ imageId }) => imageId)).size,
      untestable: untestable.get(type) ?? 0,
      ...gated,
      ungated: { rows: own.length, ...measure(2 * at) },
    };
  });
  return { probesHash, atoms, cells };
}

/** With the atoms that rows name and of which there is no probe at all. */
function addWithoutProbes(
  atoms: Gate["atoms"],
  rows: readonly { readonly row: Pick<RetrievalRow, "item"> }[],
): Gate["atoms"] {
  const probed = new Set(atoms.map(({ kind, atom: word }) => toAtomKey({ kind, word })));
  const others = namedAtoms(rows.map(({ row }) => row)).filter((atom) => !probed.has(toAtomKey(atom)));
  return [
    ...atoms,
    ...others.map(({ kind, word }) => ({
      kind,
      atom: word,
      probes: 0,
      needed: fewestProbes,
      chance: null,
      rAt1: null,
      falseAlarms: null,
      recognised: false,
    })),
  ];
}
