import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { bootstrapGains } from "./bootstrap-gains.ts";

test("the share is the mean over rows, and chance follows the rows", () => {
  const [gain] = bootstrapGains(
    { imageIds: ["a", "a", "b"], chance: [0.5, 0.5, 0.25], shares: [[1, 0, 1]] },
    { random: createRandom(1), resamples: 50 },
  );
  expect(gain?.rAt1).toBeCloseTo(2 / 3, 12);
  expect(gain?.gain).toBeCloseTo(2 / 3 - 1.25 / 3, 12);
});

test("rows of one image are drawn together: copies of a row add no certainty", () => {
  const random = createRandom(2);
  const shares = Array.from({ length: 60 }, () => (random.next() < 0.5 ? 1 : 0));
  const width = (copies: number): number => {
    const repeat = <T>(values: readonly T[]): T[] => values.flatMap((value) => Array<T>(copies).fill(value));
    const [gain] = bootstrapGains(
      {
        imageIds: repeat(shares.map((_, i) => `${i}`)),
        chance: repeat(shares.map(() => 0.5)),
        shares: [repeat(shares)],
      },
      { random: createRandom(3), resamples: 400 },
    );
    return (gain?.interval[1] ?? 0) - (gain?.interval[0] ?? 0);
  };
  expect(width(10)).toBeCloseTo(width(1), 12);
});

test("twenty blind guessers seldom have one whose joint interval leaves chance", () => {
  const random = createRandom(4);
  const alarms = Array.from({ length: 60 }, (_, trial) => {
    const shares = Array.from({ length: 20 }, () =>
      Array.from({ length: 150 }, () => (random.next() < 0.25 ? 1 : 0)),
    );
    const ids = Array.from({ length: 150 }, (_, i) => `${i}`);
    const gains = bootstrapGains(
      { imageIds: ids, chance: ids.map(() => 0.25), shares },
      { random: random.fork(`${trial}`), resamples: 200 },
    );
    return gains.some(({ jointInterval: [low, high] }) => low > 0 || high < 0);
  }).filter(Boolean).length;
  expect(alarms / 60).toBeLessThan(0.15);
});
