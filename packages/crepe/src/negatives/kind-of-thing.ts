import type { SceneObject } from "../scene-graph/scene-graph.ts";
import { areLookAlikes, sceneKinds, sceneKindOf, sceneNounsOf } from "./scene-nouns.ts";
import type { Synset } from "./wordnet/load-wordnet.ts";
import type { Lexicon } from "./wordnet/lexicon.ts";

/**
 * The kind of a thing in a picture, by its name, or by its sense where that is known and speaks against the name or
 * the name is on no list: a bat that flies is no sports gear but a mammal. Null for a thing of no kind.
 */
export function kindOfThing(
  { name, synset }: Pick<SceneObject, "name" | "synset">,
  lexicon: Lexicon,
): string | null {
  const sense = lexicon.resolve(synset);
  if (sense === null) return sceneKindOf(name);
  // The same few things are asked about again and again, and a look at all kinds costs most of a millisecond.
  const known = foundByLexicon.get(lexicon) ?? new Map<string, string | null>();
  foundByLexicon.set(lexicon, known);
  const key = `${name}\n${sense.id}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const kind = findKind(name, sense, lexicon);
  if (known.size < 100_000) known.set(key, kind);
  return kind;
}
const foundByLexicon = new WeakMap<Lexicon, Map<string, string | null>>();

function findKind(name: string, sense: Synset, lexicon: Lexicon): string | null {
  const named = sceneKindOf(name);
  const own = kindsOf(lexicon).get(named ?? "");
  if (own === undefined || realmOf(own.file) !== realmOf(sense.file))
    return nearestKind(name, sense, farSteps, lexicon);
  // The lists know better than WordNet what people put side by side, but for a sense that is next to another kind.
  return (own.files.includes(sense.file) ? null : nearestKind(name, sense, nearSteps, lexicon)) ?? named;
}

const nearSteps = 1;
const farSteps = 3;

interface SenseKind {
  /** The lexicographer file of most members. */
  readonly file: number;
  /** All files of more than a few. */
  readonly files: readonly number[];
  /** The members in the file of most and their senses: one of another file is likely guessed wrong. */
  readonly members: readonly { readonly noun: string; readonly sense: Synset }[];
}

/** Of the kinds with a member near, the one that has most look-alikes of the thing, then that of which most is near. */
function nearestKind(name: string, sense: Synset, most: number, lexicon: Lexicon): string | null {
  const near = [...kindsOf(lexicon)].flatMap(([kind, { file, members }]) => {
    if (sense.file !== file) return [];
    const found = members.filter((member) => {
      const steps = lexicon.stepsBetween(sense, member.sense);
      return steps !== null && steps <= most;
    });
    if (found.length === 0) return [];
    const alike = found.filter(({ noun }) => areLookAlikes(name, noun)).length;
    return [{ kind, alike, share: found.length / members.length }];
  });
  return near.toSorted((a, b) => b.alike - a.alike || b.share - a.share)[0]?.kind ?? null;
}

/** Animals, persons and bodies apart from each other and from the rest, in which a food is a plant or a substance too. */
function realmOf(file: number): number {
  return [5, 8, 18].includes(file) ? file : 0;
}

/** Only a kind of which three members in four are in one file has members: what a mark is, no class of WordNet says. */
function kindsOf(lexicon: Lexicon): ReadonlyMap<string, SenseKind> {
  const known = kindsByLexicon.get(lexicon);
  if (known !== undefined) return known;
  const kinds = new Map<string, SenseKind>();
  for (const kind of sceneKinds) {
    const all = sceneNounsOf(kind).flatMap((noun) => {
      const sense = lexicon.mainSense(noun);
      return sense === null ? [] : [{ noun, sense }];
    });
    const membersIn = (file: number) => all.filter(({ sense }) => sense.file === file);
    const files = [...new Set(all.map(({ sense }) => sense.file))]
      .filter((one) => 5 * membersIn(one).length >= all.length)
      .toSorted((a, b) => membersIn(b).length - membersIn(a).length);
    const [file = 0] = files;
    kinds.set(kind, {
      file,
      files,
      members: 4 * membersIn(file).length < 3 * all.length ? [] : membersIn(file),
    });
  }
  kindsByLexicon.set(lexicon, kinds);
  return kinds;
}
const kindsByLexicon = new WeakMap<Lexicon, ReadonlyMap<string, SenseKind>>();
