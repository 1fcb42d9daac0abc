import { expect, test } from "vitest";
import type { BlindRow } from "./blind-row.ts";
import { trigramLikelihood, wordsTogether } from "./context-probes.ts";
import { wordWeights } from "./word-weights-probe.ts";

const row = (imageId: string, caption: string, negatives: readonly string[] = []): BlindRow => ({
  imageId,
  caption,
  negatives,
  cells: ["all"],
});

test("a trigram model tells an order that pairs of words do not", () => {
  // Every pair of adjacent words of the false text is in the true ones; no three words are.
  const rows = Array.from({ length: 20 }, (_, i) => row(String(i), i % 2 ? "b c d" : "a c e"));
  const score = trigramLikelihood.fit(rows);
  expect(score("b c d")).toBeGreaterThan(score("b c e"));
  expect(score("a c e")).toBeGreaterThan(score("a c d"));
});

test("words that go together are told apart from those that do not, wherever they stand", () => {
  const rows = Array.from({ length: 20 }, (_, i) =>
    row(String(i), i % 2 ? "a cat on the mat" : "the ship at sea"),
  );
  const score = wordsTogether.fit(rows);
  expect(score("mat under cat")).toBeGreaterThan(score("mat under ship"));
  expect(score("")).toBe(0);
});

test("words that false captions prefer weigh against them", () => {
  const rows = Array.from({ length: 60 }, (_, i) =>
    row(String(i), `a cat ${i % 7}`, [`a cat ${i % 5} indeed`, `a cat ${i % 3}`]),
  );
  const score = wordWeights.fit(rows);
  expect(score("a cat indeed")).toBeLessThan(score("a cat") - 1);
  expect(score("dog")).toBe(0);
});
