import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askChoice, readChoice, readNumber, readYesNo, toChoiceOrder } from "./chat-questions.ts";

test("rotations show each caption once at each place, in an order that the item alone decides", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 26 }), (item, length) => {
      const order = toChoiceOrder(item, length);
      expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => i));
      expect(toChoiceOrder(item, length)).toEqual(order);
    }),
  );
  const firsts = Array.from({ length: 300 }, (_, i) => toChoiceOrder(`item-${i}`, 3)[0]);
  for (const caption of [0, 1, 2]) {
    const share = firsts.filter((first) => first === caption).length / firsts.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.42);
  }
});

test("a list has a letter for each caption", () => {
  const [part] = askChoice(["a cat", "a dog"], false).prompt;
  expect(part?.text).toContain("A. a cat\nB. a dog\n");
  const [again] = askChoice(["a cat", "a dog"], true).prompt;
  expect(again?.text).toContain("one letter from A to B");
});

describe("answers", () => {
  const captions = ["a red cat", "a blue cat", "a green cat"];

  test.each([
    ["B", 1],
    [" b. ", 1],
    ["(C)", 2],
    ["**A**", 0],
    ["B. a blue cat", 1],
    ["A: I can see a cat", 0],
    ["The answer is B.", 1],
    ["Caption C fits best", 2],
    ["a blue cat", 1],
    ["I think it is B", 1],
    ["A is true of the image", 0],
    ["A red cat can be seen", null],
    ["A red cat: caption A", 0],
    ["It is not B", null],
    ["B. It is not red", 1],
    ["D", null],
    ["A or B", null],
    ["I can see a cat", null],
    ["a cat", null],
    ["", null],
  ])("%j names a caption's place, or none: %j", (answer, place) => {
    expect(readChoice(answer, captions)).toBe(place);
  });

  test.each([
    ["Yes", 1],
    ["no, it is not", 0],
    ["**No**", 0],
    ["Nothing of it", null],
    ["perhaps", null],
  ])("%j is yes, no or neither: %j", (answer, yes) => {
    expect(readYesNo(answer)).toEqual(yes === null ? null : { yes, told: false });
  });

  test("are as sure as their first tokens say, in whatever case and with whatever around them", () => {
    const tokens = (first: readonly (readonly [string, number])[]) => JSON.stringify({ text: "Yes", first });
    const three = [
      ["Yes", Math.log(0.5)],
      [" yes", Math.log(0.1)],
      ["No", Math.log(0.2)],
    ] as const;
    expect(readYesNo(tokens(three))).toEqual({ yes: expect.closeTo(0.75, 12), told: true });
    expect(readYesNo(tokens([["The", -0.1]]))).toBeNull();
    expect(readYesNo(tokens([]))).toEqual({ yes: 1, told: false });
  });

  test.each([
    ["85", 0.85],
    ["0", 0],
    ["100 %", 1],
    ["It is 40.", 0.4],
    ["101", null],
    ["between 20 and 30", null],
    ["likely", null],
  ])("%j is a share of 100, or none: %j", (answer, value) => {
    expect(readNumber(answer)).toBe(value);
  });
});
