import { expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";

test("quantiles equal SciPy's in the centre and both tails", () => {
  const known = [
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.975, 1.959963984540054],
    [0.9995, 3.2905267314919255],
    [1e-10, -6.361340902404056],
    [1e-30, -11.464024688443613],
  ] as const;
  for (const [probability, quantile] of known) {
    expect(normalQuantile(probability)).toBeCloseTo(quantile, 12);
  }
});

test("certainty has no quantile", () => {
  expect(() => normalQuantile(0)).toThrow(RangeError);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});
