import { describe, expect, test } from "vitest";
import { toFamilyColours } from "./family-colours.ts";
import type { Bubble } from "./lay-out-map.ts";

function createBubble(family: number, x: number): Bubble {
  return { id: `b${family}`, name: "", level: 0, conversations: 10, x, y: 0, radius: 0.1, family };
}

describe("toFamilyColours", () => {
  test("gives each of a few families its own colour", () => {
    const bubbles = Array.from({ length: 9 }, (_, family) => createBubble(family, family));
    expect(new Set(toFamilyColours({ bubbles }, "light")).size).toBe(9);
    expect(new Set(toFamilyColours({ bubbles }, "dark")).size).toBe(9);
  });

  test("lets only families share a colour that stand far apart", () => {
    const bubbles = Array.from({ length: 18 }, (_, family) => createBubble(family, family));
    const colours = toFamilyColours({ bubbles }, "light");
    for (const [family, colour] of colours.entries()) {
      const others = [...colours.keys()].filter((other) => other !== family && colours[other] === colour);
      expect(others.every((other) => Math.abs(other - family) >= 4)).toBe(true);
    }
  });
});
