import { expect, test } from "vitest";
import { parseSynsetName } from "./synset-name.ts";

test("a synset's name is a lemma, a part of speech and a number", () => {
  expect(parseSynsetName("hot_dog.n.02")).toEqual({ lemma: "hot dog", part: "n", number: 2 });
  expect(parseSynsetName("st._bernard.n.01")).toEqual({ lemma: "st. bernard", part: "n", number: 1 });
  expect(parseSynsetName("red.s.01")).toEqual({ lemma: "red", part: "a", number: 1 });
});

test("other texts name no synset", () => {
  for (const text of ["", "tree", "tree.n", "tree.n.00", "tree.x.01", "a tree.n.01", ".n.01", "tree.n.1e3"])
    expect(parseSynsetName(text)).toBeNull();
});
