import { readFileSync } from "node:fs";
import { parseJson } from "@observatory/core";
import { findRealFile } from "@observatory/core/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { rankItem } from "./rank-item.ts";
import { tiePolicies, type TiePolicy } from "./results.ts";

const reference = findRealFile("vision/reference/metrics.json");

const byPolicy = z.object({ expected: z.number(), optimistic: z.number(), pessimistic: z.number() });
const referenceSchema = z.object({
  rows: z.array(
    z.object({ scores: z.array(z.number()), rank: byPolicy, "hit@1": byPolicy, "hit@3": byPolicy }),
  ),
});

const exact = (policy: TiePolicy) => ({ policy, tolerance: 0 });

describe("rankItem", () => {
  test("splits the place of the true caption among those with the same score", () => {
    const item = { positive: 0.5, negatives: [0.9, 0.5, 0.5, 0.1, 0.2] };
    expect(rankItem(item, exact("expected"))).toEqual({
      above: 1,
      tied: 2,
      rank: 3,
      hitAt1: 0,
      hitAt3: 2 / 3,
    });
    expect(rankItem(item, exact("optimistic"))).toMatchObject({ rank: 2, hitAt1: 0, hitAt3: 1 });
    expect(rankItem(item, exact("pessimistic"))).toMatchObject({ rank: 4, hitAt1: 0, hitAt3: 0 });
  });

  test("gives chance to equal scores, and nothing to what is a hair worse", () => {
    expect(rankItem({ positive: 0, negatives: [0, 0, 0] }, exact("expected")).hitAt1).toBe(1 / 4);
    const hair = { positive: 1, negatives: [1 + 1e-12] };
    expect(rankItem(hair, exact("expected")).hitAt1).toBe(0);
    expect(rankItem(hair, { policy: "expected", tolerance: 1e-9 }).hitAt1).toBe(1 / 2);
  });

  test("keeps the expected rank half way between the two others", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1 }),
        (positive, negatives) => {
          const [expected, optimistic, pessimistic] = tiePolicies.map(
            (policy) => rankItem({ positive, negatives }, exact(policy)).rank,
          );
          expect(expected).toBe(((optimistic ?? 0) + (pessimistic ?? 0)) / 2);
        },
      ),
    );
  });

  test.skipIf(reference === null)("agrees with 200 reference rows under every policy", () => {
    const json = parseJson(readFileSync(reference ?? "", "utf8"));
    const { rows } = referenceSchema.parse(json.ok ? json.value : null);
    expect(rows).toHaveLength(200);
    for (const { scores, ...expected } of rows) {
      const [positive = 0, ...negatives] = scores;
      for (const policy of tiePolicies) {
        const found = rankItem({ positive, negatives }, exact(policy));
        expect(found.rank).toBe(expected.rank[policy]);
        expect(found.hitAt1).toBeCloseTo(expected["hit@1"][policy], 12);
        expect(found.hitAt3).toBeCloseTo(expected["hit@3"][policy], 12);
      }
    }
  });
});
