import { createRandom } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { compareScorers } from "./compare-scorers.ts";

const hits = (values: readonly number[], from = 0) =>
  new Map(values.map((value, i) => [`atom item ${i + from}`, value]));
const options = () => ({ imageOf: (row: string) => row, random: createRandom(3), resamples: 400 });

describe("compareScorers", () => {
  const half = Array.from({ length: 80 }, (_, i) => i % 2);
  const most = half.map((hit, i) => (i % 5 === 0 ? 1 : hit));

  test("finds the one that is better, and says so of no pair that is equal", async () => {
    const [better, equal] = await compareScorers(
      [
        { scorer: "a", hits: hits(half) },
        { scorer: "b", hits: hits(most) },
        { scorer: "c", hits: hits(half) },
      ],
      options(),
    );
    expect(better).toMatchObject({ a: "a", b: "b", rows: 80 });
    expect(better?.difference).toBeCloseTo(-8 / 80, 12);
    expect(better?.interval[1]).toBeLessThan(0);
    expect(better?.adjustedP).toBeLessThan(0.05);
    expect(equal).toMatchObject({ a: "a", b: "c", difference: 0, p: 1, adjustedP: 1 });
  });

  test("compares on common rows alone, and leaves out pairs without one", async () => {
    const found = await compareScorers(
      [
        { scorer: "a", hits: hits([1, 1, 0, 0]) },
        { scorer: "b", hits: hits([0, 0], 2) },
        { scorer: "c", hits: hits([1], 9) },
      ],
      options(),
    );
    expect(found).toMatchObject([{ a: "a", b: "b", rows: 2, difference: 0 }]);
  });

  test("gives a pair the same numbers whether its rows are those of a third or not", async () => {
    const pair = [
      { scorer: "a", hits: hits(half) },
      { scorer: "b", hits: hits(most) },
    ];
    const [alone] = await compareScorers(pair, options());
    const [beside] = await compareScorers([...pair, { scorer: "c", hits: hits([1, 0], 3) }], options());
    expect(beside?.interval).toEqual(alone?.interval);
    expect(beside?.p).toBe(alone?.p);
  });
});
