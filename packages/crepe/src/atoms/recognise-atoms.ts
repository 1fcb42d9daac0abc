import { groupIndices } from "../blind/group-indices.ts";
import type { Gate } from "../evaluate/analyses.ts";
import { rankItem } from "../evaluate/rank-item.ts";
import type { ResultRow, Results } from "../evaluate/results.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { toAtomKey, type Atom } from "./atoms-of.ts";
import { ownImageChance, type FamilyPlaces } from "./own-image-chance.ts";

/** Of atoms whose images make no difference to a scorer at most this share passes. */
export const gateLevel = 0.025;

/** So few probes tell nothing of how often an atom is recognised. */
export const fewestProbes = 4;

/** One caption of one probe. */
interface Place {
  readonly atom: Atom;
  readonly family: string;
  /** Whether the caption is true there. */
  readonly own: boolean;
  /** The share of orders of what is equal in which it comes first. */
  readonly first: number;
  readonly captions: number;
}

/**
 * Which atoms a scorer recognises alone: those of which it gets at least half of the probes right, and more than their
 * images' making no difference would give, at a level of {@link gateLevel} ({@link ownImageChance}). So who always says "red"
 * is not taken for one who knows red, though right about all that is red. Ties count by the policy of the results.
 *
 * An atom that could not pass with all probes right is not testable ({@link isTestable}), and never recognised.
 */
export function recogniseAtoms(
  probes: readonly RetrievalRow[],
  results: Pick<Results, "rows" | "ties">,
): Gate["atoms"] {
  const rowOf = new Map(results.rows.map((row) => [row.item, row]));
  const scored = probes.flatMap((probe) => {
    const row = rowOf.get(probe.id);
    return row === undefined ? [] : [{ probe, row }];
  });
  // A probe tells nothing where all others of its family were lost.
  const families = [...groupIndices(scored, ({ probe }) => [familyOf(probe)]).values()];
  const places = families
    .filter((members) => members.length > 1)
    .flat()
    .flatMap((i) => scored[i] ?? [])
    .flatMap(({ probe, row }) => toPlaces(probe, row, results.ties));
  return [...groupIndices(places, ({ atom }) => [toAtomKey(atom)])]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => {
      const all = members.flatMap((i) => places[i] ?? []);
      const own = all.filter((place) => place.own);
      const [first] = own;
      if (first === undefined) return [];
      const inFamilies = [...groupIndices(all, ({ family }) => [family]).values()].flatMap((group) => {
        const members = group.flatMap((i) => all[i] ?? []);
        const right = members.find((place) => place.own);
        return right === undefined ? [] : [{ own: right.first, all: members.map((place) => place.first) }];
      });
      const rAt1 = meanOf(own.map((place) => place.first));
      const needed = probesNeeded(inFamilies);
      const recognised = own.length >= needed && rAt1 >= 0.5 && ownImageChance(inFamilies) <= gateLevel;
      return [
        {
          kind: first.atom.kind,
          atom: first.atom.word,
          probes: own.length,
          needed,
          chance: meanOf(own.map(({ captions }) => 1 / captions)),
          rAt1,
          falseAlarms: meanOf(all.filter((place) => !place.own).map((place) => place.first)),
          recognised,
        },
      ];
    });
}

/** Whether there are probes enough for an atom to be recognised at all. Earlier versions asked for four. */
export function isTestable({ probes, needed = fewestProbes }: Gate["atoms"][number]): boolean {
  return probes >= needed;
}

/** Where each caption of a probe comes. */
function toPlaces(probe: RetrievalRow, row: ResultRow, ties: Results["ties"]): Place[] {
  const { item } = probe;
  const scores = [row.positive, ...row.negatives];
  const [negative] = item?.negatives ?? [];
  const words = [negative?.edit.from, ...(item?.negatives ?? []).map(({ edit }) => edit.to)];
  if (item === undefined || negative === undefined || negative.edit.role === "caption") return [];
  const kind = negative.edit.role === "object" ? ("object" as const) : ("attribute" as const);
  return words.flatMap((word, i) => {
    const [own, ...others] = [scores[i] ?? 0, ...scores.filter((_, at) => at !== i)];
    if (word === undefined || own === undefined) return [];
    const { hitAt1: first } = rankItem({ positive: own, negatives: others }, ties);
    return [{ atom: { kind, word }, family: familyOf(probe), own: i === 0, first, captions: scores.length }];
  });
}

function familyOf({ family, id }: Pick<RetrievalRow, "family" | "id">): string {
  return family ?? id;
}

/** How many probes in families like these an atom needs to pass with all of them right. */
function probesNeeded(families: readonly FamilyPlaces[]): number {
  const evidence = meanOf(families.map(({ all }) => Math.log(all.length)));
  return Math.max(fewestProbes, Math.ceil(-Math.log(gateLevel) / evidence));
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
