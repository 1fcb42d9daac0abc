import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCircleGrid, toBounds } from "./circle-grid.ts";

const number = fc.double({ min: -1, max: 1, noNaN: true });
const circles = fc.array(
  fc.record({ x: number, y: number, radius: fc.double({ min: 0.001, max: 0.3, noNaN: true }) }),
  { maxLength: 60 },
);

describe("createCircleGrid", () => {
  test("finds the circle under a point, and with slack the one beside it", () => {
    const grid = createCircleGrid([
      { x: 0, y: 0, radius: 1 },
      { x: 3, y: 0, radius: 1 },
    ]);
    expect(grid.findAt({ x: 2.5, y: 0.5 }, 1, 0)).toBe(1);
    expect(grid.findAt({ x: 1.2, y: 0 }, 1, 0)).toBeNull();
    expect(grid.findAt({ x: 1.2, y: 0 }, 1, 0.3)).toBe(0);
    expect(grid.findAt({ x: 0.9, y: 0 }, 0.5, 0)).toBeNull();
  });

  test("finds what looking at every circle finds", () => {
    fc.assert(
      fc.property(circles, number, number, (all, x, y) => {
        const hits = all.flatMap((circle, index) => {
          const distance = Math.hypot(circle.x - x, circle.y - y);
          return distance <= circle.radius ? [{ index, distance }] : [];
        });
        const nearest = Math.min(...hits.map(({ distance }) => distance));
        const found = createCircleGrid(all).findAt({ x, y }, 1, 0);
        expect(found === null ? null : hits.find(({ index }) => index === found)?.distance).toBe(
          hits.length === 0 ? null : nearest,
        );
      }),
    );
  });

  test("lists what lies in a rectangle, in order", () => {
    fc.assert(
      fc.property(circles, (all) => {
        const rectangle = { left: -0.5, top: -0.2, right: 0.4, bottom: 0.9 };
        const expected = all.flatMap(({ x, y }, index) =>
          x >= -0.5 && x <= 0.4 && y >= -0.2 && y <= 0.9 ? [index] : [],
        );
        expect(createCircleGrid(all).findWithin(rectangle)).toEqual(expected);
      }),
    );
  });

  test("is empty without circles", () => {
    expect(createCircleGrid([]).findAt({ x: 0, y: 0 }, 1, 1)).toBeNull();
    expect(toBounds([])).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
  });
});
