import { createRandom, UsageError } from "@observatory/core";
import {
  canRelate,
  worldColourNames,
  worldNouns,
  type WorldPredicate,
  worldPredicates,
} from "./catalogue.ts";

/** What no training caption says. */
export interface HeldOut {
  readonly seed: number;
  /** Nouns that training never names. */
  readonly unseenObjects: readonly string[];
  /** Whether a compound of a colour and an object is held out though both words are seen. */
  holdsAttribute(attribute: string, object: string): boolean;
  /** Whether a compound of object, relation and object is held out though all three are seen. */
  holdsRelation(subject: string, predicate: string, object: string): boolean;
  /** All held-out compounds of seen words, in the order of the catalogue. */
  compounds(): {
    readonly attributes: readonly { readonly attribute: string; readonly object: string }[];
    readonly relations: readonly {
      readonly subject: string;
      readonly predicate: string;
      readonly object: string;
    }[];
  };
}

export interface HeldOutOptions {
  /** How many nouns are held out altogether; 8 by default, at most 24. Only things, never supports or containers. */
  readonly unseenObjects?: number;
  /** Eighths of the compounds that are held out; 2 by default, 1 to 6. */
  readonly eighths?: number;
}

/** Of what is held out unless told: what `observatory/world-clip` was not shown. */
export const worldTrainingSeed = 1;

const order = 8;

/** Relations that say the same thing from the other side are held out together. */
const mirrored: Readonly<Partial<Record<WorldPredicate, WorldPredicate>>> = {
  "right of": "left of",
  below: "above",
  "smaller than": "bigger than",
  behind: "in front of",
};
const symmetric: ReadonlySet<WorldPredicate> = new Set(["next to", "far from"]);

/**
 * Chooses what is held out by a Latin square: with objects and colours in an order drawn from the seed, the compound of
 * object i and colour c is held out when (i + c) mod 8 falls into the first `eighths` residues. So every object misses as
 * many colours, and, as eight colours meet a multiple of eight objects, every colour as many objects. Compounds of
 * object, relation and object lie in a Latin cube over subject, relation and object in the same way.
 */
export function heldOutCompounds(seed: number, options: HeldOutOptions = {}): HeldOut {
  const { unseenObjects: unseenCount = 8, eighths = 2 } = options;
  if (!Number.isInteger(unseenCount) || unseenCount < 0 || unseenCount > 24) {
    throw new UsageError("0 to 24 objects can be held out");
  }
  if (!Number.isInteger(eighths) || eighths < 1 || eighths > 6)
    throw new UsageError("1 to 6 eighths can be held out");

  const random = createRandom(`held-out/${seed}`);
  const things = random.shuffle(worldNouns.filter(({ role }) => role === "thing"));
  const unseenObjects = things
    .slice(0, unseenCount)
    .map(({ name }) => name)
    .toSorted();
  const others = (["container", "support"] as const).flatMap((role) =>
    random.shuffle(worldNouns.filter((noun) => noun.role === role)),
  );
  // Containers and supports stand together: the few objects of `inside` and `on` then have different residues.
  const objectIndex = new Map(
    [...others, ...things.slice(unseenCount)].map(({ name }, index) => [name, index]),
  );
  const colourIndex = new Map<string, number>(
    random.shuffle(worldColourNames).map((name, index) => [name, index]),
  );
  const shifts = new Map(worldPredicates.map((predicate) => [predicate, random.integer(order)]));

  const holdsAttribute = (attribute: string, object: string): boolean => {
    const [c, i] = [colourIndex.get(attribute), objectIndex.get(object)];
    return c !== undefined && i !== undefined && (c + i) % order < eighths;
  };
  const holdsRelation = (subject: string, predicate: string, object: string): boolean => {
    const known = worldPredicates.find((name) => name === predicate);
    const [a, b] = [objectIndex.get(subject), objectIndex.get(object)];
    if (known === undefined || a === undefined || b === undefined || a === b) return false;
    const base = mirrored[known] ?? known;
    const [from, to] = base === known ? [a, b] : [b, a];
    // An odd factor keeps the square Latin and tells (a, b) from (b, a); symmetric relations must not be told apart.
    const step = symmetric.has(base) ? 1 : 3;
    return (from + step * to + (shifts.get(base) ?? 0)) % order < eighths;
  };
  const seenNouns = worldNouns.filter(({ name }) => objectIndex.has(name));
  return {
    seed,
    unseenObjects,
    holdsAttribute,
    holdsRelation,
    compounds: () => ({
      attributes: seenNouns.flatMap(({ name }) =>
        worldColourNames
          .filter((colour) => holdsAttribute(colour, name))
          .map((colour) => ({ attribute: colour, object: name })),
      ),
      relations: seenNouns.flatMap((subject) =>
        worldPredicates.flatMap((predicate) =>
          seenNouns
            .filter((object) => canRelate(subject, predicate, object))
            .filter((object) => holdsRelation(subject.name, predicate, object.name))
            .map((object) => ({ subject: subject.name, predicate, object: object.name })),
        ),
      ),
    }),
  };
}
