import { createRandom, type Random } from "@observatory/core";
import { cropSubgraph } from "../benchmark/crop-subgraph.ts";
import type { Item, Negative } from "../benchmark/item.ts";
import { articleFor } from "../captions/render/article.ts";
import { isMassNoun, isPluralNoun } from "../captions/render/noun-number.ts";
import { groupIndices } from "../blind/group-indices.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";
import { atomsOf, attributeSetOf, toAtomKey, type Atom } from "./atoms-of.ts";
import { collectImages, collectSights, type Shown, type Sight } from "./collect-sights.ts";

/** Most captions of one probe, as in CREPE: one true, five false. */
const familySize = 6;

/** Sights of a family's first atom that are tried for others that go with it. */
const mostTried = 8;

interface Member {
  readonly atom: Atom;
  readonly sight: Sight;
}

/**
 * Probes for atoms, if not told for every one that the captions of a benchmark name: "a picture of an umbrella" or "a picture
 * of something red", with the crop of one such thing, against other objects or other attributes of the same set (colours
 * against colours).
 *
 * Probes come in families of two to six, each caption true of one crop, and no other caption true of anything in that
 * crop's whole image: so no scorer without eyes can win. Each atom gets `perAtom` of them where there are images enough, and
 * a few more where others need it in their families, each in another image. `more` images are looked at where those of the
 * rows do not suffice. Rows without a graph give none. The same rows and seed give the same probes.
 */
export function makeAtomItems(
  rows: readonly RetrievalRow[],
  {
    seed,
    atoms = namedAtoms(rows),
    perAtom = probesPerAtom,
    more = [],
  }: {
    readonly seed: number;
    readonly atoms?: readonly Atom[];
    readonly perAtom?: number;
    readonly more?: readonly Shown[];
  },
): Item[] {
  const sights = collectSights(collectImages(rows));
  const others = collectSights(more);
  const groups = groupIndices(atoms, ({ kind, word }) => [
    kind === "object" ? kind : `${kind} ${attributeSetOf(word)}`,
  ]);
  return [...groups].flatMap(([group, members]) => {
    const random = createRandom(seed).fork(group);
    const queues = new Map(
      members
        .flatMap((i) => atoms[i] ?? [])
        .map((atom) => {
          const own = random.fork(atom.word);
          const key = toAtomKey(atom);
          return [atom, [...own.shuffle(sights.get(key) ?? []), ...(others.get(key) ?? [])]];
        }),
    );
    return makeFamilies(queues, { perAtom, random }).flatMap((family, i) =>
      family.map((member) => toItem(member, family, `${group.replaceAll(" ", "-")}/${i}`)),
    );
  });
}

/** How many probes an atom gets where there are images enough. */
export const probesPerAtom = 12;

/** The atoms that captions name, each once, in the order of their keys. */
export function namedAtoms(rows: readonly Pick<RetrievalRow, "item">[]): readonly Atom[] {
  const atoms = rows.flatMap(({ item }) => (item === undefined ? [] : atomsOf(item)));
  return [...new Map(atoms.map((atom) => [toAtomKey(atom), atom]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, atom]) => atom);
}

/**
 * Families until each atom is in `perAtom` or goes with no other any more. No sight is used twice for an atom: the same crop
 * again would tell nothing new.
 */
function makeFamilies(
  queues: ReadonlyMap<Atom, Sight[]>,
  { perAtom, random }: { readonly perAtom: number; readonly random: Random },
): (readonly Member[])[] {
  const left = new Map([...queues.keys()].map((atom) => [atom, perAtom]));
  const families: (readonly Member[])[] = [];
  for (let waiting = [...left.keys()]; waiting.length > 0;) {
    // Each atom once, in a new order; those that have enough only fill up.
    let round = random.shuffle(waiting);
    while (round.length > 0) {
      const [first] = round;
      if (first === undefined) break;
      const inRound = new Set(round);
      const fillers = random.shuffle([...left.keys()].filter((atom) => !inRound.has(atom)));
      const family = findFamily(first, [...round.slice(1), ...fillers], queues);
      if (family === null && queues.get(first)?.splice(0, mostTried).length === 0) left.delete(first);
      for (const { atom, sight } of family ?? []) {
        const queue = queues.get(atom) ?? [];
        queue.splice(queue.indexOf(sight), 1);
        left.set(atom, (left.get(atom) ?? 0) - 1);
      }
      if (family !== null) families.push(family);
      const done = new Set([first, ...(family ?? []).map(({ atom }) => atom)]);
      round = round.filter((atom) => !done.has(atom));
    }
    waiting = waiting.filter((atom) => (left.get(atom) ?? 0) > 0);
  }
  return families;
}

/** The largest family that some sight of an atom goes with, or null where it goes with none. */
function findFamily(
  first: Atom,
  others: readonly Atom[],
  queues: ReadonlyMap<Atom, readonly Sight[]>,
): readonly Member[] | null {
  let best: readonly Member[] = [];
  for (const sight of (queues.get(first) ?? []).slice(0, mostTried)) {
    const family: Member[] = [{ atom: first, sight }];
    for (const atom of others) {
      if (family.length === familySize) break;
      const fitting = queues
        .get(atom)
        ?.find(({ scene }) =>
          family.every((other) => !shows(scene, other.atom) && !shows(other.sight.scene, atom)),
        );
      if (fitting !== undefined) family.push({ atom, sight: fitting });
    }
    if (family.length > best.length) best = family;
    if (best.length === familySize) break;
  }
  return best.length < 2 ? null : best;
}

function toItem({ atom, sight }: Member, family: readonly Member[], id: string): Item {
  const { object, file, closedWorld } = sight;
  const shown: SceneObject = {
    ...object,
    ...(atom.kind === "object" ? { attributes: [] } : { name: "thing", attributes: [atom.word] }),
  };
  const whole = { width: Infinity, height: Infinity };
  const box = file === null ? null : cropSubgraph({ objects: [object], relations: [] }, whole);
  return {
    id: `${id}/${atom.word}`,
    image: { file, ...(box === null ? {} : { box }) },
    caption: toCaption(atom),
    graph: { objects: [shown], relations: [] },
    ...(closedWorld ? { scene: sight.scene } : {}),
    complexity: { n: 1, objects: 1, relations: 0, attributes: 0, components: 1 },
    family: id,
    negatives: family
      .filter((other) => other.atom !== atom)
      .map((other): Negative => ({
        text: toCaption(other.atom),
        type: "atom",
        edit: {
          rule: "other-atom",
          role: atom.kind,
          from: atom.word,
          to: other.atom.word,
          objects: [object.id],
        },
        falsity: closedWorld ? "absent" : "unknown",
      })),
  };
}

function toCaption({ kind, word }: Atom): string {
  if (kind === "attribute") return `a picture of something ${word}`;
  const noun = isPluralNoun(word) || isMassNoun(word) ? word : `${articleFor(word)} ${word}`;
  return `a picture of ${noun}`;
}

function shows({ objects }: SceneGraph, { kind, word }: Atom): boolean {
  return objects.some(({ name, attributes }) =>
    kind === "object" ? name === word : attributes.includes(word),
  );
}
