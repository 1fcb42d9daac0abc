import fc from "fast-check";
import { expect, test } from "vitest";
import { createConcentrationMeter, listConcentrationReasons } from "./concentration.ts";

test("one account with nine tenths of ten accounts' conversations is worth little more than one", () => {
  const meter = createConcentrationMeter();
  for (let one = 0; one < 81; one++) meter.add({ account: "heavy", copies: -1, weight: 1000 });
  for (let one = 0; one < 9; one++) meter.add({ account: `light ${one}`, copies: -1, weight: 1000 });
  const measured = meter.measure();
  expect(measured).toMatchObject({ conversations: 90, accounts: 10, largestAccount: 0.9, largestCopies: 0 });
  // 1 / (0.9^2 + 9 * (1/90)^2)
  expect(measured.effectiveAccounts).toBeCloseTo(1.2329, 4);
  expect(listConcentrationReasons(measured, { minAccounts: 5 })).toEqual(["few-accounts"]);
});

test("a cluster of one text that goes round stands on copies, however many accounts send it", () => {
  const meter = createConcentrationMeter();
  for (let one = 0; one < 50; one++)
    meter.add({ account: `${one}`, copies: one < 30 ? 3 : -1, weight: 1000 });
  const measured = meter.measure();
  expect(measured.largestCopies).toBe(0.6);
  expect(listConcentrationReasons(measured, { minAccounts: 5 })).toEqual(["copies"]);
});

test("nobody is worth nothing", () => {
  expect(createConcentrationMeter().measure()).toEqual({
    conversations: 0,
    accounts: 0,
    largestAccount: 0,
    largestCopies: 0,
    effectiveAccounts: 0,
  });
});

test("equal accounts are worth their number, and others less", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 30 }), (weights) => {
      const meter = createConcentrationMeter();
      weights.forEach((weight, account) => meter.add({ account: `${account}`, copies: -1, weight }));
      const { effectiveAccounts } = meter.measure();
      expect(effectiveAccounts).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(effectiveAccounts).toBeLessThanOrEqual(weights.length + 1e-9);
      if (new Set(weights).size === 1) expect(effectiveAccounts).toBeCloseTo(weights.length, 9);
    }),
  );
});
