import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { ownImageChance } from "./own-image-chance.ts";

test("is one by one of all captions for who is always right, and 1 for who always says the same", () => {
  const right = { own: 1, all: [0, 1, 0, 0, 0, 0] };
  expect(ownImageChance([right, right])).toBeCloseTo(1 / 36, 9);
  const same = { own: 1, all: [1, 1, 1] };
  expect(ownImageChance([same, same, same])).toBe(1);
  const tied = { own: 1 / 6, all: [1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6] };
  expect(ownImageChance(Array.from({ length: 12 }, () => tied))).toBeCloseTo(1, 9);
  expect(ownImageChance([])).toBe(1);
});

test("adds the ways of being right as often", () => {
  // One of two right, of three images each: both (1 of 9), or one alone (4 of 9).
  const families = [
    { own: 1, all: [1, 0, 0] },
    { own: 0, all: [1, 0, 0] },
  ];
  expect(ownImageChance(families)).toBeCloseTo(5 / 9, 9);
});

test("falls below a level no oftener than that where images make no difference", () => {
  const random = createRandom(1);
  const trials = 4000;
  for (const size of [2, 3, 6]) {
    let below = 0;
    for (let trial = 0; trial < trials; trial++) {
      const families = Array.from({ length: 12 }, () => {
        const all = Array.from({ length: size }, () => (random.integer(size) === 0 ? 1 : 0));
        return { own: all[0] ?? 0, all };
      });
      if (ownImageChance(families) <= 0.025) below++;
    }
    // Three standard errors of a share of 2.5 % in 4,000.
    expect(below / trials).toBeLessThan(0.025 + 0.0075);
    expect(below).toBeGreaterThan(0);
  }
});
