import fc from "fast-check";
import { expect, test } from "vitest";
import type { BlindRow } from "./blind-row.ts";
import { countBigrams } from "./bigram-model.ts";
import { toCaptionTokens } from "./caption-tokens.ts";
import { toImageFold } from "./image-fold.ts";
import { blindProbes } from "./probes.ts";

const row = (imageId: string, caption: string): BlindRow => ({ imageId, caption, negatives: [], cells: [] });

test("tokens are lower-case words, full stops and commas", () => {
  expect(toCaptionTokens("A cat's  Tail, left-of: 2 DOGS.")).toEqual([
    "a",
    "cat's",
    "tail",
    ",",
    "left",
    "of",
    "2",
    "dogs",
    ".",
  ]);
});

test("folds are those of the published reference", () => {
  expect(["13", "5", "2359296"].map((id) => toImageFold(id))).toEqual([0, 2, 3]);
});

test("a bigram model counts each caption once for each image", () => {
  const model = countBigrams([row("1", "a cat"), row("1", "a cat"), row("2", "a dog")]);
  // a a cat dog </s> </s>; four kinds and one for the unknown.
  expect(model.total).toBe(6);
  expect(model.vocabulary).toBe(5);
  expect(model.distinctBigrams).toBe(5);
  expect(model.unigram("a")).toBeCloseTo(Math.log(2.5 / 8.5), 12);
  expect(model.unigram("bird")).toBeCloseTo(Math.log(0.5 / 8.5), 12);
  // `a` was seen twice, once before `cat`: 2/7 of 1/2 and 5/7 of the unigram.
  expect(model.bigram("a", "cat")).toBeCloseTo(Math.log((2 / 7) * 0.5 + (5 / 7) * (1.5 / 8.5)), 12);
  expect(model.bigram("bird", "cat")).toBeCloseTo(Math.log(1.5 / 8.5), 12);
});

test("surface probes see length, case, marks, negation and slips", () => {
  const score = (name: keyof typeof blindProbes, caption: string): number =>
    blindProbes[name].fit([])(caption);
  expect(score("shortest_caption", "a 🐈")).toBe(-3);
  expect(score("longest_caption", "a 🐈")).toBe(3);
  expect([
    score("first_letter_lower_case", "a cat"),
    score("first_letter_lower_case", "A cat"),
    score("first_letter_lower_case", "2 cats"),
  ]).toEqual([1, 0, 0]);
  expect(score("least_punctuation", "a cat, a dog.")).toBe(-2);
  expect([score("no_negation_word", "There is No cat"), score("no_negation_word", "a knot")]).toEqual([0, 1]);
  expect(score("fewest_slips", "an old cat and a dog, on a unicycle.")).toBeCloseTo(0);
  expect(score("fewest_slips", "a apple and an cat on the the mat. . There")).toBe(-5);
});

test("every probe gives every text a finite score", () => {
  const scores = Object.values(blindProbes).map((probe) => probe.fit([row("1", "a cat on a mat")]));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(scores.every((score) => Number.isFinite(score(text)))).toBe(true);
    }),
    { numRuns: 40 },
  );
});
