import { findRealFile } from "@observatory/core/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFactual } from "../../scene-graph/readers/factual.ts";
import { sceneGraphSchema } from "../../scene-graph/scene-graph.ts";
import { parseCaption } from "./parse-caption.ts";
import { scoreGraphs } from "./score-graphs.ts";

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** A graph as text: objects with their attributes, then triples. */
function describeGraph(caption: string): string {
  const { objects, relations } = parseCaption(caption);
  const names = new Map(objects.map(({ id, name }) => [id, name]));
  return [
    ...objects.map(({ name, attributes }) =>
      attributes.length === 0 ? name : `${name} {${attributes.join(", ")}}`,
    ),
    ...relations.map(
      ({ subject, predicate, object }) => `${names.get(subject)} - ${predicate} - ${names.get(object)}`,
    ),
  ].join("; ");
}

const readings: readonly (readonly [rule: string, caption: string, graph: string])[] = [
  ["adjectives joined by and", "a red and white bus", "bus {red, white}"],
  ["adjectives joined by a comma", "the dry, dusty ground", "ground {dry, dusty}"],
  ["a shade and its colour", "a dark blue car", "car {dark blue}"],
  ["predicative attributes", "the cat is black and white", "cat {black, white}"],
  ["a colour by the word colour", "clouds are white color", "cloud {white}"],
  ["materials", "a wood table near a brick wall", "table {wooden}; wall {brick}; table - near - wall"],
  [
    "noun compounds",
    "fire hydrant beside a teddy bear",
    "fire hydrant; teddy bear; fire hydrant - beside - teddy bear",
  ],
  ["a part and its whole in a compound", "a tree branch", "tree; branch; tree - have - branch"],
  ["numbers", "two dogs on 3 beds", "dog {2}; bed {3}; dog - on - bed"],
  ["amounts", "a group of zebras near a bunch of trees", "zebra {group of}; tree; zebra - near - tree"],
  ["pieces", "a slice of pizza on a plate", "pizza {slice}; plate; pizza - on - plate"],
  ["containers", "a glass of beer", "glass; beer; beer - in - glass"],
  ["genitives", "leg of the man", "leg; man; man - have - leg"],
  ["possessives", "hat on the man 's head", "hat; man; head; man - have - head; hat - on - head"],
  ["possessive clothes", "the skier's vest", "skier; vest; skier - wear - vest"],
  [
    "prepositions of several words",
    "a dog is in front of the house",
    "dog; house; dog - in front of - house",
  ],
  ["synonymous prepositions", "a dog beneath a table", "dog; table; dog - under - table"],
  ["participles", "man riding horse", "man; horse; man - ride - horse"],
  ["finite verbs", "the dog rests on the rug", "dog; rug; dog - rest on - rug"],
  ["particles", "a girl is looking at the cow", "girl; cow; girl - look at - cow"],
  ["irregular verbs", "a man holds a bat", "man; bat; man - hold - bat"],
  ["verbs without object", "the man is sitting", "man {sitting}"],
  ["verbs with particle without object", "a cat lying down", "cat {lying down}"],
  ["passives", "a cart pulled by a horse", "cart; horse; horse - pull - cart"],
  ["passives of covering", "a tree covered in snow", "tree; snow; snow - cover - tree"],
  ["passives of place", "cars parked by the road", "car; road; car - park by - road"],
  [
    "several subjects",
    "a man and a woman riding bikes",
    "man; woman; bike; man - ride - bike; woman - ride - bike",
  ],
  ["several objects", "boy wearing a hat and shoes", "boy; hat; shoe; boy - wear - hat; boy - wear - shoe"],
  [
    "two clauses",
    "a man rides a horse and a dog is on the grass",
    "man; horse; dog; grass; man - ride - horse; dog - on - grass",
  ],
  [
    "people act, places do not",
    "a man on a beach holding a board",
    "man; beach; board; man - on - beach; man - hold - board",
  ],
  ["relative clauses", "a bus that is going down the road", "bus; road; bus - go down - road"],
  ["relative clauses without a pronoun", "the sofa the man is sitting on", "sofa; man; man - sit on - sofa"],
  ["there is", "there are two plants", "plant {2}"],
  ["this is", "this is an elephant", "elephant"],
  ["pronouns of people", "she is holding a racket", "woman; racket; woman - hold - racket"],
  [
    "pronouns inside a caption",
    "a plate with utensils in it",
    "plate; utensil; plate - with - utensil; utensil - in - plate",
  ],
  ["each other", "a toilet and a sink next to each other", "toilet; sink; toilet - next to - sink"],
  ["one as a noun", "a small tree next to a large one", "tree {small}; tree {large}; tree - next to - tree"],
  ["clothes one is in", "a man in a blue shirt", "man; shirt {blue}; man - wear - shirt"],
  ["parts in an adjective", "a long sleeved shirt", "sleeve {long}; shirt; shirt - have - sleeve"],
  ["hyphens", "man wearing a t-shirt", "man; t-shirt; man - wear - t-shirt"],
  ["nouns without a singular", "the jeans and glasses", "jeans; glasses"],
];

