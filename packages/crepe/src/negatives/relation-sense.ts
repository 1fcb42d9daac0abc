/** What a predicate says about place, apart from its wording: "standing under" and "below" have the place `below`. */
export interface RelationSense {
  /** The verb, if there is one, without its preposition: "stand", "wearing". */
  readonly verb: string | null;
  readonly place: string | null;
}

/** Reads a predicate. */
export function toRelationSense(predicate: string): RelationSense {
  const known = senses.get(predicate);
  if (known !== undefined) return known;
  const sense = readSense(predicate);
  if (senses.size < 10_000) senses.set(predicate, sense);
  return sense;
}

/** Predicates repeat by the million and reading one is a pure function. */
const senses = new Map<string, RelationSense>();

function readSense(predicate: string): RelationSense {
  const text = predicate.replace(/^(?:is|are|be|being) /u, "").replace(/\bto the (left|right) of$/u, "$1 of");
  for (const [phrase, place] of placePhrases) {
    if (text === phrase) return { verb: null, place };
    if (text.endsWith(` ${phrase}`)) return { verb: toVerbKey(text.slice(0, -phrase.length - 1)), place };
  }
  return { verb: toVerbKey(text), place: null };
}

/** Rewords the place of a predicate: ("sit on", "under") -> "sit under". Null where it has none. */
export function replacePlace(predicate: string, phrase: string): string | null {
  for (const [known] of placePhrases) {
    if (predicate === known) return phrase;
    if (predicate.endsWith(` ${known}`)) return `${predicate.slice(0, -known.length)}${phrase}`;
  }
  return null;
}

/** Of one pair of things in one order, these exclude each other. "on" and "above" do not. */
export function arePlacesExclusive(a: string, b: string): boolean {
  return exclusivePlaces.has(`${a}|${b}`) || exclusivePlaces.has(`${b}|${a}`);
}

/** Whether `a` being so makes `b` so too, or at least not plainly false: "on" and "near". */
export function doesPlaceImply(a: string, b: string): boolean {
  return a === b || (impliedPlaces.get(a)?.includes(b) ?? false);
}

/** What holds the other way round: "left of" -> "right of", "near" -> "near"; null where nothing follows. */
export function inversePlace(place: string): string | null {
  return inverses.get(place) ?? null;
}

/** Whether a relation cannot also hold the other way round: "on", "wearing"; "next to" and "watching" can. */
export function isAsymmetric({ verb, place }: RelationSense): boolean {
  if (place !== null && asymmetricPlaces.has(place)) return true;
  return place === null && verb !== null && asymmetricVerbs.has(verb);
}

/** Wordings that deny a place, simplest first; empty where there are none. */
export function findPlaceFoils(place: string): readonly string[] {
  return placeFoils.get(place) ?? [];
}

function toVerbKey(verb: string): string {
  return verb
    .replace(/(?<=[a-z]{2})(?:ing|s)$/u, "")
    .replace(/([bdgmnpt])\1$/u, "$1")
    .replace(/(?<=[a-z]{3})e$/u, "");
}

// Longest first, so that "on top of" is not read as a verb "on top" with "of".
const placePhrases: readonly (readonly [string, string])[] = [
  ["to the left of", "left of"], ["to the right of", "right of"], ["on the left of", "left of"], ["on the right of", "right of"],
  ["on the left side of", "left of"], ["on the right side of", "right of"], ["at the left of", "left of"], ["at the right of", "right of"],
  ["left of", "left of"], ["right of", "right of"], ["in front of", "in front of"], ["in back of", "behind"], ["behind", "behind"],
  ["on top of", "on"], ["atop", "on"], ["upon", "on"], ["underneath", "below"], ["beneath", "below"], ["below", "below"], ["under", "below"],
  ["above", "above"], ["over", "above"], ["next to", "next to"], ["beside", "next to"], ["besides", "next to"], ["alongside", "next to"],
  ["adjacent to", "next to"], ["by", "next to"], ["close to", "near"], ["near to", "near"], ["near", "near"], ["far from", "far from"],
  ["far away from", "far from"], ["inside of", "in"], ["inside", "in"], ["within", "in"], ["outside of", "outside"], ["outside", "outside"],
  ["bigger than", "bigger than"], ["larger than", "bigger than"], ["smaller than", "smaller than"], ["taller than", "taller than"],
  ["shorter than", "shorter than"], ["higher than", "above"], ["lower than", "below"], ["onto", "on"], ["on", "on"], ["in", "in"], ["into", "in"],
]; // prettier-ignore
const exclusivePlaces = new Set([
  "left of|right of", "above|below", "on|below", "in front of|behind", "in|outside", "near|far from", "next to|far from",
  "on|far from", "in|far from", "bigger than|smaller than", "taller than|shorter than",
]); // prettier-ignore
const impliedPlaces = new Map<string, readonly string[]>([
  ["on", ["above", "near", "next to", "in"]],
  ["in", ["near", "next to", "on"]],
  ["next to", ["near"]],
  ["near", ["next to"]],
  ["above", ["on"]],
]);
const inverses = new Map([
  ["left of", "right of"], ["right of", "left of"], ["above", "below"], ["below", "above"], ["in front of", "behind"],
  ["behind", "in front of"], ["bigger than", "smaller than"], ["smaller than", "bigger than"], ["taller than", "shorter than"],
  ["shorter than", "taller than"], ["near", "near"], ["next to", "next to"], ["far from", "far from"], ["on", "below"],
]); // prettier-ignore
const asymmetricPlaces = new Set([
  "left of", "right of", "above", "below", "on", "in", "in front of", "behind", "bigger than", "smaller than", "taller than", "shorter than",
]); // prettier-ignore
const asymmetricVerbs = new Set(["wear", "hold", "carry", "rid", "eat", "driv", "contain", "cut", "throw", "read", "have", "ha", "wrapp", "catch", "pull", "push", "swing", "drink", "kick", "rid", "hav"].map(toVerbKey)); // prettier-ignore
const placeFoils = new Map<string, readonly string[]>([
  ["left of", ["right of"]], ["right of", ["left of"]], ["above", ["below", "under"]], ["below", ["above", "on"]], ["on", ["under", "below"]],
  ["in front of", ["behind"]], ["behind", ["in front of"]], ["in", ["outside"]], ["outside", ["inside"]], ["near", ["far from"]],
  ["next to", ["far from"]], ["far from", ["next to", "near"]], ["bigger than", ["smaller than"]], ["smaller than", ["bigger than"]],
  ["taller than", ["shorter than"]], ["shorter than", ["taller than"]],
]); // prettier-ignore
