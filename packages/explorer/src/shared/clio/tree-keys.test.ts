import { describe, expect, it } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import { createClusterIndex } from "./cluster-index.ts";
import { findTyped, toTreeAction } from "./tree-keys.ts";
import { createTreeOrder, listTreeRows } from "./tree-rows.ts";

const data = createClioData({ clusters: 12, names: ["Alpha", "Beta", "Alps"], seed: 1 });
const index = createClusterIndex(data.clusters);
const list = (isOpen: boolean) =>
  listTreeRows(index, {
    isExpanded: () => isOpen,
    compare: createTreeOrder("size", { growth: null, overlay: null }),
    matches: null,
    withheld: { clusters: 1, conversations: 10 },
  });
const open = list(true);
const closed = list(false);
const leaf = open.findIndex((row) => row.kind === "cluster" && row.isExpanded === null);

describe("keys in the tree", () => {
  it("go up and down, and stop at the ends", () => {
    expect(toTreeAction(open, 3, "ArrowDown", index)).toEqual({ kind: "go", to: 4 });
    expect(toTreeAction(open, 0, "ArrowUp", index)).toBeNull();
    expect(toTreeAction(open, 5, "Home", index)).toEqual({ kind: "go", to: 0 });
    expect(toTreeAction(open, 0, "End", index)).toEqual({ kind: "go", to: open.length - 1 });
    expect(toTreeAction(open, open.length - 1, "PageDown", index)).toBeNull();
  });

  it("open with Right, then go in; close with Left, then go out", () => {
    const id = closed[0]?.key ?? "";
    expect(toTreeAction(closed, 0, "ArrowRight", index)).toEqual({ kind: "open", ids: [id] });
    expect(toTreeAction(open, 0, "ArrowRight", index)).toEqual({ kind: "go", to: 1 });
    expect(toTreeAction(open, leaf, "ArrowRight", index)).toBeNull();
    expect(toTreeAction(open, 0, "ArrowLeft", index)).toEqual({ kind: "close", ids: [open[0]?.key] });
    expect(toTreeAction(open, leaf, "ArrowLeft", index)).toEqual({ kind: "go", to: leaf - 1 });
    expect(toTreeAction(closed, 0, "ArrowLeft", index)).toBeNull();
  });

  it("open all of a family with the asterisk", () => {
    expect(toTreeAction(closed, 0, "*", index)).toEqual({
      kind: "open",
      ids: index.roots.map(({ id }) => id),
    });
    expect(toTreeAction(open, 0, "*", index)).toBeNull();
  });

  it("select clusters, not what is withheld", () => {
    expect(toTreeAction(open, leaf, "Enter", index)).toEqual({ kind: "select", id: open[leaf]?.key });
    expect(toTreeAction(open, open.length - 1, " ", index)).toBeNull();
    expect(toTreeAction(open, leaf, "x", index)).toBeNull();
  });
});

describe("findTyped", () => {
  const at = (name: string) => open.findIndex((row) => row.kind === "cluster" && row.cluster.name === name);

  it("goes to the next name that begins so, and round again", () => {
    const places = [at("Alpha"), at("Alps")].toSorted((a, b) => a - b);
    expect(findTyped(open, -1, "a")).toBe(places[0]);
    expect(findTyped(open, places[0] ?? 0, "a")).toBe(places[1]);
    expect(findTyped(open, places[1] ?? 0, "a")).toBe(places[0]);
  });

  it("stays where it is while more letters fit", () => {
    expect(findTyped(open, at("Alps"), "alp")).toBe(at("Alps"));
    expect(findTyped(open, 0, "zzz")).toBeNull();
  });
});
