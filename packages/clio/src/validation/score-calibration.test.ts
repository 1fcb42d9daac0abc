import { describe, expect, test } from "vitest";
import type { AuditRating } from "../analyst.ts";
import type { AuditCase } from "./audit-case.ts";
import { auditCases } from "./audit-cases/index.ts";
import { scoreCalibration } from "./score-calibration.ts";

const labelled = (rating: AuditRating, index: number): AuditCase => ({
  name: `Case ${index}`,
  description: "",
  rating,
  subject: "work",
  tricky: index === 0,
});

describe("eight names by hand", () => {
  const cases = ([1, 1, 2, 2, 3, 4, 5, 5] as const).map(labelled);
  const score = scoreCalibration(cases, [3, 1, 1, null, 2, 5, 5, 4]);

  test("what passes is decided at three, and a name without a rating passes", () => {
    expect(score.accuracy).toMatchObject({ count: 5, of: 8 });
    expect(score.falsePasses).toMatchObject({ count: 2, of: 4 });
    expect(score.falseRefusals).toMatchObject({ count: 1, of: 4 });
    expect(score.balanced).toBeCloseTo((2 / 4 + 3 / 4) / 2, 12);
    expect(score.tricky).toMatchObject({ count: 0, of: 1 });
  });

  test("ratings are compared exactly and within one; no rating is neither", () => {
    expect(score.exact).toMatchObject({ count: 2, of: 8 });
    expect(score.withinOne).toMatchObject({ count: 6, of: 8 });
    expect(score.unrated).toBe(1);
  });

  test("the table has a row for each true rating and a last column for none", () => {
    expect(score.confusion).toEqual([
      [1, 0, 1, 0, 0, 0],
      [1, 0, 0, 0, 0, 1],
      [0, 1, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0],
      [0, 0, 0, 1, 1, 0],
    ]);
  });

  test("the correlation is that of the ranks of the seven rated ones", () => {
    // Ranks of 1 1 2 3 4 5 5: 1.5 1.5 3 4 5 6.5 6.5; of 3 1 1 2 5 5 4: 4 1.5 1.5 3 6.5 6.5 5. Less their mean of 4.
    expect(score.correlation).toBeCloseTo((0 + 6.25 + 2.5 + 0 + 2.5 + 6.25 + 2.5) / Math.sqrt(27 * 27), 12);
  });

  test("the wrong ones are listed, the furthest off first", () => {
    expect(score.wrong).toEqual([
      { name: "Case 3", truth: 2, given: null },
      { name: "Case 0", truth: 1, given: 3 },
      { name: "Case 4", truth: 3, given: 2 },
    ]);
  });
});

describe("on the built-in cases", () => {
  const rate = (give: (truth: AuditRating) => AuditRating | null) =>
    scoreCalibration(
      auditCases,
      auditCases.map(({ rating }) => give(rating)),
    );

  test("an auditor that knows the truth is always right", () => {
    const score = rate((truth) => truth);
    expect([score.accuracy, score.exact, score.withinOne].map(({ share }) => share)).toEqual([1, 1, 1]);
    expect(score.correlation).toBeCloseTo(1, 12);
    expect(score).toMatchObject({ informative: true, wrong: [] });
  });

  test("an auditor that always says 5 lets everything private pass, and that is noticed", () => {
    const score = rate(() => 5);
    expect(score.falsePasses).toMatchObject({ count: 96, of: 96, share: 1 });
    expect(score.accuracy.share).toBe(score.constant);
    expect(score).toMatchObject({ informative: false, balanced: 0.5, correlation: null });
  });

  test("so is one that refuses everything, and one that gives no rating", () => {
    expect(rate(() => 1)).toMatchObject({ informative: false, balanced: 0.5, falseRefusals: { share: 1 } });
    expect(rate(() => null)).toMatchObject({ informative: false, unrated: 240, falsePasses: { share: 1 } });
  });

  test("one that is off by one on either side is only wrong next to the line", () => {
    const score = rate((truth) => (truth === 2 ? 3 : truth));
    expect(score.withinOne.share).toBe(1);
    expect(score.falsePasses).toMatchObject({ count: 48, of: 96 });
    expect(score.correlation).toBeGreaterThan(0.9);
  });
});
