import { describe, expect, it } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import {
  describeMaking,
  describeProtection,
  describeWithheld,
  titleRelease,
  toPeriod,
} from "./describe-release.ts";

const { release, timeline } = createClioData();
const textOf = (facts: readonly { title: string; text: string }[], title: string) =>
  facts.find((fact) => fact.title === title)?.text;

describe("a release in words", () => {
  it("never lets a lexical analyst look like a model", () => {
    expect(textOf(describeMaking(release), "Analyst")).toContain("no language model");
    expect(textOf(describeMaking({ ...release, analyst: "anthropic:some-model" }), "Analyst")).toBe(
      "anthropic:some-model",
    );
  });

  it("tells of conversations that were compared by words only where there are some", () => {
    expect(textOf(describeMaking(release), "Compared by words")).toBeUndefined();
    const mixed = { ...release, routes: { semantic: 10, lexical: 1200 } };
    expect(textOf(describeMaking(mixed), "Compared by words")).toBe("1,200 conversations");
  });

  it("says the thresholds, and whether differential privacy and an audit were used", () => {
    const facts = describeProtection(release);
    expect(textOf(facts, "A cluster is shown")).toBe(
      "from 10 conversations and 5 accounts on; counts are rounded to 5",
    );
    expect(textOf(facts, "Differential privacy")).toBe("not used");
    expect(textOf(describeProtection({ ...release, epsilon: 2.5 }), "Differential privacy")).toBe(
      "epsilon 2.5",
    );
    expect(textOf(facts, "Audit of names")).toContain("no auditor ran");
  });

  it("says of noise whom it hides, how large it is, and what is left out", () => {
    const differentialPrivacy = {
      unit: "account" as const,
      neighbours: "add-remove" as const,
      epsilon: 2,
      delta: 1e-6,
      rho: 0.088,
      parts: [],
      contributions: { conversations: 4, vocabulary: 8, words: 2, pairs: 1 },
      vocabulary: { source: "SUBTLEX-US", words: 8000 },
      dimensions: 32,
      sizeDeviation: 23.8,
      leftOut: ["counts over time"],
    };
    const facts = describeProtection({ ...release, epsilon: 2, differentialPrivacy });
    expect(facts.map(({ title }) => title)).toEqual(["Differential privacy", "Counts", "Names", "Left out"]);
    expect(textOf(facts, "Differential privacy")).toBe("epsilon 2, delta 0.000001; the unit is the account");
    expect(textOf(facts, "Counts")).toContain("23.8");
  });

  it("gives only reasons that occur for what is withheld", () => {
    const none = { ...release.withheld, belowThreshold: 0, unnamed: 0, complementary: 0 };
    expect(describeWithheld({ ...release, withheld: none })).toEqual([]);
    const withheld = { ...none, unnamed: 2 };
    expect(describeWithheld({ ...release, withheld })).toEqual([
      { reason: "No name that may be shown", clusters: 2 },
    ]);
  });

  it("takes the period from the first bucket to the last", () => {
    expect(toPeriod(timeline)).toEqual({ start: "2026-01-05", end: "2026-03-30" });
    expect(toPeriod(null)).toBeNull();
  });
});

describe("the title of a release", () => {
  it("says how much was analysed, and of when where that is known", () => {
    const count = `Clio release of ${release.totals.conversations.toLocaleString("en")} conversations`;
    expect(titleRelease({ release, timeline: null })).toBe(count);
    expect(titleRelease({ release, timeline })).toMatch(new RegExp(`^${count}, \\d.* – .* \\d{4}$`, "u"));
  });
});
