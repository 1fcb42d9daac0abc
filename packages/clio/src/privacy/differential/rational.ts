/** A number of whole numerator and denominator. The denominator is above 0. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The least multiple of `1 / denominator` that is not below a number.
 *
 * @param value finite
 */
export function rationalAtLeast(value: number, denominator = 1 << 16): Rational {
  if (!Number.isFinite(value)) throw new RangeError("only a finite number is a rational one");
  // The product is off by less than its last bit, which one step more makes good.
  const steps = BigInt(Math.ceil(value * denominator));
  const rational = { numerator: steps, denominator: BigInt(denominator) };
  return toNumber(rational) < value ? { ...rational, numerator: steps + 1n } : rational;
}

/** The nearest floating-point number: for reports, never for noise. */
export function toNumber({ numerator, denominator }: Rational): number {
  const whole = numerator / denominator;
  return Number(whole) + Number(numerator - whole * denominator) / Number(denominator);
}
