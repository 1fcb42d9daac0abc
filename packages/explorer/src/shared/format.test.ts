import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatCountOf,
  formatDay,
  formatGrowth,
  formatPeriod,
  formatRatio,
  formatRatioInterval,
  formatShare,
  formatShareInterval,
  shorten,
} from "./format.ts";

describe("numbers for people", () => {
  it("shows shares to one decimal where they are small", () => {
    expect([0, 0.0004, 0.034, 0.0996, 0.5, 1].map(formatShare)).toEqual([
      "0.0%",
      "<0.1%",
      "3.4%",
      "10%",
      "50%",
      "100%",
    ]);
    expect(formatShareInterval([0.021, 0.034])).toBe("2.1–3.4%");
  });

  it("shows ratios with the digits that matter", () => {
    expect([0, 0.054, 0.5, 1, 1.53, 12.4].map(formatRatio)).toEqual([
      "0.0×",
      "0.05×",
      "0.50×",
      "1.0×",
      "1.5×",
      "12×",
    ]);
    expect(formatRatioInterval([0.7, 1.4])).toBe("0.70–1.4×");
  });

  it("says growth in percent, and in times where it is large", () => {
    expect([1.5, 0.8, 1.001, 3.2].map(formatGrowth)).toEqual(["+50%", "−20%", "±0%", "3.2×"]);
  });

  it("counts one thing in the singular", () => {
    expect([formatCountOf(1, "account"), formatCountOf(1500, "account")]).toEqual([
      "1 account",
      "1,500 accounts",
    ]);
  });

  it("names days without the reader's time zone, and a period by its last day", () => {
    expect(formatDay("2026-01-05")).toBe("5 Jan 2026");
    expect(formatDay("soon")).toBe("soon");
    expect(formatPeriod({ start: "2026-01-05", end: "2026-01-12" })).toBe("5 Jan 2026 – 11 Jan 2026");
    expect(formatPeriod({ start: "2026-01-05", end: "2026-01-06" })).toBe("5 Jan 2026");
  });

  it("shows sizes of files in steps of 1,000", () => {
    expect([999, 1500, 2_500_000].map(formatBytes)).toEqual(["999 B", "1.5 KB", "2.5 MB"]);
  });
});

describe("shorten", () => {
  it("never splits a code point, and keeps what fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 20 }), (text, length) => {
        const short = shorten(text, length);
        if (text.length <= length) expect(short).toBe(text);
        else expect(short).toMatch(/…$/u);
        expect(short.isWellFormed()).toBe(text.isWellFormed());
        expect(short.length).toBeLessThanOrEqual(length + 1);
      }),
    );
  });
});
