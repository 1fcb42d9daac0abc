import { expect, test } from "vitest";
import { createCellThresholds, createThresholds } from "./thresholds.ts";

test("cells of the public preset need fewer than its clusters, those of explore as many", () => {
  expect(createCellThresholds({ preset: "public" })).toEqual({
    minConversations: 15,
    minAccounts: 5,
    roundTo: 5,
  });
  expect(createCellThresholds({ preset: "explore" })).toEqual(createThresholds({ preset: "explore" }));
});

test("the caller's own numbers hold for cells and clusters alike", () => {
  const options = { preset: "public", minConversations: 40, minAccounts: 20 } as const;
  expect(createCellThresholds(options)).toEqual({ minConversations: 40, minAccounts: 20, roundTo: 5 });
  expect(createThresholds(options)).toEqual({ minConversations: 40, minAccounts: 20, roundTo: 10 });
});

test("a unit is never more than the least count", () => {
  expect(createCellThresholds({ preset: "explore", minAccounts: 3 }).roundTo).toBe(3);
});

test("a threshold below two hides nobody and is refused", () => {
  expect(() => createCellThresholds({ preset: "explore", minAccounts: 1 })).toThrow(/at least 2/u);
});
