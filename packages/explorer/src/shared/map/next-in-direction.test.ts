import { describe, expect, test } from "vitest";
import { inReadingOrder, nextInDirection } from "./next-in-direction.ts";

const middle = { x: 0, y: 0 };
const right = { x: 10, y: 1 };
const farRight = { x: 30, y: 0 };
const below = { x: 2, y: 20 };
const points = [middle, right, farRight, below];

describe("nextInDirection", () => {
  test("goes to the nearest that lies that way", () => {
    expect(nextInDirection(points, middle, "right")).toBe(right);
    expect(nextInDirection(points, right, "right")).toBe(farRight);
    expect(nextInDirection(points, middle, "down")).toBe(below);
    expect(nextInDirection(points, below, "up")).toBe(middle);
  });

  test("stays where nothing lies that way", () => {
    expect(nextInDirection(points, middle, "left")).toBeNull();
    expect(nextInDirection([], middle, "up")).toBeNull();
  });
});

describe("inReadingOrder", () => {
  test("goes row by row", () => {
    expect(inReadingOrder([below, farRight, right, middle], 15)).toEqual([middle, right, farRight, below]);
  });
});
