import { sampleDiscreteGaussian } from "./discrete-gaussian.ts";
import type { RandomBytes } from "./random-bytes.ts";
import type { Rational } from "./rational.ts";

/** Whole numbers, each with discrete Gaussian noise of its own. */
export function addNoise(values: Iterable<number>, variance: Rational, bytes: RandomBytes): Float64Array {
  return Float64Array.from(values, (value) =>
    Number(BigInt(value) + sampleDiscreteGaussian(variance, bytes)),
  );
}
