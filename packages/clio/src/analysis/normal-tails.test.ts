import { expect, test } from "vitest";
import { normalTails } from "./normal-tails.ts";

test("tails equal SciPy's near the middle and far out", () => {
  const known = [
    [0, 1],
    [0.6744897501960817, 0.5],
    [1.959963984540054, 0.05],
    [3, 0.0026997960632601866],
    [6, 1.973175290075396e-9],
    [10, 1.523970604832105e-23],
  ] as const;
  for (const [z, tails] of known) {
    expect(normalTails(z) / tails).toBeCloseTo(1, 9);
    expect(normalTails(-z)).toBe(normalTails(z));
  }
});
