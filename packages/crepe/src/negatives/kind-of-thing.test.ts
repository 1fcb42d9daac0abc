import { expect, test } from "vitest";
import { kindOfThing } from "./kind-of-thing.ts";
import { createLexicon } from "./wordnet/lexicon.ts";

const lexicon = createLexicon();
const kindOf = (name: string, synset?: string) => kindOfThing({ name, synset }, lexicon);

test("a sense that is no thing of the name's kind has the kind of its neighbours", () => {
  expect(kindOf("bat")).toBe("sports gear");
  expect(kindOf("bat", "bat.n.05")).toBe("sports gear");
  expect(kindOf("bat", "bat.n.01")).toBe("mammal");
  expect(kindOf("trunk", "trunk.n.01")).toBe("part of a tree");
  expect(kindOf("trunk", "trunk.n.02")).toBe("bag");
  expect(kindOf("pitcher", "pitcher.n.01")).toBeNull();
  expect(kindOf("pitcher", "pitcher.n.02")).toBe("container");
});

test("a name on no list has a kind where its sense has near neighbours", () => {
  expect(kindOf("crane")).toBeNull();
  expect(kindOf("crane", "crane.n.05")).toBe("bird");
  expect(kindOf("crane", "crane.n.04")).toBeNull();
  expect(kindOf("mouse", "mouse.n.01")).toBe("mammal");
  expect(kindOf("glass", "glass.n.02")).toBe("container");
  expect(kindOf("glass", "glass.n.01")).toBeNull();
  expect(kindOf("nose", "nose.n.01")).toBeNull();
});

test("a synset that WordNet does not have, or that nobody can see, says nothing", () => {
  for (const synset of ["bat.n.99", "bat.v.01", "bat.n.02", "flying mammal"])
    expect(kindOf("bat", synset)).toBe("sports gear");
  expect(kindOf("apple", "apple.n.01")).toBe("produce");
});
