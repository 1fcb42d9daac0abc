import { bernoulliExp } from "./bernoulli-exp.ts";
import type { RandomBytes } from "./random-bytes.ts";
import type { Rational } from "./rational.ts";
import { uniformBelow } from "./uniform-below.ts";

/**
 * A whole number y with probability in proportion to exp(-|y| / scale), exactly (Canonne, Kamath and Steinke 2020,
 * algorithm 2). Added to a count that one account changes by at most 1 it gives pure differential privacy of 1 / scale.
 *
 * @param scale above 0
 */
export function sampleDiscreteLaplace(scale: Rational, bytes: RandomBytes): bigint {
  const { numerator: t, denominator: s } = scale;
  for (;;) {
    const rest = uniformBelow(t, bytes);
    if (!bernoulliExp({ numerator: rest, denominator: t }, bytes)) continue;
    let times = 0n;
    while (bernoulliExp({ numerator: 1n, denominator: 1n }, bytes)) times++;
    const size = (rest + t * times) / s;
    const negative = uniformBelow(2n, bytes) === 1n;
    // Zero would be drawn twice, with either sign.
    if (negative && size === 0n) continue;
    return negative ? -size : size;
  }
}
