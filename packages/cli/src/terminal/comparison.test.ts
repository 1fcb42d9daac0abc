import type { ComparedCluster, ComparedMatch, ReleaseComparison } from "@observatory/clio/release";
import { expect, test } from "vitest";
import { toComparisonLines } from "./comparison.ts";
import { createPaint } from "./paint.ts";

const cluster = (name: string, share: number): ComparedCluster => ({
  id: name,
  level: 0,
  name,
  conversations: 1000 * share,
  accounts: 500 * share,
  share,
});

const match = (changes: Partial<ComparedMatch>): ComparedMatch => ({
  level: 0,
  before: [cluster("Book flights", 0.1)],
  after: [cluster("Book a flight", 0.1)],
  by: "words",
  similarity: 0.8,
  shape: "one",
  ratio: 1,
  interval: [0.8, 1.25],
  pValue: 1,
  change: "steady",
  ...changes,
});

const comparison: ReleaseComparison = {
  falseDiscoveryRate: 0.05,
  leastSimilarity: 0.3,
  differences: [],
  levels: [
    {
      level: 0,
      clusters: { before: 3, after: 4 },
      unmatchedShare: { before: 0, after: 0.2 },
      borderSpread: 0.1,
    },
  ],
  matches: [
    match({}),
    match({
      change: "grew",
      ratio: 1.5,
      interval: [1.2, 1.9],
      before: [cluster("Bake cakes", 0.2)],
      after: [cluster("Bake cakes", 0.3)],
    }),
    match({
      shape: "split",
      before: [cluster("Plan trips", 0.2)],
      after: [cluster("Plan journeys", 0.1), cluster("Plan walks", 0.1)],
    }),
  ],
  born: [cluster("Write\u001B[31m poems", 0.2)],
  gone: [],
};

const toText = (of: ReleaseComparison): string =>
  toComparisonLines(of, { columns: 120, paint: createPaint(false) }).join("\n");

test("what was tested stands first, then what was not; the steady are counted", () => {
  expect(toText(comparison)).toMatchInlineSnapshot(`
    "what   level  before   after   ratio  95 % interval  name
    ─────  ─────  ──────  ──────  ──────  ─────────────  ───────────────────────────────────────
    grew       0  20.0 %  30.0 %  x 1.50  1.20 to 1.90   Bake cakes
    born       0       –  20.0 %                         Write [31m poems
    split      0  20.0 %  20.0 %  x 1.00  0.80 to 1.25   Plan trips → Plan journeys + Plan walks

    in both and steady: 1; 0 of 3 matches by id, the others by their words
    level 0: 3 clusters before, 4 after; without a partner 0.0 % of conversations before, 20.0 % after; moved borders alone change shares by a factor of up to 1.22
    level 0 is the base; grew and shrank at a rate of false discoveries of 5.0 %; born and gone are not tested: a cluster may also be withheld, named in other words, or divided otherwise"
  `);
});

test("what hinders the comparison is said before it", () => {
  const differences = [
    { setting: "preset", before: "explore", after: "public", consequence: "More is withheld." },
  ] as const;
  const text = toText({ ...comparison, differences });
  expect(text).toMatch(/^! they differ in preset: explore before, public after\n {2}More is withheld\.\n\n/u);
});

test("no change is said in words", () => {
  const text = toText({ ...comparison, matches: [match({})], born: [] });
  expect(text).toMatch(/^Nothing changed that can be told from chance\.\n\nin both and steady: 1/u);
});
