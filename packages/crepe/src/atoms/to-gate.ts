import type { Random } from "@observatory/core";
import { percentileInterval, wilsonInterval } from "@observatory/numerics";
import { groupIndices } from "../blind/group-indices.ts";
import type { Gate, GatedCell } from "../evaluate/analyses.ts";
import type { AnalysedRow } from "../evaluate/complexity-effects.ts";
import { rankItem } from "../evaluate/rank-item.ts";
import { resampleMeans } from "../evaluate/resample-means.ts";
import type { Results } from "../evaluate/results.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { atomsOf, toAtomKey } from "./atoms-of.ts";

/** Fewer probes than this do not tell whether an atom is recognised. */
const fewestProbes = 4;

/**
 * Which atoms a scorer recognises alone: those with at least four probes, of which it gets at least half right and so many
 * that Wilson's 95 % interval lies above chance and above how often its caption comes first where it is false: who always
 * says "red" is right about all that is red. Ties count by the policy of the results.
 */
export function recogniseAtoms(
  probes: readonly RetrievalRow[],
  results: Pick<Results, "rows" | "ties">,
): Gate["atoms"] {
  const atomOf = new Map(
    probes.flatMap(({ id, item }) => {
      const [negative] = item?.negatives ?? [];
      if (negative === undefined || negative.edit.role === "caption") return [];
      const kind = negative.edit.role === "object" ? ("object" as const) : ("attribute" as const);
      return [[id, { kind, atom: negative.edit.from }] as const];
    }),
  );
  const groups = groupIndices(results.rows, ({ item }) => {
    const atom = atomOf.get(item);
    return atom === undefined ? [] : [toAtomKey({ kind: atom.kind, word: atom.atom })];
  });
  const falseAlarms = countFalseAlarms(probes, results);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => {
      const rows = members.flatMap((i) => results.rows[i] ?? []);
      const atom = atomOf.get(rows[0]?.item ?? "");
      if (atom === undefined) return [];
      const hits = rows.reduce((sum, row) => sum + rankItem(row, results.ties).hitAt1, 0);
      const chance = rows.reduce((sum, { negatives }) => sum + 1 / (1 + negatives.length), 0) / rows.length;
      const rAt1 = hits / rows.length;
      const [low] = wilsonInterval(Math.min(hits, rows.length), rows.length) ?? [0];
      const alarms = falseAlarms.get(toAtomKey({ kind: atom.kind, word: atom.atom })) ?? 0;
      const recognised = rows.length >= fewestProbes && rAt1 >= 0.5 && low > Math.max(chance, alarms);
      return [{ ...atom, probes: rows.length, chance, rAt1, falseAlarms: alarms, recognised }];
    });
}

/** For each atom the share of the probes that have it as a false caption in which no caption scores higher. */
function countFalseAlarms(
  probes: readonly RetrievalRow[],
  results: Pick<Results, "rows">,
): ReadonlyMap<string, number> {
  const itemOf = new Map(probes.map(({ id, item }) => [id, item]));
  const counts = new Map<string, { asked: number; first: number }>();
  for (const { item, positive, negatives } of results.rows) {
    const top = Math.max(positive, ...negatives);
    itemOf.get(item)?.negatives.forEach(({ edit }, i) => {
      const key = toAtomKey({ kind: edit.role === "object" ? "object" : "attribute", word: edit.to });
      const { asked, first } = counts.get(key) ?? { asked: 0, first: 0 };
      counts.set(key, { asked: asked + 1, first: first + (negatives[i] === top ? 1 : 0) });
    });
  }
  return new Map([...counts].map(([key, { asked, first }]) => [key, first / asked]));
}

/**
 * Scores on the rows whose caption names recognised objects and attributes alone, beside those on all rows that have a graph:
 * so a fall is one of composition and not of words that the scorer does not know. Intervals by a bootstrap that draws images.
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
  const { probesHash, atoms } = options;
  const recognised = new Set(
    atoms.filter((one) => one.recognised).map(({ kind, atom: word }) => toAtomKey({ kind, word })),
  );
  const known = rows.flatMap((one) => {
    const { item } = one.row;
    if (item === undefined) return [];
    return [{ ...one, passes: atomsOf(item).every((atom) => recognised.has(toAtomKey(atom))) }];
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
      ...gated,
      ungated: { rows: own.length, ...measure(2 * at) },
    };
  });
  return { probesHash, atoms, cells };
}
