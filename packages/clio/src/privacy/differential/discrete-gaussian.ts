import { bernoulliExp } from "./bernoulli-exp.ts";
import { sampleDiscreteLaplace } from "./discrete-laplace.ts";
import type { RandomBytes } from "./random-bytes.ts";
import type { Rational } from "./rational.ts";

/**
 * A whole number y with probability in proportion to exp(-y² / (2 variance)), exactly (Canonne, Kamath and Steinke 2020,
 * algorithm 3: discrete Laplace noise, kept or drawn anew). One draw for each number of a vector of whole numbers
 * that an account changes by at most D in Euclidean length satisfies D² / (2 variance)-zCDP (theorem 14 there).
 *
 * @param variance above 0; the parameter of the distribution, which its variance never exceeds
 */
export function sampleDiscreteGaussian(variance: Rational, bytes: RandomBytes): bigint {
  const { numerator, denominator } = variance;
  const t = floorSqrt(numerator / denominator) + 1n;
  const scale = { numerator: t, denominator: 1n };
  for (;;) {
    const y = sampleDiscreteLaplace(scale, bytes);
    const size = y < 0n ? -y : y;
    // (|y| - variance / t)² / (2 variance), with numerator and denominator multiplied out.
    const off = size * t * denominator - numerator;
    const gamma = { numerator: off * off, denominator: 2n * numerator * denominator * t * t };
    if (bernoulliExp(gamma, bytes)) return y;
  }
}

/** The whole part of a square root, by Newton's method on whole numbers. */
export function floorSqrt(value: bigint): bigint {
  if (value < 2n) return value;
  // From above, where Newton's steps only go down: floating point may be below by its last bits.
  let root = BigInt(Math.floor(Math.sqrt(Number(value)))) + 1n;
  root += root >> 40n;
  for (let next = (root + value / root) / 2n; next < root; next = (root + value / root) / 2n) root = next;
  return root;
}
