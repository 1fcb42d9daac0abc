import { describe, expect, test } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import { toScale, toScreen, type Frame } from "./camera.ts";
import { layOutMap } from "./lay-out-map.ts";
import { findFamiliesAt, toCameraOf, toMapSelection, toVisible } from "./map-selection.ts";
import { chooseLevels } from "./place-labels.ts";

function setUp() {
  const data = createClioData({ clusters: 400 });
  const layout = layOutMap(data);
  if (layout === null) throw new Error("no layout");
  const frame: Frame = { width: 900, height: 650, bounds: layout.bounds, mostZoom: layout.mostZoom };
  return { data, layout, frame };
}

describe("toMapSelection", () => {
  test("takes a bubble with its neighbours", () => {
    const { data, layout } = setUp();
    const selection = toMapSelection(layout, data.map, "b7");
    expect([...(selection?.members ?? [])].map((index) => layout.bubbles[index]?.id)).toEqual(["b7"]);
    expect(selection?.neighbours.map(({ id }) => id)).toEqual(data.map?.neighbours["b7"]);
  });

  test("takes a group with all that is in it", () => {
    const { data, layout } = setUp();
    const children = data.clusters.clusters.filter(({ parent }) => parent === "m2").map(({ id }) => id);
    const members = toMapSelection(layout, data.map, "m2")?.members ?? [];
    expect([...members].map((index) => layout.bubbles[index]?.id ?? "").toSorted()).toEqual(
      children.toSorted(),
    );
  });

  test("is nothing for an id that is not on the map", () => {
    const { data, layout } = setUp();
    expect(toMapSelection(layout, data.map, "nobody")).toBeNull();
    expect(toMapSelection(layout, data.map, undefined)).toBeNull();
  });
});

describe("toCameraOf", () => {
  test("looks at a bubble so close that bubbles are named", () => {
    const { layout, frame } = setUp();
    const bubble = layout.bubbles[50];
    if (bubble === undefined) throw new Error("no bubble");
    const camera = toCameraOf(bubble, layout, frame);
    expect(toScreen(bubble, frame, camera)).toEqual({ x: 450, y: 325 });
    expect(chooseLevels(layout, frame, camera.zoom).finest).toBe(0);
  });

  test("has all of a group in sight", () => {
    const { layout, frame } = setUp();
    for (const group of layout.groups) {
      const sight = toVisible(frame, toCameraOf(group, layout, frame));
      for (const { x, y } of group.rings.flat()) {
        expect(x >= sight.left && x <= sight.right && y >= sight.top && y <= sight.bottom).toBe(true);
      }
    }
  });
});

describe("toVisible", () => {
  test("is as wide as the frame", () => {
    const { frame } = setUp();
    const camera = { x: 0.1, y: 0.2, zoom: 3 };
    const { left, right } = toVisible(frame, camera);
    expect((right - left) * toScale(frame, camera)).toBeCloseTo(frame.width);
  });
});

describe("findFamiliesAt", () => {
  test("names where one is from the top down", () => {
    const { layout } = setUp();
    const bubble = layout.bubbles[0];
    if (bubble === undefined) throw new Error("no bubble");
    const found = findFamiliesAt(layout, bubble);
    expect(found.map(({ level }) => level)).toEqual([2, 1]);
    expect(findFamiliesAt(layout, { x: 9, y: 9 })).toEqual([]);
  });
});
