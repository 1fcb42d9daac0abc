import fc from "fast-check";
import { expect, test } from "vitest";
import { canRelate, worldColourNames, worldNouns, worldPredicates } from "./catalogue.ts";
import { heldOutCompounds } from "./held-out-compounds.ts";
import { toWorldSplit } from "./to-world-split.ts";
import { trainingCaptions } from "./training-captions.ts";

const seeds = fc.integer({ min: 0, max: 10_000 });

test("every object misses two colours and every colour ten objects", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const heldOut = heldOutCompounds(seed);
      const seen = worldNouns.filter(({ name }) => !heldOut.unseenObjects.includes(name));
      expect(seen).toHaveLength(40);
      for (const { name } of seen) {
        expect(worldColourNames.filter((colour) => heldOut.holdsAttribute(colour, name))).toHaveLength(2);
      }
      for (const colour of worldColourNames) {
        expect(seen.filter(({ name }) => heldOut.holdsAttribute(colour, name))).toHaveLength(10);
      }
    }),
    { numRuns: 30 },
  );
});

test("relations are held out with their mirror, and each word keeps most of its compounds", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const heldOut = heldOutCompounds(seed);
      const seen = worldNouns.filter(({ name }) => !heldOut.unseenObjects.includes(name));
      const mirrors = {
        "left of": "right of",
        above: "below",
        "in front of": "behind",
        "bigger than": "smaller than",
      };
      for (const a of seen) {
        for (const b of seen) {
          for (const [predicate, mirror] of Object.entries(mirrors)) {
            expect(heldOut.holdsRelation(a.name, predicate, b.name)).toBe(
              heldOut.holdsRelation(b.name, mirror, a.name),
            );
          }
          for (const predicate of ["next to", "far from"]) {
            expect(heldOut.holdsRelation(a.name, predicate, b.name)).toBe(
              heldOut.holdsRelation(b.name, predicate, a.name),
            );
          }
        }
        for (const predicate of worldPredicates) {
          const objects = seen.filter((b) => canRelate(a, predicate, b));
          const held = objects.filter((b) => heldOut.holdsRelation(a.name, predicate, b.name)).length;
          if (objects.length > 0) expect(held / objects.length).toBeLessThanOrEqual(1 / 3);
        }
      }
    }),
    { numRuns: 5 },
  );
});

test("training captions say every compound that was not held out, and no other", () => {
  const heldOut = heldOutCompounds(5);
  const captions = [...trainingCaptions(heldOut, { seed: 1, extra: 500 })];
  const lines = new Set(captions);
  const words = new Set(captions.flatMap((caption) => caption.split(" ")));
  for (const name of heldOut.unseenObjects) expect(words.has(name)).toBe(false);
  for (const { name } of worldNouns) expect(words.has(name)).toBe(!heldOut.unseenObjects.includes(name));
  for (const colour of worldColourNames) expect(words.has(colour)).toBe(true);
  const { attributes, relations } = heldOut.compounds();
  expect(attributes).toHaveLength(80);
  const article = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);
  for (const { attribute, object } of attributes) {
    expect(captions.some((caption) => caption.includes(`${attribute} ${object}`))).toBe(false);
  }
  for (const { subject, predicate, object } of relations) {
    expect(lines.has(`${article(subject)} ${predicate} ${article(object)}`)).toBe(false);
  }
  for (const caption of captions) {
    const found =
      /(\w+) (left of|right of|above|below|inside|on|next to|far from|in front of|behind|bigger than|smaller than) an? (?:\w+ )*(\w+)$/.exec(
        caption,
      );
    if (found) expect(heldOut.holdsRelation(found[1] ?? "", found[2] ?? "", found[3] ?? "")).toBe(false);
  }
  const said = worldNouns
    .filter(({ name }) => !heldOut.unseenObjects.includes(name))
    .flatMap(({ name }) => worldColourNames.filter((colour) => lines.has(`${article(colour)} ${name}`)));
  expect(said).toHaveLength(240);
  expect([...trainingCaptions(heldOut, { seed: 1, extra: 500 })]).toEqual(captions);
});

test("a caption's split follows from what it names", () => {
  const heldOut = heldOutCompounds(5);
  const [unseen] = heldOut.unseenObjects;
  const { attributes, relations } = heldOut.compounds();
  const [compound, relation] = [attributes[0], relations[0]];
  const toObject = (id: string, name = "", words: string[] = []) => ({
    id,
    name,
    attributes: words,
    box: null,
  });
  const splitOf = (...objects: ReturnType<typeof toObject>[]) =>
    toWorldSplit({ objects, relations: [] }, heldOut);
  expect(splitOf(toObject("a", unseen))).toBe("UA");
  expect(splitOf(toObject("a", compound?.object, [compound?.attribute ?? ""]))).toBe("UC");
  expect(splitOf(toObject("a", compound?.object))).toBe("SC");
  const objects = [toObject("a", relation?.subject), toObject("b", relation?.object)];
  expect(
    toWorldSplit(
      { objects, relations: [{ subject: "a", predicate: relation?.predicate ?? "", object: "b" }] },
      heldOut,
    ),
  ).toBe("UC");
});
