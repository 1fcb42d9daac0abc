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

test("ranks as a sort of all cosines does, over more than one block", async () => {
  const random = createRandom(5);
  const count = 4_200;
  const vector = () => {
    const values = Array.from({ length: 4 }, () => random.normal());
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  const known = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${i}.png`, `t${i}`])
      .flat()
      .map((name) => [name, vector()]),
  );
  const rows = Array.from({ length: count }, (_, i) => rowOf(String(i), `${i}.png`, `t${i}`));
  const found = await scoreFullSet(vectorsOf(known), rows, options());
  const cosine = (a: string, b: string) =>
    (known[a] ?? []).reduce((sum, value, k) => sum + value * (known[b]?.[k] ?? 0), 0);
  const above = (mine: number, others: (i: number) => number) =>
    rows.filter((_, i) => others(i) > mine + 1e-6).length;
  for (const i of [0, 2_100, 4_199]) {
    const own = cosine(`${i}.png`, `t${i}`);
    const [ofImage = 0, ofText = 0] = found?.ranks.get(String(i)) ?? [];
    // What differs by less than single precision may stand on either side.
    expect(Math.abs(ofImage - 1 - above(own, (j) => cosine(`${i}.png`, `t${j}`)))).toBeLessThanOrEqual(1);
    expect(Math.abs(ofText - 1 - above(own, (j) => cosine(`${j}.png`, `t${i}`)))).toBeLessThanOrEqual(1);
  }
});

test("splits ties among several right and wrong answers", () => {
  // Of two right and two wrong in random order: a right one is first in half, at place 5/3 on average.
  const standing = { above: 1, tied: 2, right: 2 };
  expect(tiePolicies.map((policy) => rankOf(standing, policy))).toEqual([
    expect.closeTo(8 / 3, 12),
    2,
    4,
  ]);
  expect(tiePolicies.map((policy) => hitAt(2, standing, policy))).toEqual([0.5, 1, 0]);
  expect(hitAt(3, standing, "expected")).toBeCloseTo(1 - 1 / 6, 12);
  expect([hitAt(1, standing, "expected"), hitAt(4, standing, "expected")]).toEqual([0, 1]);
});
