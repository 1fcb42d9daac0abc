import { describe, expect, it } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import { createOverlay, growthFacet } from "../overlay-colours.ts";
import { createClusterIndex, describeLevel } from "./cluster-index.ts";
import { chooseOpenLevel, createTreeOrder, listTreeRows, type TreeRow } from "./tree-rows.ts";

const data = createClioData({ clusters: 12, seed: 1 });
const index = createClusterIndex(data.clusters);
const bySize = createTreeOrder("size", { growth: null, overlay: null });
const nothing = { clusters: 0, conversations: 0 };
const options = { isExpanded: () => true, compare: bySize, matches: null, withheld: nothing };

const ids = (rows: readonly TreeRow[]) => rows.map(({ key }) => key);

describe("listTreeRows", () => {
  it("lists every cluster once when all is open, each under its parent", () => {
    const rows = listTreeRows(index, options).filter(({ kind }) => kind === "cluster");
    expect(ids(rows).toSorted()).toEqual(data.clusters.clusters.map(({ id }) => id).toSorted());
    for (const row of rows) {
      if (row.kind === "withheld" || row.cluster.parent === null) continue;
      expect(ids(rows).indexOf(row.cluster.parent)).toBeLessThan(ids(rows).indexOf(row.key));
    }
  });

  it("shows only the top when all is closed, and says what can be opened", () => {
    const rows = listTreeRows(index, { ...options, isExpanded: () => false });
    expect(ids(rows)).toEqual(index.roots.map(({ id }) => id));
    expect(rows.every((row) => row.kind === "cluster" && row.isExpanded === false)).toBe(true);
  });

  it("keeps what leads to a match, open and told apart from matches", () => {
    const rows = listTreeRows(index, { ...options, isExpanded: () => false, matches: new Set(["b4"]) });
    expect(ids(rows)).toEqual(index.pathTo("b4").map(({ id }) => id));
    expect(rows.map((row) => row.kind === "cluster" && row.isMatch)).toEqual([false, false, true]);
    expect(rows.map((row) => row.kind === "cluster" && row.isExpanded)).toEqual([true, true, null]);
  });

  it("ends a family with what is not shown of it, but not while searching", () => {
    const withheld = { clusters: 3, conversations: 40 };
    const rows = listTreeRows(index, { ...options, isExpanded: () => false, withheld });
    expect(rows.at(-1)).toMatchObject({ kind: "withheld", ...withheld, siblings: index.roots.length + 1 });
    expect(
      listTreeRows(index, { ...options, withheld, matches: new Set(["b1"]) }).some(
        ({ kind }) => kind === "withheld",
      ),
    ).toBe(false);
  });
});

describe("createTreeOrder", () => {
  it("sorts siblings by growth, those without one last", () => {
    const [first, second] = index.ofLevel(0);
    const marked = createOverlay(data, { facet: growthFacet, value: "", measure: "ratio" });
    if (first === undefined || second === undefined || marked === null) throw new Error("too few");
    const growth = { ...marked, marks: new Map([...marked.marks].filter(([id]) => id !== first.id)) };
    for (const sort of ["growth", "decline"] as const) {
      const order = createTreeOrder(sort, { growth, overlay: null });
      expect(order(first, second)).toBeGreaterThan(0);
      expect(order(second, first)).toBeLessThan(0);
    }
  });

  it("sorts names as people count", () => {
    const order = createTreeOrder("name", { growth: null, overlay: null });
    const [cluster] = index.roots;
    if (cluster === undefined) throw new Error("no cluster");
    expect(order({ ...cluster, name: "number 9" }, { ...cluster, name: "Number 10" })).toBeLessThan(0);
  });
});

describe("the levels of a tree", () => {
  it("are opened as far as the rows can be looked through", () => {
    expect(chooseOpenLevel(index, 1000)).toBe(0);
    expect(chooseOpenLevel(index, 1)).toBe(2);
    expect(chooseOpenLevel(createClusterIndex({ clusters: [] }))).toBe(0);
  });

  it("have names", () => {
    expect(index.levels.map((level) => describeLevel(level, index.levels))).toEqual([
      "Top clusters",
      "Level 1",
      "Base clusters",
    ]);
  });

  it("lead from the top to a cluster, and nowhere for an unknown one", () => {
    expect(index.pathTo("b0").map(({ level }) => level)).toEqual([2, 1, 0]);
    expect(index.pathTo("none")).toEqual([]);
  });
});
