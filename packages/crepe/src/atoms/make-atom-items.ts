import { createRandom, type Random } from "@observatory/core";
import { cropSubgraph } from "../benchmark/crop-subgraph.ts";
import type { Item, Negative } from "../benchmark/item.ts";
import { articleFor } from "../captions/render/article.ts";
import { isMassNoun, isPluralNoun } from "../captions/render/noun-number.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";
import { atomsOf, attributeSetOf, toAtomKey, type Atom } from "./atoms-of.ts";

/** Most captions of one probe, as in CREPE: one true, five false. */
const familySize = 6;

/** One place where an atom can be seen: a thing in an image. */
interface Sight {
  readonly file: string | null;
  readonly scene: SceneGraph;
  readonly object: SceneObject;
  readonly closedWorld: boolean;
}

interface Member {
  readonly atom: Atom;
  readonly sight: Sight;
}

/**
 * Probes for every atom that the captions of a benchmark name: "a picture of an umbrella" or "a picture of something red",
 * with the crop of one such thing, against other objects or other attributes of the same set (colours against colours).
 *
 * Probes come in families of two to six, each caption true of one crop, and no other caption true of anything in that
 * crop's whole image: so no scorer without eyes can win. Each atom gets up to `perAtom` of them, each in another image. Rows without a graph give none. The same rows and seed give the same probes.
 */
export function makeAtomItems(
  rows: readonly RetrievalRow[],
  { seed, perAtom = 12 }: { readonly seed: number; readonly perAtom?: number },
): Item[] {
  const sights = collectSights(rows);
  const wanted = new Map(
    rows.flatMap(({ item }) =>
      item === undefined ? [] : atomsOf(item).map((atom) => [toAtomKey(atom), atom] as const),
    ),
  );
  const groups = new Map<string, Atom[]>();
  for (const [, atom] of [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const group = atom.kind === "object" ? "object" : `attribute ${attributeSetOf(atom.word)}`;
    groups.set(group, [...(groups.get(group) ?? []), atom]);
  }
  return [...groups].flatMap(([group, atoms]) => {
    const random = createRandom(seed).fork(group);
    const queues = new Map(
      atoms.map((atom) => [atom, random.fork(atom.word).shuffle(sights.get(toAtomKey(atom)) ?? [])]),
    );
    return Array.from({ length: perAtom }, (_, round) => makeRound(queues, { round, group, random })).flat();
  });
}

/** Every atom once at most, in families. No sight is used twice for an atom: the same crop again would tell nothing new. */
function makeRound(
  queues: ReadonlyMap<Atom, Sight[]>,
  { round, group, random }: { readonly round: number; readonly group: string; readonly random: Random },
): Item[] {
  let waiting = random.shuffle([...queues.keys()]);
  const items: Item[] = [];
  while (waiting.length > 1) {
    const family: Member[] = [];
    for (const atom of waiting) {
      if (family.length === familySize) break;
      const queue = queues.get(atom) ?? [];
      const place = queue.findIndex((sight) =>
        family.every((other) => !shows(sight.scene, other.atom) && !shows(other.sight.scene, atom)),
      );
      const [sight] = place === -1 ? [] : queue.splice(place, 1);
      if (sight === undefined) continue;
      family.push({ atom, sight });
    }
    const [first] = family;
    // An atom that goes with no other waits no longer.
    const done = new Set(family.length > 1 ? family.map(({ atom }) => atom) : [first?.atom ?? waiting[0]]);
    waiting = waiting.filter((atom) => !done.has(atom));
    if (family.length < 2) continue;
    const id = `${group.replaceAll(" ", "-")}/${round}/${family[0]?.atom.word ?? ""}`;
    items.push(...family.map((member) => toItem(member, family, id)));
  }
  return items;
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

/** Where each atom can be seen, one sight an image. What is known of an image is its scene, or all graphs of its items. */
function collectSights(rows: readonly RetrievalRow[]): ReadonlyMap<string, Sight[]> {
  const images = new Map<string, Omit<Sight, "object">>();
  for (const { item, image, id } of rows) {
    if (item === undefined) continue;
    const key = image.file ?? id;
    const { objects = [] } = images.get(key)?.scene ?? {};
    const known = new Set(objects.map((object) => object.id));
    const scene = item.scene ?? {
      objects: [...objects, ...item.graph.objects.filter((object) => !known.has(object.id))],
      relations: [],
    };
    images.set(key, { file: item.image.file, scene, closedWorld: item.scene !== undefined });
  }
  const sights = new Map<string, Sight[]>();
  for (const [, sight] of [...images].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const seen = new Set<string>();
    for (const object of sight.scene.objects) {
      for (const atom of atomsOf({ graph: { objects: [object], relations: [] } })) {
        const key = toAtomKey(atom);
        if (seen.has(key)) continue;
        seen.add(key);
        sights.set(key, [...(sights.get(key) ?? []), { ...sight, object }]);
      }
    }
  }
  return sights;
}
