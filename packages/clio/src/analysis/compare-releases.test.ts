import { createRandom } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { createRelease } from "../testing/create-release.ts";
import { compareReleases } from "./compare-releases.ts";

const things = ["flights", "cakes", "python", "taxes", "gardens", "poems", "visas", "spreadsheets"];
const verbs = ["Plan", "Repair", "Compare", "Translate", "Summarise"];

/** Forty subjects whose sizes differ by chance alone, each account with two conversations, but for the changed ones. */
function drawRelease(seed: number, changes: Readonly<Record<string, number>> = {}) {
  const random = createRandom(seed);
  const clusters = verbs.flatMap((verb) =>
    things.map((thing) => {
      const name = `${verb} ${thing}`;
      const expected = 120 * (changes[name] ?? 1);
      const accounts = Math.max(5, Math.round(expected + Math.sqrt(expected) * random.normal()));
      return { id: `${seed} ${name}`, name, conversations: 10 * Math.round(accounts / 5), accounts };
    }),
  );
  return createRelease(clusters.filter(({ name }) => changes[name] !== 0));
}

describe("two draws of the same subjects", () => {
  test("have no change that survives the correction, over and over", () => {
    let changed = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { matches, born, gone } = compareReleases(drawRelease(2 * seed), drawRelease(2 * seed + 1));
      expect([matches.length, born.length, gone.length]).toEqual([40, 0, 0]);
      expect(matches.every(({ by, similarity }) => by === "words" && similarity > 0.99)).toBe(true);
      changed += matches.filter(({ change }) => change !== "steady").length;
    }
    // 5 % of the 20 comparisons may hold a wrong one.
    expect(changed).toBeLessThanOrEqual(3);
  });

  test("have intervals that hold 1 in about 95 of 100 cases", () => {
    let [inside, all] = [0, 0];
    for (let seed = 0; seed < 20; seed++) {
      const { matches } = compareReleases(drawRelease(100 + 2 * seed), drawRelease(101 + 2 * seed));
      for (const { interval } of matches) {
        all++;
        if (interval && interval[0] <= 1 && interval[1] >= 1) inside++;
      }
    }
    expect(inside / all).toBeGreaterThan(0.92);
  });
});

test("what trebled grew, what fell to a third shrank, what is new or missing is born or gone", () => {
  const after = drawRelease(12, { "Plan cakes": 3, "Repair python": 1 / 3, "Compare visas": 0 });
  const before = drawRelease(11, { "Translate poems": 0 });
  const comparison = compareReleases(before, after);
  const named = (change: string): string[] =>
    comparison.matches.filter((match) => match.change === change).map((match) => match.after[0]?.name ?? "");
  expect(named("grew")).toEqual(["Plan cakes"]);
  expect(named("shrank")).toEqual(["Repair python"]);
  expect(comparison.matches[0]?.after[0]?.name).toBe("Plan cakes");
  expect(comparison.born.map(({ name }) => name)).toEqual(["Translate poems"]);
  expect(comparison.gone.map(({ name }) => name)).toEqual(["Compare visas"]);
  const [low, high] = comparison.matches[0]?.interval ?? [0, 0];
  expect(low).toBeLessThan(3);
  expect(high).toBeGreaterThan(2.4);
});

test("one that became two is compared as a whole", () => {
  const others = things.slice(2).map((thing) => ({ name: `Plan ${thing}`, conversations: 1000 }));
  const before = createRelease([{ id: "a", name: "Bake cakes", conversations: 1000 }, ...others]);
  const after = createRelease([
    { id: "y", name: "Bake cakes", conversations: 600 },
    { id: "z", name: "Bake chocolate cakes", conversations: 400 },
    ...others,
  ]);
  const match = compareReleases(before, after).matches.find(({ shape }) => shape === "split");
  expect(match?.after.map(({ id }) => id)).toEqual(["y", "z"]);
  expect(match).toMatchObject({ change: "steady" });
  expect(match?.ratio).toBeCloseTo(1, 6);
});

test("where a level varies more than its accounts explain, its intervals are wider by that", () => {
  const random = createRandom(5);
  const wide = (id: string) =>
    createRelease(
      verbs.flatMap((verb) =>
        things.map((thing) => ({
          id: `${id} ${verb} ${thing}`,
          name: `${verb} ${thing}`,
          conversations: 10 * Math.round(100 * Math.exp(0.4 * random.normal())),
        })),
      ),
    );
  const { levels, matches } = compareReleases(wide("a"), wide("b"));
  // Two draws of 0.4 each.
  expect(levels[0]?.borderSpread).toBeGreaterThan(0.4);
  expect(levels[0]?.borderSpread).toBeLessThan(0.7);
  expect(matches.filter(({ change }) => change !== "steady")).toEqual([]);
});

test("settings in which the two differ are named with what follows", () => {
  const one = createRelease([{ name: "Book flights", conversations: 100 }]);
  const other = createRelease([{ name: "Book flights", conversations: 100 }], {
    preset: "public",
    thresholds: { minConversations: 500, minAccounts: 250, roundTo: 10 },
  });
  expect(compareReleases(one, one).differences).toEqual([]);
  const { differences } = compareReleases(one, {
    ...other,
    clusters: { ...other.clusters, facet: "task" },
  });
  expect(differences.map(({ setting }) => setting)).toEqual(["facet", "preset", "thresholds"]);
  expect(differences[2]).toMatchObject({ before: "10 conversations of 5 accounts, in steps of 5" });
});

test("releases without clusters, or without a level in common, have nothing to compare", () => {
  const none = createRelease([]);
  expect(compareReleases(none, none)).toMatchObject({ levels: [], matches: [], born: [], gone: [] });
  const high = createRelease([{ name: "Book flights", conversations: 100, level: 1 }]);
  const low = createRelease([{ name: "Book flights", conversations: 100, id: "other" }]);
  expect(compareReleases(high, low)).toMatchObject({ levels: [], matches: [], born: [], gone: [] });
});
