import * as fc from "fast-check";
import { expect, test } from "vitest";
import { forEachGram, type GramOptions } from "./character-grams.ts";

const options: GramOptions = { minGram: 3, maxGram: 5, maxCharacters: 16_384 };

test("n-grams stay within words, which are padded with a space on both sides", () => {
  // " ab " has " ab", "ab " and the whole " ab "; " c " is one n-gram.
  expect(gramsOf("ab c")).toHaveLength(4);
  expect(gramsOf("hello")).toHaveLength(5 + 4 + 3);
});

test("a word shorter than the shortest n-gram counts once", () => {
  expect(gramsOf("a", { ...options, minGram: 5, maxGram: 6 })).toHaveLength(1);
});

test("case, white space and composition of characters make no difference", () => {
  expect(gramsOf("Crème  Brûlée\n")).toEqual(gramsOf("crème brûlée"));
  expect(gramsOf("ＡＢＣ１２３")).toEqual(gramsOf("abc123"));
});

test("a character outside the basic plane is one character", () => {
  expect(gramsOf("🙂🙂")).toHaveLength(gramsOf("ab").length);
  expect(new Set(gramsOf("🙂🙂"))).not.toEqual(new Set(gramsOf("🙃🙃")));
});

test("nothing comes of no characters", () => {
  expect(gramsOf("")).toEqual([]);
  expect(gramsOf(" \t\u3000\u2028")).toEqual([]);
});

test("texts are read up to the limit only", () => {
  expect(gramsOf("x".repeat(1_000_000))).toHaveLength(3 * (16_384 + 2) - 2 - 3 - 4);
});

test("different short strings have different hashes", () => {
  const words = Array.from({ length: 20_000 }, (_, i) => i.toString(36).padStart(4, "0"));
  const hashes = new Set(words.flatMap((word) => gramsOf(word, { ...options, minGram: 6, maxGram: 6 })));
  expect(hashes.size).toBeGreaterThanOrEqual(words.length - 2);
});

test("every string is accepted, and hashes are 32-bit", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(gramsOf(text).every((hash) => hash === hash >>> 0)).toBe(true);
    }),
  );
});

const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .map((codePoint) => String.fromCodePoint(codePoint));

function gramsOf(text: string, grams = options): number[] {
  const hashes: number[] = [];
  forEachGram(text, grams, (hash) => hashes.push(hash));
  return hashes;
}
