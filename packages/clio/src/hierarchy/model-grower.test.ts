import { createRandom } from "@observatory/core";
import { createFakeEmbedder } from "@observatory/core/testing";
import { createMatrixEngine } from "@observatory/numerics";
import { afterAll, expect, test } from "vitest";
import type { HierarchyAnalyst } from "../analyst.ts";
import { createModelGrower, type GrowthRule } from "./model-grower.ts";

const engine = await createMatrixEngine({ threads: 1 });
afterAll(() => engine.close());

const subjects = ["garden", "kitchen", "tax", "travel", "music"];
const below = Array.from({ length: 100 }, (_, base) => {
  const subject = subjects[base % subjects.length] ?? "";
  return { bases: [base], name: { name: `Ask about ${subject} number ${base}`, description: subject } };
});
const subjectOf = (base: number): string => subjects[base % subjects.length] ?? "";

/** A model that sees subjects, with parts of it replaced. */
function createAnalyst(parts: Partial<HierarchyAnalyst> = {}): HierarchyAnalyst {
  return {
    proposeParents: async (neighbourhoods) =>
      neighbourhoods.map(({ clusters }) => [
        ...new Set(clusters.map(({ description }) => `All of ${description}`)),
      ]),
    deduplicateParents: async (names) => [...new Set(names)],
    assignParents: async (children, parents) =>
      children.map(({ description }) => parents.findIndex((parent) => parent.endsWith(description))),
    ...parts,
  };
}

async function grow(analyst: HierarchyAnalyst, wanted = 5) {
  const rules: [GrowthRule, number][] = [];
  const grower = createModelGrower(analyst, {
    levelSizes: [below.length, wanted],
    facet: "request",
    embedder: createFakeEmbedder(),
    engine,
    random: createRandom(1),
    seed: 1,
    calls: {},
    signal: new AbortController().signal,
    onRule: (rule, count) => rules.push([rule, count]),
  });
  return { parents: await grower.grow(1, below), rules };
}

test("clusters go to the parents that the model names", async () => {
  const { parents, rules } = await grow(createAnalyst());
  expect(rules).toEqual([]);
  expect(parents).toHaveLength(100);
  expect(new Set(parents).size).toBe(5);
  expect(parents?.every((parent, base) => parent === base % 5)).toBe(true);
});

test("clusters stand in neighbourhoods of 40 on average, with outsiders that are not theirs", async () => {
  const seen: number[] = [];
  await grow(
    createAnalyst({
      proposeParents: async (neighbourhoods) => {
        for (const { clusters, outside, wanted } of neighbourhoods) {
          seen.push(clusters.length);
          const inside = new Set(clusters.map(({ name }) => name));
          expect(outside.length).toBe(10);
          expect(outside.some(({ name }) => inside.has(name))).toBe(false);
          expect(wanted.least).toBeGreaterThanOrEqual(1);
        }
        return neighbourhoods.map(() => subjects);
      },
    }),
  );
  expect(seen).toHaveLength(3);
  expect(seen.reduce((sum, size) => sum + size, 0)).toBe(100);
});

test("an assignment off the list goes to the parent whose name is nearest, and is told", async () => {
  const { parents, rules } = await grow(
    createAnalyst({
      assignParents: async (children, names) =>
        children.map(({ description }, child) =>
          child < 10
            ? null
            : child === 10
              ? names.length
              : names.findIndex((name) => name.endsWith(description)),
        ),
    }),
  );
  expect(rules).toEqual([["assigned-by-embedding", 11]]);
  const ofSubject = new Map(parents?.slice(11).map((parent, child) => [subjectOf(child + 11), parent]));
  const right = parents?.slice(0, 11).filter((parent, child) => parent === ofSubject.get(subjectOf(child)));
  expect(right?.length).toBeGreaterThan(8);
});

test("a list that stays too long is thinned to the wanted number", async () => {
  const { parents, rules } = await grow(
    createAnalyst({
      proposeParents: async (neighbourhoods) =>
        neighbourhoods.map(({ clusters }) => clusters.map(({ name }) => name)),
      deduplicateParents: async () => null,
      assignParents: async (children, names) => {
        expect(names.length).toBeLessThanOrEqual(5);
        return children.map((_, child) => child % names.length);
      },
    }),
  );
  expect(rules).toEqual([["merged-by-embedding", 1]]);
  expect(new Set(parents).size).toBeGreaterThanOrEqual(2);
});

test.each<[string, Partial<HierarchyAnalyst>]>([
  ["no names", { proposeParents: async (neighbourhoods) => neighbourhoods.map(() => []) }],
  [
    "one name for all",
    { proposeParents: async (neighbourhoods) => neighbourhoods.map(() => ["Everything"]) },
  ],
  ["one parent for all children", { assignParents: async (children) => children.map(() => 0) }],
])("a model that gives %s leaves the level to Ward's method", async (_what, parts) => {
  const { parents, rules } = await grow(createAnalyst(parts));
  expect(rules).toEqual([["grown-by-ward", 1]]);
  expect(new Set(parents).size).toBe(5);
});

test("a level that would not be smaller is not made", async () => {
  expect((await grow(createAnalyst(), 100)).parents).toBeNull();
});
