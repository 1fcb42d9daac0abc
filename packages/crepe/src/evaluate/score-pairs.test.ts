import { createRandom } from "@observatory/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { scorePairs, scoreSquare } from "./score-pairs.ts";
import type { ScoredRow } from "./to-results.ts";

const expected = { policy: "expected", tolerance: 0 } as const;

describe("scoreSquare", () => {
  test.each([
    [
      { aa: 2, ab: 1, ba: 1, bb: 2 },
      { text: 1, image: 1, group: 1 },
    ],
    // Image A is liked by all captions: each image has its caption first, caption B does not have its image.
    [
      { aa: 9, ab: 8, ba: 1, bb: 2 },
      { text: 1, image: 0, group: 0 },
    ],
    [
      { aa: 9, ab: 1, ba: 8, bb: 2 },
      { text: 0, image: 1, group: 0 },
    ],
    [
      { aa: 1, ab: 1, ba: 1, bb: 1 },
      { text: 1 / 4, image: 1 / 4, group: 1 / 6 },
    ],
    [
      { aa: 2, ab: 1, ba: 2, bb: 2 },
      { text: 1 / 2, image: 1 / 2, group: 1 / 3 },
    ],
  ])("of %j is %j", (scores, measures) => {
    expect(scoreSquare(scores, expected)).toEqual(measures);
  });

  test("takes equal scores as the policy says", () => {
    const equal = { aa: 1, ab: 1, ba: 1, bb: 1 };
    expect(scoreSquare(equal, { policy: "optimistic", tolerance: 0 }).group).toBe(1);
    expect(scoreSquare(equal, { policy: "pessimistic", tolerance: 0 }).text).toBe(0);
    expect(scoreSquare({ ...equal, ab: 1.05 }, { policy: "expected", tolerance: 0.1 }).text).toBe(1 / 4);
  });

  test("a group is never right more often than its texts or its images", () => {
    const score = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.record({ aa: score, ab: score, ba: score, bb: score }), (scores) => {
        const { text, image, group } = scoreSquare(scores, expected);
        expect(group).toBeLessThanOrEqual(Math.min(text, image));
        // The same of the transposed square, images for texts.
        expect(scoreSquare({ ...scores, ab: scores.ba, ba: scores.ab }, expected)).toEqual({
          text: image,
          image: text,
          group,
        });
      }),
    );
  });
});

function toScored(id: string, side: "A" | "B", scores: readonly number[]): ScoredRow {
  const row: RetrievalRow = {
    id: `${id}/${side}`,
    image: {},
    caption: side,
    negatives: [],
    pair: { id, side },
    source: { file: "x", line: 1, format: "jsonl" },
  };
  return { row, type: "swap", scores };
}

test("scorePairs takes pairs that are whole, each once", async () => {
  const options = { ties: expected, random: createRandom(1), resamples: 100 };
  const scored = [
    toScored("1", "A", [2, 1]),
    toScored("2", "B", [1, 2]),
    toScored("1", "B", [2, 1]),
    toScored("2", "A", [1, 2]),
    toScored("3", "A", [2, 1]),
  ];
  expect(await scorePairs(scored, options)).toMatchObject({
    pairs: 2,
    text: { share: 0.5, interval: [0, 1] },
    group: { share: 0.5 },
    chance: { text: 1 / 4, image: 1 / 4, group: 1 / 6 },
  });
  expect(await scorePairs(scored.slice(4), options)).toBeNull();
});
