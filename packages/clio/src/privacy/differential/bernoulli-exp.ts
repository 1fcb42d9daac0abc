import type { RandomBytes } from "./random-bytes.ts";
import type { Rational } from "./rational.ts";
import { uniformBelow } from "./uniform-below.ts";

/** True with probability numerator / denominator, exactly; at most 1. */
export function bernoulli({ numerator, denominator }: Rational, bytes: RandomBytes): boolean {
  return uniformBelow(denominator, bytes) < numerator;
}

/**
 * True with probability exp(-gamma), exactly, without ever reckoning it (Canonne, Kamath and Steinke 2020, algorithm 1).
 *
 * @param gamma not negative
 */
export function bernoulliExp(gamma: Rational, bytes: RandomBytes): boolean {
  const { numerator, denominator } = gamma;
  const whole = numerator / denominator;
  // exp(-gamma) is exp(-1) so many times, and once exp of what is left; the first failure ends it.
  for (let time = 0n; time < whole; time++) if (!bernoulliExpBelowOne(one, bytes)) return false;
  return bernoulliExpBelowOne({ numerator: numerator - whole * denominator, denominator }, bytes);
}

const one: Rational = { numerator: 1n, denominator: 1n };

/** The series of exp(-gamma) as a game: go on with gamma / k; it ends at an odd k with this probability. */
function bernoulliExpBelowOne({ numerator, denominator }: Rational, bytes: RandomBytes): boolean {
  let k = 1n;
  while (uniformBelow(k, bytes) === 0n && bernoulli({ numerator, denominator }, bytes)) k++;
  return k % 2n === 1n;
}
