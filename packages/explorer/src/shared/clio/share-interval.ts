const z = 1.959964;

/**
 * 95 % interval of a share, with accounts as the independent units: Wilson's score interval (Journal of the American
 * Statistical Association 22, 1927) for the published share among that many accounts. Null without accounts.
 *
 * An approximation: a release does not say how an account's conversations spread over clusters.
 */
export function toShareInterval(share: number, accounts: number): readonly [number, number] | null {
  if (accounts <= 0) return null;
  const p = Math.min(1, Math.max(0, share));
  const weight = z ** 2 / accounts;
  const middle = (p + weight / 2) / (1 + weight);
  const half = (z / (1 + weight)) * Math.sqrt((p * (1 - p)) / accounts + (z / (2 * accounts)) ** 2);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
