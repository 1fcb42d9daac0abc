import { describe, expect, test } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import { layOutMap } from "./lay-out-map.ts";
import { isInside } from "./outline-circles.ts";

function placeAll(clusters: number, x: number, y: number) {
  const data = createClioData({ clusters });
  const { map } = data;
  return map === null
    ? data
    : { ...data, map: { ...map, points: map.points.map(({ id }) => ({ id, x, y })) } };
}

describe("layOutMap", () => {
  test("draws every cluster without children as a bubble, and every other as rings around its own", () => {
    const data = createClioData({ clusters: 60 });
    const layout = layOutMap(data);
    expect(layout?.bubbles).toHaveLength(60);
    expect(layout?.groups).toHaveLength(data.clusters.clusters.length - 60);
    for (const { members, rings } of layout?.groups ?? []) {
      expect(members.every((index) => isInside(rings, layout?.bubbles[index] ?? { x: 9, y: 9 }))).toBe(true);
    }
  });

  test("makes the area of a bubble go by its conversations", () => {
    const layout = layOutMap(createClioData({ clusters: 40 }));
    const areas = (layout?.bubbles ?? [])
      .filter(({ radius }) => radius > 0.005 && radius < 0.16)
      .map(({ radius, conversations }) => radius ** 2 / conversations);
    expect(areas.length).toBeGreaterThan(20);
    expect(Math.max(...areas) / Math.min(...areas)).toBeCloseTo(1);
  });

  test("says the bounds of all that is drawn", () => {
    const layout = layOutMap(createClioData({ clusters: 40 }));
    const { left, right, top, bottom } = layout?.bounds ?? { left: 0, right: 0, top: 0, bottom: 0 };
    for (const { x, y, radius } of layout?.bubbles ?? []) {
      expect(x - radius).toBeGreaterThanOrEqual(left);
      expect(x + radius).toBeLessThanOrEqual(right);
      expect(y - radius).toBeGreaterThanOrEqual(top);
      expect(y + radius).toBeLessThanOrEqual(bottom);
    }
  });

  test("counts from the base up how many clusters there are to name", () => {
    const data = createClioData({ clusters: 64 });
    const layout = layOutMap(data);
    const levels = [0, 1, 2].map(
      (level) => data.clusters.clusters.filter((cluster) => cluster.level === level).length,
    );
    expect(layout?.counts).toEqual(levels);
  });

  test.each([
    ["one cluster", placeAll(1, 0.3, 0.3)],
    ["all at one point", placeAll(50, -1, 1)],
  ])("has numbers for %s", (_, data) => {
    const layout = layOutMap(data);
    const numbers = [
      ...(layout?.bubbles ?? []).flatMap(({ x, y, radius }) => [x, y, radius]),
      ...(layout?.groups ?? []).flatMap(({ x, y, rings }) => [
        x,
        y,
        ...rings.flat().flatMap((p) => [p.x, p.y]),
      ]),
      ...Object.values(layout?.bounds ?? {}),
    ];
    expect(numbers.length).toBeGreaterThan(6);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  test("is the same every time", () => {
    expect(layOutMap(createClioData({ clusters: 80 }))).toEqual(layOutMap(createClioData({ clusters: 80 })));
  });

  test("has nothing to lay out in a release without a map or without clusters", () => {
    const data = createClioData();
    expect(layOutMap({ ...data, map: null })).toBeNull();
    expect(layOutMap({ ...data, clusters: { ...data.clusters, clusters: [] } })).toBeNull();
  });
});
