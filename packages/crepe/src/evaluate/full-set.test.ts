import { createRandom, failed, succeeded } from "@observatory/core";
import { expect, test } from "vitest";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { hitAt, rankOf, scoreFullSet } from "./full-set.ts";
import { tiePolicies } from "./results.ts";
import type { ScorerVectors } from "./scorer.ts";

const rowOf = (id: string, image: string, caption: string): RetrievalRow => ({
  id,
  image: { file: image },
  caption,
  negatives: [],
  source: { file: "items.jsonl", line: 1, format: "jsonl" },
});

function vectorsOf(known: Readonly<Record<string, readonly number[]>>): ScorerVectors {
  async function* find(names: readonly (string | undefined)[]) {
    for (const name of names) {
      const vector = known[name ?? ""];
      yield vector === undefined ? failed("no-vector") : succeeded(vector);
    }
  }
  return { images: (rows) => find(rows.map(({ image }) => image.file)), texts: (captions) => find(captions) };
}

const options = () => ({ policy: "expected" as const, random: createRandom(1), resamples: 20, threads: 1 });

test("takes for right whatever belongs together, and counts captions and images of several items once", async () => {
  const rows = [
    rowOf("1", "a.png", "a dog"),
    rowOf("2", "b.png", "a dog"),
    rowOf("3", "b.png", "a cat"),
    rowOf("4", "c.png", "a bird"),
    rowOf("5", "gone.png", "a fish"),
  ];
  const found = await scoreFullSet(
    vectorsOf({
      "a.png": [1, 0],
      "b.png": [0.8, 0.6],
      "c.png": [0, 1],
      "a dog": [1, 0],
      // Nearer to c.png than a bird is.
      "a cat": [0, 1],
      "a bird": [0.6, 0.8],
      "a fish": [0, -1],
    }),
    rows,
    options(),
  );
  expect(found?.scores.imageToText).toMatchObject({ queries: 3, candidates: 3, rAt5: 1, medianRank: 2 });
  expect([...(found?.ranks ?? [])]).toEqual([
    ["1", [1, 1]],
    // b.png has two right captions; the best, a dog, comes after a bird. A dog's best image is a.png.
    ["2", [2, 1]],
    ["3", [2, 2]],
    ["4", [2, 2]],
  ]);
  expect(found?.scores.imageToText.rAt1).toBeCloseTo(1 / 3, 12);
  // One right of three twice, two right of three once.
  expect(found?.scores.imageToText.chance.rAt1).toBeCloseTo((1 / 3 + 2 / 3 + 1 / 3) / 3, 12);
  expect(await scoreFullSet(vectorsOf({}), rows, options())).toBeNull();
});

test("splits ties among several right and wrong answers", () => {
  // Of two right and two wrong in random order: a right one is first in half, at place 5/3 on average.
  const standing = { above: 1, tied: 2, right: 2 };
  expect(tiePolicies.map((policy) => rankOf(standing, policy))).toEqual([expect.closeTo(8 / 3, 12), 2, 4]);
  expect(tiePolicies.map((policy) => hitAt(2, standing, policy))).toEqual([0.5, 1, 0]);
  expect(hitAt(3, standing, "expected")).toBeCloseTo(1 - 1 / 6, 12);
  expect([hitAt(1, standing, "expected"), hitAt(4, standing, "expected")]).toEqual([0, 1]);
});
