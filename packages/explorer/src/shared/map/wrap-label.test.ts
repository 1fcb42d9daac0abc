import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wrapLabel } from "./wrap-label.ts";

const measure = (text: string) => Array.from(text).length;
const options = { measure, width: 12, lines: 2 };

describe("wrapLabel", () => {
  test.each([
    ["Plan garden", ["Plan garden"]],
    ["Plan garden beds", ["Plan garden", "beds"]],
    ["Plan garden beds and train journeys", ["Plan garden", "beds and tr…"]],
    ["  Plan\n\tgarden  ", ["Plan garden"]],
    ["Donaudampfschifffahrt", ["Donaudampfsc", "hifffahrt"]],
    ["", []],
  ])("breaks %j", (name, lines) => {
    expect(wrapLabel(name, options)).toEqual(lines);
  });

  test("never cuts an emoji of several code points", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(wrapLabel(family.repeat(4), { measure, width: 15, lines: 1 })).toEqual([`${family.repeat(2)}…`]);
  });

  test("takes out marks that would turn the direction of what follows", () => {
    expect(wrapLabel("a\u202Eb\u2066c\u0000d", options)).toEqual(["a b c d"]);
  });

  test("reads no more than the start of an endless name", () => {
    let measured = 0;
    const counting = (text: string) => {
      measured = Math.max(measured, text.length);
      return text.length;
    };
    wrapLabel("x".repeat(10_000), { measure: counting, width: 50, lines: 2 });
    expect(measured).toBeLessThan(300);
  });

  test("gives lines that fit, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (name) => {
        const lines = wrapLabel(name, { measure: (text) => text.length, width: 40, lines: 2 });
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(lines.every((line) => line.length <= 40)).toBe(true);
      }),
    );
  });
});
