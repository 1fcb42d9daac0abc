import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { rankItem } from "./rank-item.ts";
import { tabulate, type RankedRow } from "./tabulate.ts";
import { toCellKeys } from "./to-cell-keys.ts";

const row = (type: string, imageId: string, n: number, negatives: readonly number[]): RankedRow => ({
  ...rankItem({ positive: 0.5, negatives: [...negatives] }, { policy: "expected", tolerance: 0 }),
  type,
  keys: toCellKeys({ n }),
  imageId,
  negatives: negatives.length,
});

const options = () => ({ random: createRandom(1), resamples: 200 });

test("counts what can be counted by hand", async () => {
  const { cells, averages } = await tabulate(
    [
      row("atom", "a", 4, [0, 0, 0]),
      row("atom", "a", 5, [0.9, 0.8, 0.7]),
      row("atom", "b", 5, [0.5]),
      row("swap", "b", 4, [0, 0, 0]),
    ],
    options(),
  );
  expect(cells.map(({ type, key }) => [type, key])).toEqual([
    ["atom", { by: "type" }],
    ["swap", { by: "type" }],
    ["atom", { by: "complexity", n: 4 }],
    ["atom", { by: "complexity", n: 5 }],
    ["swap", { by: "complexity", n: 4 }],
  ]);
  const [atom] = cells;
  expect(atom).toMatchObject({ rows: 3, images: 2, ties: 1, medianRank: 1.5 });
  expect(atom?.chance).toBeCloseTo((1 / 4 + 1 / 4 + 1 / 2) / 3, 12);
  expect(atom?.rAt1).toBeCloseTo((1 + 0 + 1 / 2) / 3, 12);
  expect(atom?.rAt3).toBeCloseTo(2 / 3, 12);
  expect(atom?.meanRank).toBeCloseTo((1 + 4 + 1.5) / 3, 12);
  expect(averages.micro?.rAt1).toBeCloseTo(2.5 / 4, 12);
  expect(averages.macro?.rAt1).toBeCloseTo((0.5 + 1) / 2, 12);
});

test("puts intervals around the mean that are wider where one image has all the rows", async () => {
  const negativesOf = (i: number) => (i % 2 === 0 ? [0] : [1]);
  const spread = Array.from({ length: 60 }, (_, i) => row("atom", `image ${i}`, 4, negativesOf(i)));
  const clustered = spread.map((one, i) => ({ ...one, imageId: `image ${i % 4}` }));
  const widthOf = async (rows: readonly RankedRow[]) => {
    const [low = 0, high = 0] = (await tabulate(rows, options())).cells[0]?.interval ?? [];
    expect(low).toBeLessThanOrEqual(0.5);
    expect(high).toBeGreaterThanOrEqual(0.5);
    return high - low;
  };
  expect(await widthOf(clustered)).toBeGreaterThan(1.5 * (await widthOf(spread)));
});

test("gives no averages of nothing", async () => {
  expect(await tabulate([], options())).toEqual({ cells: [], averages: { micro: null, macro: null } });
});

test("sorts a row into the split and the dose of each training set", () => {
  const split = {
    web: { split: "UC", rarestCompound: 0 },
    photos: { split: "SC", rarestCompound: 42 },
    books: { split: "UA", rarestCompound: null },
  } as const;
  expect(toCellKeys({ split })).toEqual([
    { by: "type" },
    { by: "split", trainingSet: "web", split: "UC" },
    { by: "seen", trainingSet: "web", from: 0, to: 0 },
    { by: "split", trainingSet: "photos", split: "SC" },
    { by: "seen", trainingSet: "photos", from: 30, to: 99 },
    { by: "split", trainingSet: "books", split: "UA" },
  ]);
});
