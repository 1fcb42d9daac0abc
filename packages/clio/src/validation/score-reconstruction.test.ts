import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreReconstruction, type Placement } from "./score-reconstruction.ts";

const categories = ["Cook", "Travel", "Code", "Law"];
const options = { method: "analyst", categories, outside: 3 } as const;
const put = (
  truth: string,
  chosen: string | null,
  language = "en",
  by: Placement["by"] = "analyst",
): Placement => ({ truth, chosen, language, by });

describe("ten conversations by hand", () => {
  const score = scoreReconstruction(
    [
      put("Cook", "Cook"),
      put("Cook", "Cook"),
      put("Cook", "Travel"),
      put("Cook", "Travel", "es"),
      put("Travel", "Travel"),
      put("Travel", "Travel", "es", "embedding"),
      put("Travel", "Code", "es"),
      put("Code", "Code"),
      put("Code", "Travel", "en", "embedding"),
      put("Code", null, "ja"),
    ],
    options,
  );

  test("five are right, with the Wilson interval of 5 of 10", () => {
    expect(score.accuracy).toMatchObject({ count: 5, of: 10, share: 0.5 });
    // z^2 / n = 0.3841: half width sqrt(0.25 x 0.3841 + 0.3841^2 / 4) / 1.3841 = 0.2634.
    expect(score.accuracy.interval?.[0]).toBeCloseTo(0.2366, 4);
    expect(score.accuracy.interval?.[1]).toBeCloseTo(0.7634, 4);
  });

  test("of the seven that the analyst itself decided four are right", () => {
    expect(score.own).toMatchObject({ count: 4, of: 7 });
    expect(score).toMatchObject({ byEmbedding: 2, unread: 1, outside: 3 });
  });

  test("chance is one of four categories, and four of ten for the largest", () => {
    expect(score.chance).toEqual({ uniform: 0.25, majority: 0.4 });
  });

  test("the mean over categories counts each alike", () => {
    expect(score.balanced).toBeCloseTo((2 / 4 + 2 / 3 + 1 / 3) / 3, 12);
  });

  test("categories come with their number, the least accurate first, languages with the most first", () => {
    expect(
      score.perCategory.map(({ category, accuracy, chosen }) => [
        category,
        accuracy.count,
        accuracy.of,
        chosen,
      ]),
    ).toEqual([
      ["Code", 1, 3, 2],
      ["Cook", 2, 4, 2],
      ["Travel", 2, 3, 5],
    ]);
    expect(
      score.perLanguage.map(({ language, accuracy }) => [language, accuracy.count, accuracy.of]),
    ).toEqual([
      ["en", 4, 6],
      ["es", 1, 3],
      ["ja", 0, 1],
    ]);
  });

  test("confusions are counted, the most frequent first, what was not read is none", () => {
    expect(score.confusions).toEqual([
      { truth: "Cook", chosen: "Travel", count: 2 },
      { truth: "Code", chosen: "Travel", count: 1 },
      { truth: "Travel", chosen: "Code", count: 1 },
    ]);
  });
});

test("without conversations nothing is computable but blind chance", () => {
  expect(scoreReconstruction([], options)).toMatchObject({
    accuracy: { share: null, interval: null },
    chance: { uniform: 0.25, majority: null },
    balanced: null,
  });
});

test("languages, categories and confusions sum to the whole", () => {
  const placement = fc.record({
    truth: fc.constantFrom(...categories),
    chosen: fc.option(fc.constantFrom(...categories)),
    language: fc.constantFrom("en", "es", "ja"),
    by: fc.constantFrom("analyst" as const, "embedding" as const),
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  fc.assert(
    fc.property(fc.array(placement, { maxLength: 60 }), (placements) => {
      const score = scoreReconstruction(placements, options);
      for (const part of [score.perCategory, score.perLanguage]) {
        expect(sum(part.map(({ accuracy }) => accuracy.of))).toBe(placements.length);
        expect(sum(part.map(({ accuracy }) => accuracy.count))).toBe(score.accuracy.count);
      }
      const wrong = sum(score.confusions.map(({ count }) => count));
      expect(wrong + score.accuracy.count + score.unread).toBe(placements.length);
    }),
  );
});
