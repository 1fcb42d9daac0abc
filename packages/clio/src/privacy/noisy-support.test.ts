import fc from "fast-check";
import { expect, test } from "vitest";
import { leastBehind, noiseKey, noiseUnit, phrasesOfAccount, tellSupport } from "./noisy-support.ts";

const keys = Array.from({ length: 8_000 }, (_, i) => `key ${i}`);

test("one account changes what is told of a count for one draw in a unit, at the threshold as elsewhere", () => {
  const unit = 20;
  for (const count of [4, 5, 23, 24, 60]) {
    const changed = keys.filter((key) => {
      const noise = { least: 5, unit, key };
      return tellSupport(count, "lupus", noise) !== tellSupport(count + 1, "lupus", noise);
    });
    // Five deviations of 8,000 draws.
    expect(Math.abs(changed.length / keys.length - 1 / unit)).toBeLessThan(0.0122);
  }
});

test("what fewer accounts use than the support rule asks is never told, what a unit more use always is", () => {
  for (const key of keys.slice(0, 500)) {
    const noise = { least: 5, unit: 20, key };
    expect(tellSupport(4, "lupus", noise)).toBeNull();
    expect(tellSupport(24, "lupus", noise)).not.toBeNull();
  }
});

test("a told count is right on average, and no more accounts are promised than there are", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 400 }),
      fc.integer({ min: 5, max: 90 }),
      fc.string(),
      (count, unit, key) => {
        const noise = { least: 5, unit, key };
        const told = tellSupport(count, "a phrase", noise);
        if (told === null) return;
        expect(told % unit).toBe(0);
        expect(Math.abs(told - (count - 4))).toBeLessThan(unit);
        expect(leastBehind(told, noise)).toBeLessThanOrEqual(count);
        expect(leastBehind(told, noise)).toBeGreaterThanOrEqual(5);
      },
    ),
  );
  const noise = (key: string) => ({ least: 5, unit: 20, key });
  const sum = keys.reduce((total, key) => total + (tellSupport(34, "lupus", noise(key)) ?? 0), 0);
  expect(sum / keys.length).toBeCloseTo(30, 0);
});

test("one account tells at most 3 % of any cluster of 241 accounts and more, or of any size where it is asked for", () => {
  for (let accounts = 1; accounts < 30_000; accounts += accounts < 400 ? 1 : 97) {
    const everywhere = noiseUnit(accounts, true);
    expect(phrasesOfAccount(everywhere) / everywhere).toBeLessThanOrEqual(0.03);
    if (accounts > 240) expect(noiseUnit(accounts)).toBe(everywhere);
  }
});

test("the unit grows with the cluster: about a quarter, 67, a twentieth", () => {
  const unitOf = (accounts: number): number => noiseUnit(accounts);
  expect([20, 60, 250, 300, 1_000, 10_000].map(unitOf)).toEqual([6, 16, 67, 67, 67, 500]);
  expect([67, 100, 500].map(phrasesOfAccount)).toEqual([2, 3, 15]);
});

test("the key depends on every text and on no order", () => {
  expect(noiseKey(["a", "b", "b"])).toBe(noiseKey(["b", "a", "b"]));
  expect(noiseKey(["a", "b"])).not.toBe(noiseKey(["a", "b", "b"]));
});
