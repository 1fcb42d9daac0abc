import { expect, test } from "vitest";
import type { BlindRow } from "./blind-row.ts";
import { isCounterbalanced } from "./is-counterbalanced.ts";

const captions = ["a red cat", "a blue cat", "a green cat"];
const family = (imageId: string, list = captions): BlindRow[] =>
  list.map((caption) => ({
    imageId,
    caption,
    negatives: list.filter((other) => other !== caption).toReversed(),
    cells: ["atom"],
  }));

test("families in which each caption is true once are counter-balanced, in any order", () => {
  expect(isCounterbalanced([...family("1"), ...family("2")])).toBe(true);
  expect(isCounterbalanced([...family("1"), ...family("1", ["a dog", "a cat"])].toReversed())).toBe(true);
});

test("a family with a row too few, or a caption that is true twice, is not", () => {
  expect(isCounterbalanced([])).toBe(false);
  expect(isCounterbalanced(family("1").slice(1))).toBe(false);
  const [first, second] = family("1");
  if (first === undefined || second === undefined) throw new Error("no rows");
  expect(isCounterbalanced([first, first, second])).toBe(false);
  expect(isCounterbalanced([first, { ...second, imageId: "2" }])).toBe(false);
});
