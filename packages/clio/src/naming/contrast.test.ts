import { expect, test } from "vitest";
import { sureLogOdds } from "./contrast.ts";

test("a phrase as frequent inside as outside does not surely belong to it", () => {
  expect(sureLogOdds({ inside: 10, insideTexts: 100, outside: 100, outsideTexts: 1000 })).toBeLessThan(0);
});

test("the measure equals the one reckoned by hand", () => {
  // 30 of 50 inside, 10 of 150 outside: 40 of 200 in all, so four of the prior's twenty texts say it.
  const expected = Math.log(34 / 36) - Math.log(14 / 156) - Math.sqrt(1 / 34 + 1 / 14);
  expect(sureLogOdds({ inside: 30, insideTexts: 50, outside: 10, outsideTexts: 150 })).toBeCloseTo(
    expected,
    12,
  );
  expect(expected).toBeCloseTo(2.036, 3);
});

test("a phrase said once counts far less than one said often", () => {
  const rare = sureLogOdds({ inside: 1, insideTexts: 100, outside: 0, outsideTexts: 1000 });
  const common = sureLogOdds({ inside: 60, insideTexts: 100, outside: 0, outsideTexts: 1000 });
  expect(rare).toBeLessThan(common / 2);
  expect(common).toBeGreaterThan(3);
});
