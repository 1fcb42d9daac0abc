import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pickLabels, toGaps, toSegments, toTicks } from "./chart-scales.ts";

describe("toTicks", () => {
  it("takes round steps that reach the largest value", () => {
    expect(toTicks(87)).toEqual([0, 50, 100]);
    expect(toTicks(0.4)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(toTicks(0)).toEqual([0, 1]);
  });

  it("always holds the largest value, in few steps", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (max) => {
        const ticks = toTicks(max);
        expect(ticks.at(-1) ?? 0).toBeGreaterThanOrEqual(max * (1 - 1e-6));
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe("a series with gaps", () => {
  it("falls into runs and gaps that hold every place once", () => {
    const series = fc.array(fc.option(fc.nat()));
    fc.assert(
      fc.property(series, (values) => {
        const shown = toSegments(values).flat();
        const gone = toGaps(values).flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        expect([...shown, ...gone].toSorted((a, b) => a - b)).toEqual(values.map((_, index) => index));
        expect(shown.every((place) => values[place] !== null)).toBe(true);
      }),
    );
    expect(toSegments([1, 2, null, 3])).toEqual([[0, 1], [3]]);
    expect(toGaps([null, 1, null, null])).toEqual([
      [0, 0],
      [2, 3],
    ]);
  });
});

describe("pickLabels", () => {
  it("leaves out as many labels as it must", () => {
    expect(pickLabels(4, 400, 80)).toEqual([0, 1, 2, 3]);
    expect(pickLabels(26, 400, 80)).toEqual([0, 6, 12, 18, 24]);
    expect(pickLabels(3, 10, 80)).toEqual([0]);
  });
});
