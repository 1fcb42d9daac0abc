import { expect, test } from "vitest";
import { toStanding } from "./first-place.ts";
import { scoreCentrality } from "./central-caption.ts";

test("the truth lies in the middle of its one-word changes", () => {
  const scores = scoreCentrality(["a red cat", "a blue cat", "a red dog", "the red cat"]);
  expect(toStanding(scores)).toEqual({ above: 0, tied: 0 });
});

test("of two captions neither lies nearer to the other", () => {
  expect(toStanding(scoreCentrality(["a red cat", "a blue dog on a mat"]))).toEqual({ above: 0, tied: 1 });
});
