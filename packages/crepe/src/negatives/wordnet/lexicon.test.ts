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
});
