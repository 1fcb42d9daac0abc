import { describe, expect, test } from "vitest";
import { createLexicon } from "./lexicon.ts";
import { loadWordNet } from "./load-wordnet.ts";

const wordNet = loadWordNet();
const lexicon = createLexicon({ wordNet });

describe("loadWordNet", () => {
  test("finds the senses of a word with their tag counts", () => {
    const [dog] = wordNet.senses("dog", "n");
    expect(dog?.words[0]).toBe("dog");
    expect(dog?.file).toBe(5);
    expect(dog === undefined ? 0 : wordNet.tagCount("dog", dog)).toBeGreaterThan(10);
    expect(wordNet.senses("no such word", "n")).toEqual([]);
  });

  test("finds the first and the last word of the index", () => {
    expect(wordNet.senses("'hood", "n")).toHaveLength(1);
    expect(wordNet.senses("zyrian", "n").length).toBeGreaterThan(0);
  });
});

describe("createLexicon", () => {
  test("compares nouns", () => {
    expect(lexicon.compareNouns("sofa", "couch")).toBe("same");
    expect(lexicon.compareNouns("animal", "cats")).toBe("broader");
    expect(lexicon.compareNouns("cat", "animal")).toBe("narrower");
    expect(lexicon.compareNouns("pants", "jeans")).toBe("broader");
    expect(lexicon.compareNouns("cat", "dog")).toBe("different");
    expect(lexicon.compareNouns("tennis racket", "racket")).toBe("same");
  });

  test("finds siblings and antonyms that people use", () => {
    expect(lexicon.findRelatives("chair").siblings).toContain("bench");
    expect(lexicon.findRelatives("shirt").siblings).toContain("sweater");
    expect(lexicon.findAntonyms("tall")).toEqual(["short"]);
    expect(lexicon.isUsable("bastard")).toBe(false);
  });

  test("takes the sense that a synset names, and the likely one where WordNet has no such sense", () => {
    const siblingsOf = (noun: string, synset?: string) => lexicon.findRelatives(noun, synset).siblings;
    expect(siblingsOf("mouse", "mouse.n.01")).toContain("rat");
    expect(lexicon.findRelatives("mouse", "mouse.n.04").cousins).toContain("computer");
    expect(siblingsOf("mouse", "mouse.n.04")).not.toContain("rat");
    expect(siblingsOf("bow", "bow.n.04")).toContain("spear");
    expect(siblingsOf("bow", "bow.n.08")).not.toContain("spear");
    expect(siblingsOf("crane", "crane.n.04")).toContain("elevator");
    expect(siblingsOf("crane", "crane.n.05")).not.toContain("elevator");
    for (const unknown of ["glass.n.99", "glas.n.01", "glass.v.02", "glass", "__proto__.n.01"])
      expect(siblingsOf("glass", unknown)).toEqual(siblingsOf("glass"));
  });

  test("a class of one sense is no class of a thing that is meant in another", () => {
    expect(lexicon.compareNouns("animal", "mouse")).toBe("broader");
    expect(lexicon.compareNouns("animal", "mouse", "mouse.n.01")).toBe("broader");
    expect(lexicon.compareNouns("animal", "mouse", "mouse.n.04")).toBe("different");
    expect(lexicon.compareNouns("club", "bat", "bat.n.05")).toBe("broader");
    expect(lexicon.compareNouns("club", "bat", "bat.n.01")).toBe("different");
    expect(lexicon.compareNouns("mouse", "mouse", "mouse.n.04")).toBe("same");
  });

  test("finds the antonyms of one sense of an adjective", () => {
    expect(lexicon.findAntonyms("light", "light.a.01")).toEqual(["heavy"]);
    expect(lexicon.findAntonyms("light", "light.a.02")).toEqual(["dark"]);
  });
});