describe("parseCaption", () => {
  test.each(readings)("reads %s: %s", (_rule, caption, graph) => {
    expect(describeGraph(caption)).toBe(graph);
  });

  test("gives ids in order of mention and null boxes", () => {
    expect(parseCaption("Two dogs chase a CAT").objects).toEqual([
      { id: "o0", name: "dog", attributes: ["2"], box: null },
      { id: "o1", name: "cat", attributes: [], box: null },
    ]);
  });

  test("gives an empty graph for text without words", () => {
    for (const text of ["", "   ", "...", ", , and", "12 34", "🐶🐶", "'s 's"])
      expect(parseCaption(text).relations).toEqual([]);
  });

  test("ends on a caption of 10,000 words", () => {
    const endless = ["dog and ", "group of ", "red and ", "man 's ", "it on ", "that is ", "big 's "];
    for (const words of endless)
      expect(parseCaption(words.repeat(5000)).objects.length).toBeLessThanOrEqual(500);
  });

  test("gives a valid graph for any run of words", () => {
    const word = fc.constantFrom(
      ..."a the two red black big man dogs tree 's his it that is are of on in with by and , . sitting covered holding wearing has looking down up to for one group slice not there very each side by white".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const graph = sceneGraphSchema.parse(parseCaption(words.join(" ")));
        const ids = new Set(graph.objects.map(({ id }) => id));
        for (const { subject, object } of graph.relations)
          expect(ids.has(subject) && ids.has(object) && subject !== object).toBe(true);
        for (const { name, attributes } of graph.objects) {
          expect(name).not.toBe("");
          expect(new Set(attributes).size).toBe(attributes.length);
        }
      }),
      { seed: 5, numRuns: 1500 },
    );
  });

  test("is deterministic", () => {
    const caption = "a man and a woman walking two dogs on the beach";
    expect(parseCaption(caption)).toEqual(parseCaption(caption));
  });

  const dev = findRealFile("vision/factual/dev.jsonl");

  test.skipIf(dev === null)(
    "agrees with the people who checked FACTUAL's dev captions (skipped without the data)",
    async () => {
      const records = await collect(readFactual(dev ?? ""));
      const scores = scoreGraphs(
        records.map(({ caption }) => parseCaption(caption)),
        records.map(({ graph }) => graph),
      );
      expect(scores.graphs).toBe(1000);
      expect(scores.objects.f1).toBeGreaterThan(0.925);
      expect(scores.attributes.f1).toBeGreaterThan(0.82);
      expect(scores.relations.f1).toBeGreaterThan(0.74);
      expect(scores.exact).toBeGreaterThan(0.7);
    },
  );
});
