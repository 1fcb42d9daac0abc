import { expect, test } from "vitest";
import { isGivenName } from "../../facets/redaction/names/known-names.ts";
import { listEverydayWords } from "./everyday-words.ts";
import { readTokens } from "./read-tokens.ts";
import { createWordClasses } from "./word-classes.ts";

const words = [...listEverydayWords()];

test("every entry is one word as tokens are", () => {
  expect(words.filter((word) => readTokens(word).map((token) => token.word)[0] !== word)).toEqual([]);
});

test("no word is a given name too", () => {
  expect(words.filter((word) => isGivenName(word))).toEqual([]);
});

test("everyday words of other languages are known, and each form of them by itself", () => {
  const { classify } = createWordClasses();
  expect(classify({ word: "rezepte", kind: "word" })).toEqual({
    class: "known",
    key: "rezepte",
    isEnglish: false,
  });
  expect(classify({ word: "recetas", kind: "word" }).class).toBe("known");
});
