import { describe, expect, test } from "vitest";
import { matchClusters, type MatchableCluster } from "./match-clusters.ts";

const cluster = (id: string, name: string, { level = 0, share = 0.1 } = {}): MatchableCluster => ({
  id,
  level,
  name,
  share,
  description: `Users asked the assistant. They wanted to ${name.toLowerCase()}.`,
});
const filler = [
  cluster("f1", "Translate menus into Greek"),
  cluster("f2", "Repair bicycles"),
  cluster("f3", "Write wedding speeches"),
  cluster("f4", "Debug Python scripts"),
  ...Array.from({ length: 8 }, (_, index) => cluster(`g${index}`, `Look into subject${index}`)),
  ...Array.from({ length: 8 }, (_, index) => cluster(`h${index}`, `Think of matter${index}`)),
];
const pairs = (before: MatchableCluster[], after: MatchableCluster[]) =>
  matchClusters(before, after).map((match) => ({
    by: match.by,
    before: match.before.map((index) => before[index]?.id),
    after: match.after.map((index) => after[index]?.id),
  }));

test("an equal id goes before more similar words", () => {
  const before = [cluster("a", "Book flights"), cluster("b", "Book hotels"), ...filler.slice(0, 12)];
  const after = [cluster("a", "Book hotels"), cluster("z", "Book flights"), ...filler.slice(12)];
  expect(pairs(before, after)).toEqual([
    { by: "id", before: ["a"], after: ["a"] },
    { by: "words", before: ["b"], after: ["z"] },
  ]);
});

test("words meet in any inflection, and what has no word in common is in no match", () => {
  const before = [cluster("a", "Bake a cake"), ...filler.slice(0, 12)];
  const after = [cluster("z", "Baking cakes"), ...filler.slice(12)];
  expect(pairs(before, after)).toEqual([{ by: "words", before: ["a"], after: ["z"] }]);
});

describe("a cluster left over", () => {
  const before = [cluster("a", "Book flights and hotels", { share: 0.2 }), ...filler.slice(0, 12)];
  const toAfter = (share: number) => [
    cluster("y", "Book flights", { share }),
    cluster("z", "Book flights and hotels", { share: 0.12 }),
    ...filler.slice(12),
  ];

  test("is a part of what it resembles where the parts then make the whole", () => {
    expect(pairs(before, toAfter(0.1))).toEqual([{ by: "words", before: ["a"], after: ["z", "y"] }]);
    expect(pairs(toAfter(0.1), before)).toEqual([{ by: "words", before: ["z", "y"], after: ["a"] }]);
  });

  test("is new where they would make more than that", () => {
    expect(pairs(before, toAfter(0.3))).toEqual([{ by: "words", before: ["a"], after: ["z"] }]);
  });
});

test("levels never mix", () => {
  const before = [cluster("a", "Book flights", { level: 1 }), ...filler.slice(0, 12)];
  const after = [cluster("z", "Book flights"), ...filler.slice(12)];
  expect(pairs(before, after)).toEqual([]);
});

test("names in scripts without spaces meet by pairs of characters", () => {
  const named = (id: string, name: string): MatchableCluster => ({
    id,
    name,
    description: "",
    level: 0,
    share: 0.1,
  });
  const before = [named("a", "航空券を予約する"), named("b", "料理のレシピ"), ...filler.slice(0, 12)];
  const after = [named("y", "レシピを料理する"), named("z", "航空券の予約"), ...filler.slice(12)];
  expect(pairs(before, after)).toEqual([
    { by: "words", before: ["a"], after: ["z"] },
    { by: "words", before: ["b"], after: ["y"] },
  ]);
});
