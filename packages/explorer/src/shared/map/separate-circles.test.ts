import { createRandom } from "@observatory/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { separateCircles, type MovableCircle } from "./separate-circles.ts";

function createCircles(count: number, spread: number, seed = 1): MovableCircle[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    x: random.normal() * spread,
    y: random.normal() * spread,
    radius: 0.01 + 0.02 * random.next(),
  }));
}

function worstOverlap(circles: readonly MovableCircle[]): number {
  let worst = 0;
  circles.forEach((a, at) => {
    for (const b of circles.slice(at + 1)) {
      const missing = a.radius + b.radius - Math.hypot(a.x - b.x, a.y - b.y);
      worst = Math.max(worst, missing / Math.min(a.radius, b.radius));
    }
  });
  return worst;
}

describe("separateCircles", () => {
  test("pushes two circles apart along their line, the smaller one further", () => {
    const circles = [
      { x: 0, y: 0, radius: 2 },
      { x: 2, y: 0, radius: 1 },
    ];
    separateCircles(circles, { rounds: 1 });
    expect(circles[0]?.x).toBeCloseTo(-0.2);
    expect(circles[1]?.x).toBeCloseTo(2.8);
    expect(circles.map(({ y }) => y)).toEqual([0, 0]);
  });

  test("leaves circles alone that do not touch", () => {
    const circles = [
      { x: 0, y: 0, radius: 1 },
      { x: 5, y: 5, radius: 1 },
    ];
    separateCircles(circles);
    expect(circles.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [5, 5],
    ]);
  });

  test("leaves hardly any overlap among 500 in a crowd", () => {
    const circles = createCircles(500, 0.5);
    expect(worstOverlap(circles)).toBeGreaterThan(1);
    separateCircles(circles);
    expect(worstOverlap(circles)).toBeLessThan(0.25);
  });

  test("lays circles of one point around the largest", () => {
    const circles = Array.from({ length: 200 }, (_, index) => ({
      x: 1,
      y: 1,
      radius: index === 7 ? 0.2 : 0.1,
    }));
    separateCircles(circles);
    expect(worstOverlap(circles)).toBeLessThan(0.25);
    expect(Math.hypot((circles[7]?.x ?? 0) - 1, (circles[7]?.y ?? 0) - 1)).toBeLessThan(0.3);
  });

  test("gives finite places, and the same ones again, whatever stands where", () => {
    const place = fc.constantFrom(0, 0, 0.5, -1, 1);
    const circle = fc.record({ x: place, y: place, radius: fc.constantFrom(0.01, 0.1, 1) });
    fc.assert(
      fc.property(fc.array(circle, { maxLength: 40 }), (circles) => {
        const [first, second] = [structuredClone(circles), structuredClone(circles)];
        separateCircles(first);
        separateCircles(second);
        expect(first).toEqual(second);
        expect(first.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }),
    );
  });
});
