import { createFakeModel } from "@observatory/core/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toLevelSizes } from "../hierarchy/level-sizes.ts";
import { countParentCalls, planLevels } from "./count-parent-calls.ts";

const model = createFakeModel(() => "");

test("up to 40 clusters are one neighbourhood, whose names need no second list", () => {
  // 0.5 and 1.5 times 9 are 4 and 14, in the middle 9.
  const [level] = planLevels([27, 9]);
  expect(level).toMatchObject({
    below: 27,
    neighbourhoods: [{ clusters: 27, wanted: { least: 4, most: 14 } }],
    proposals: 9,
    parents: 9,
  });
  // One call that proposes, one a cluster that assigns.
  expect(level && countParentCalls(model, level, "request").calls).toBe(28);
});

test("several neighbourhoods propose more names than are wanted, which are made one list", () => {
  const [level] = planLevels([100, 30]);
  expect(level?.neighbourhoods.map(({ clusters }) => clusters)).toEqual([33, 33, 34]);
  expect(level?.proposals).toBeGreaterThan(30);
  expect(level && countParentCalls(model, level, "request").calls).toBe(3 + 1 + 100);
});

test("more than 300 names are made one list in two passes", () => {
  const [level] = planLevels([3000, 430]);
  expect(level?.proposals).toBeGreaterThan(300);
  expect(level && countParentCalls(model, level, "request").calls).toBe(75 + 2 + 2 + 3000);
});

test("a level that would not be smaller than the one below is not built", () => {
  expect(planLevels([5])).toEqual([]);
  expect(planLevels([5, 5])).toEqual([]);
});

test("families fit: no more parents with children than parents, no more children than clusters below", () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 20_000 }), (base) => {
      for (const { below, parents, named, children } of planLevels(toLevelSizes(base))) {
        expect(named).toBeGreaterThanOrEqual(1);
        expect(named).toBeLessThanOrEqual(parents);
        expect(children).toBeGreaterThanOrEqual(2 - 1e-9);
        expect(named * children).toBeLessThanOrEqual(below + 1e-6);
      }
    }),
  );
});
