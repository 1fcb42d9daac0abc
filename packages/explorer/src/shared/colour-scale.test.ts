import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toColour, type ScaleName, type Theme } from "./colour-scale.ts";

describe("toColour", () => {
  it("meets its stops exactly", () => {
    expect(toColour("sequential", 0, "light")).toBe("#e2dcf0");
    expect(toColour("sequential", 1, "light")).toBe("#43217c");
    expect(toColour("diverging", 0, "light")).toBe("#d3d4d0");
    expect(toColour("diverging", -1, "dark")).toBe("#79bcff");
  });

  it("stays on the scale whatever it is asked for", () => {
    const arbitrary = fc.tuple(
      fc.constantFrom<ScaleName>("sequential", "diverging"),
      fc.double({ noNaN: true }),
      fc.constantFrom<Theme>("light", "dark"),
    );
    fc.assert(
      fc.property(arbitrary, ([scale, at, theme]) => {
        expect(toColour(scale, at, theme)).toMatch(/^#[0-9a-f]{6}$/u);
      }),
    );
    expect(toColour("diverging", 9, "light")).toBe(toColour("diverging", 1, "light"));
  });

  it("grows steadily darker on light and brighter on dark", () => {
    const lightness = (theme: Theme) =>
      [0, 0.25, 0.5, 0.75, 1].map((at) => luminance(toColour("sequential", at, theme)));
    expect(lightness("light")).toEqual(lightness("light").toSorted((a, b) => b - a));
    expect(lightness("dark")).toEqual(lightness("dark").toSorted((a, b) => a - b));
  });

  it("has a colour of its own for what is not shown", () => {
    expect(toColour("diverging", null, "dark")).toBe(toColour("sequential", null, "dark"));
  });
});

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
