import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInside, outlineCircles } from "./outline-circles.ts";

describe("outlineCircles", () => {
  test("puts one ring around a circle, at about the padding", () => {
    const rings = outlineCircles([{ x: 2, y: -1, radius: 0.2 }], { padding: 0.1 });
    expect(rings).toHaveLength(1);
    const distances = (rings[0] ?? []).map(({ x, y }) => Math.hypot(x - 2, y + 1));
    expect(Math.min(...distances)).toBeGreaterThan(0.22);
    expect(Math.max(...distances)).toBeLessThan(0.33);
  });

  test("joins what stands together and keeps apart what does not", () => {
    const circles = [
      { x: 0, y: 0, radius: 0.1 },
      { x: 0.25, y: 0, radius: 0.1 },
      { x: 3, y: 0, radius: 0.1 },
    ];
    expect(outlineCircles(circles, { padding: 0.05 })).toHaveLength(2);
  });

  test("has nothing to draw around nothing", () => {
    expect(outlineCircles([], { padding: 1 })).toEqual([]);
  });

  test("holds every circle's middle", () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    const circle = fc.record({
      x: number,
      y: number,
      radius: fc.double({ min: 0.005, max: 0.2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(circle, { minLength: 1, maxLength: 30 }), (circles) => {
        const rings = outlineCircles(circles, { padding: 0.03 });
        expect(circles.every((middle) => isInside(rings, middle))).toBe(true);
      }),
    );
  });
});

describe("isInside", () => {
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];

  test("tells in from out", () => {
    expect(isInside([square], { x: 0.5, y: 0.5 })).toBe(true);
    expect(isInside([square], { x: 1.5, y: 0.5 })).toBe(false);
    expect(isInside([square, square], { x: 0.5, y: 0.5 })).toBe(false);
  });
});
