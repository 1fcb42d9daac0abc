import { expect, test } from "vitest";
import { keepClusterIds } from "./cluster-ids.ts";
import { continueClusters, type AlikePair } from "./continue-clusters.ts";

const bases = (ids: readonly string[]) => ids.map((id, base) => ({ id, level: 0, bases: [base] }));

/** @param shared `[earlier base, later base, requests in both]` */
const find = (
  shared: readonly (readonly [number, number, number])[],
  alike: readonly AlikePair[] = [],
  sizes = { before: [100, 100], after: [100, 100] },
) => {
  const rows = new Map<number, Map<number, number>>();
  for (const [before, after, count] of shared) {
    rows.set(before, new Map([...(rows.get(before) ?? []), [after, count]]));
  }
  return continueClusters(bases(["a", "b"]), bases(["x", "y"]), {
    shared: rows,
    sizes,
    findAlike: async (before, after) =>
      alike.filter((pair) => before.includes(pair.before) && after.includes(pair.after)),
  });
};

test("a cluster continues the one with which it has most conversations in common", async () => {
  expect(
    await find([
      [0, 1, 80],
      [0, 0, 10],
      [1, 0, 70],
    ]),
  ).toEqual(
    [
      { before: 1, after: 0, by: "conversations" },
      { before: 0, after: 1, by: "conversations" },
    ].toSorted((a, b) => a.before - b.before),
  );
});

test("one that split goes on in its larger part alone", async () => {
  expect(
    await find([
      [0, 0, 60],
      [0, 1, 40],
    ]),
  ).toEqual([{ before: 0, after: 0, by: "conversations" }]);
});

test("where too few conversations are in both, what is said decides, if it is alike enough", async () => {
  const alike = [
    { before: 0, after: 1, likeness: 0.9 },
    { before: 1, after: 0, likeness: 0.3 },
  ];
  expect(await find([[0, 0, 3]], alike)).toEqual([{ before: 0, after: 1, by: "words" }]);
});

test("one whose conversations are known to have gone elsewhere is not looked for by words", async () => {
  const alike = [{ before: 0, after: 0, likeness: 0.99 }];
  expect(
    await find(
      [
        [0, 1, 15],
        [1, 1, 95],
      ],
      alike,
    ),
  ).toEqual([{ before: 1, after: 1, by: "conversations" }]);
});

test("parents are continued by all that is below them", async () => {
  const tree = [{ id: "p", level: 1, bases: [0, 1] }, ...bases(["a", "b"])];
  const found = await continueClusters(tree, tree, {
    shared: new Map([
      [0, new Map([[1, 90]])],
      [1, new Map([[0, 90]])],
    ]),
    sizes: { before: [90, 90], after: [90, 90] },
    findAlike: async () => [],
  });
  expect(found.map(({ before, after }) => [before, after])).toEqual([
    [0, 0],
    [1, 2],
    [2, 1],
  ]);
});

test("an id goes to one cluster, and one that would take a continued one's id gets another", () => {
  const ids = keepClusterIds(["a", "b"], new Map([[1, "a"]]));
  expect(ids[1]).toBe("a");
  expect(ids[0]).not.toBe("a");
  expect(keepClusterIds(["a", "b"], new Map())).toEqual(["a", "b"]);
});
