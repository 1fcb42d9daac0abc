import { describe, expect, it } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import { createClusterIndex } from "./cluster-index.ts";
import { createFacetBreakdown, listDifferences, toStrength } from "./facet-breakdown.ts";
import { listClustersOf, listGrowth, listOverRepresented } from "./highlights.ts";

const data = createClioData({ clusters: 30, languages: 5, seed: 2 });
const index = createClusterIndex(data.clusters);
const [cluster] = index.roots;
const [languages] = data.overlays?.facets ?? [];
if (cluster === undefined || languages === undefined) throw new Error("nothing to test with");

describe("a facet of a cluster", () => {
  it("has a row for every value, those that are not shown last and without a number", () => {
    const [first] = languages.clusters[cluster.id] ?? [];
    const cut = { ...languages, clusters: { [cluster.id]: first === undefined ? [] : [first] } };
    const { rows, hidden } = createFacetBreakdown(cluster, cut);
    expect(rows).toHaveLength(languages.values.length);
    expect(hidden).toBe(languages.values.length - 1);
    expect(rows.slice(1).every(({ conversations, share }) => conversations === null && share === null)).toBe(
      true,
    );
  });

  it("has shares of the cluster, and shares of the rest by the published ratio", () => {
    for (const { share, restShare, ratio, conversations } of createFacetBreakdown(cluster, languages).rows) {
      if (share === null || restShare === null || ratio === null || conversations === null) continue;
      expect(share).toBeCloseTo(conversations / cluster.conversations, 9);
      expect(restShare * ratio).toBeCloseTo(share, 9);
    }
  });

  it("keeps the order of values that have one", () => {
    const { rows } = createFacetBreakdown(cluster, { ...languages, kind: "ordinal" });
    expect(rows.map(({ value }) => value)).toEqual(languages.values.map(({ value }) => value));
  });
});

describe("what differs", () => {
  it("counts by the nearer end of the interval", () => {
    expect(toStrength({ ratio: 3, interval: [2, 4] })).toBeCloseTo(Math.log(2), 9);
    expect(toStrength({ ratio: 0.3, interval: [0.2, 0.5] })).toBeCloseTo(Math.log(2), 9);
    expect(toStrength({ ratio: 3, interval: [0.9, 9] })).toBe(0);
    expect(toStrength({ ratio: null, interval: null })).toBe(0);
    expect(toStrength({ ratio: 0, interval: [0, 0] })).toBeGreaterThan(10);
  });

  it("is listed with what is significant first, from the surest down", () => {
    const rows = listDifferences(cluster, data);
    const sure = rows.filter(({ significant }) => significant);
    expect(rows.slice(0, sure.length)).toEqual(sure);
    const strengths = sure.map(toStrength);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    expect(listDifferences(cluster, { overlays: null })).toEqual([]);
  });

  it("is listed before all else where no other conversation has it", () => {
    const onlyHere = { value: 1, conversations: 20, accounts: 10, ratio: null, interval: null };
    const cells = (languages.clusters[cluster.id] ?? []).filter(({ value }) => value !== 1);
    const made = { ...languages, clusters: { [cluster.id]: [...cells, { ...onlyHere, significant: true }] } };
    const overlays = data.overlays === null ? null : { ...data.overlays, facets: [made] };
    const expected = { value: languages.values[1]?.value, ratio: null, significant: true };
    expect(listDifferences(cluster, { overlays })[0]).toMatchObject({ ...expected, restShare: 0 });
    expect(listOverRepresented([cluster], overlays)[0]).toMatchObject(expected);
    expect(listClustersOf(index, overlays, { facet: "languages", value: 1 })[0]).toMatchObject(expected);
  });

  it("is listed over clusters only where it is significant and over-represented", () => {
    const rows = listOverRepresented(index.ofLevel(0), data.overlays);
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.every(({ significant, ratio, cluster }) => significant && (ratio ?? 2) > 1 && cluster.level === 0),
    ).toBe(true);
    expect(listOverRepresented(index.ofLevel(0), null)).toEqual([]);
  });

  it("is listed for one value with the largest ratio first", () => {
    const rows = listClustersOf(index, data.overlays, { facet: "languages", value: 1 });
    expect(rows.every((row) => row.value === languages.values[1]?.value)).toBe(true);
    const ratios = rows.map(({ ratio }) => ratio ?? Infinity);
    expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
  });

  it("falls over time into what grew and what declined", () => {
    const { growing, declining } = listGrowth(index.ofLevel(0), data.timeline);
    expect(growing.every(({ growth }) => growth.significant && growth.ratio > 1)).toBe(true);
    expect(declining.every(({ growth }) => growth.significant && growth.ratio < 1)).toBe(true);
    expect(growing.length + declining.length).toBeGreaterThan(0);
    expect(listGrowth(index.ofLevel(0), null)).toEqual({ growing: [], declining: [] });
  });
});
