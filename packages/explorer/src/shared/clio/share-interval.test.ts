import fc from "fast-check";
import { expect, it } from "vitest";
import { toShareInterval } from "./share-interval.ts";

it("is Wilson's: 20 of 100 lie between 13.3 and 28.9 percent", () => {
  const [low, high] = toShareInterval(0.2, 100) ?? [0, 0];
  expect(low).toBeCloseTo(0.1334, 4);
  expect(high).toBeCloseTo(0.2888, 4);
});

it("holds the share, lies within 0 and 1, and narrows with accounts", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 1e6 }),
      (share, accounts) => {
        const [low, high] = toShareInterval(share, accounts) ?? [1, 0];
        const [lower, higher] = toShareInterval(share, accounts * 4) ?? [1, 0];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share + 1e-9);
        expect(high).toBeGreaterThanOrEqual(share - 1e-9);
        expect(higher - lower).toBeLessThanOrEqual(high - low + 1e-9);
      },
    ),
  );
});

it("is nothing without accounts", () => {
  expect(toShareInterval(0.5, 0)).toBeNull();
});
