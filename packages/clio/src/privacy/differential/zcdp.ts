/**
 * The least delta that is known to go with an epsilon for anything that satisfies rho-zCDP.
 *
 * Bun and Steinke's bound exp(-(epsilon - rho)² / (4 rho)) holds for all of it but gives much away. This is the bound of
 * Canonne, Kamath and Steinke 2020 (corollary 13): for every alpha above 1
 *
 *     delta <= exp((alpha - 1)(alpha rho - epsilon)) / (alpha - 1) * (1 - 1 / alpha)^alpha
 *
 * It needs nothing but the Rényi divergences of zCDP, so it holds for any adaptive composition of discrete Gaussian and
 * discrete Laplace noise with rho summed. (Their exact formula for discrete Gaussian noise is for a single number.) Any alpha gives
 * a true bound, so that an inexact search for the best makes delta too large, never too small.
 */
export function deltaOfRho(rho: number, epsilon: number): number {
  if (rho <= 0) return 0;
  // In the logarithm of alpha - 1 the bound has one valley.
  const logBound = (at: number): number => {
    const order = Math.exp(at);
    const alpha = 1 + order;
    return order * (alpha * rho - epsilon) - at - alpha * Math.log1p(1 / order);
  };
  let [low, high] = [-12, 24];
  for (let step = 0; step < 200; step++) {
    const left = low + (high - low) / 3;
    const right = high - (high - low) / 3;
    if (logBound(left) < logBound(right)) high = right;
    else low = left;
  }
  return Math.min(1, Math.exp(logBound((low + high) / 2)) * (1 + roundingMargin));
}

/** More than floating-point arithmetic of these formulas loses. */
const roundingMargin = 1e-9;

/** The least epsilon that goes with a delta, from above. Infinity where there is none. */
export function epsilonOfRho(rho: number, delta: number): number {
  if (rho <= 0) return 0;
  let high = rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
  if (!(deltaOfRho(rho, high) <= delta)) return Number.POSITIVE_INFINITY;
  let low = 0;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (deltaOfRho(rho, middle) <= delta) high = middle;
    else low = middle;
  }
  return high;
}

/** The most rho that an epsilon and a delta pay for, from below. */
export function rhoOfBudget(epsilon: number, delta: number): number {
  let [low, high] = [0, epsilon];
  while (deltaOfRho(high, epsilon) <= delta) high *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (deltaOfRho(middle, epsilon) <= delta) low = middle;
    else high = middle;
  }
  return low;
}
