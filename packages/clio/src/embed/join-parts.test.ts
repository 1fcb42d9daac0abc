import { toMatrix } from "@observatory/numerics";
import { assert, double, property } from "fast-check";
import { expect, test } from "vitest";
import { joinParts } from "./join-parts.ts";

const semantic = toMatrix([
  [1, 0],
  [0, 1],
  [0, 0],
  [0, 0],
]);
const lexical = toMatrix([[1], [1], [1], [0]]);

test("a row is both parts side by side, of length 1", () => {
  const joined = joinParts(semantic, lexical, { weight: 0.75 });
  expect([...joined.data.subarray(0, 6)]).toEqual(
    [0.8, 0, 0.6, 0, 0.8, 0.6].map((value) => expect.closeTo(value, 6)),
  );
});

test("a row of unknown language is its lexical part alone", () => {
  const joined = joinParts(semantic, lexical, { weight: 0.75, known: Uint8Array.of(0, 1, 1, 1) });
  expect([...joined.data.subarray(0, 3)]).toEqual([0, 0, 1]);
});

test("a part that is zero leaves the other, and both leave zeros", () => {
  const joined = joinParts(semantic, lexical, { weight: 0.75 });
  expect([...joined.data.subarray(6)]).toEqual([0, 0, 1, 0, 0, 0]);
});

test("the cosine of two rows is the weighted mean of the cosines of their parts", () => {
  assert(
    property(double({ min: 0.1, max: 9, noNaN: true }), (weight) => {
      const { data } = joinParts(semantic, lexical, { weight });
      const cosine = [0, 1, 2].reduce((sum, i) => sum + (data[i] ?? 0) * (data[3 + i] ?? 0), 0);
      expect(cosine).toBeCloseTo((weight * weight) / (1 + weight * weight), 5);
    }),
  );
});
