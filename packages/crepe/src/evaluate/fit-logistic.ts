/** Rows of one value of the predictor: how many, and the sum of their outcomes, each between 0 and 1. */
export interface LogisticGroup {
  readonly x: number;
  readonly rows: number;
  readonly hits: number;
}

/** Larger log odds are those of data that a line separates. */
const steepest = 15;

/**
 * Logistic regression on one predictor by Newton's method (McCullagh and Nelder, Generalized Linear Models, 1989, section
 * 4.4); shares of a hit count as such. Null where no finite line is best: one value of x, all outcomes alike, or separated.
 */
export function fitLogistic(
  groups: readonly LogisticGroup[],
): { readonly constant: number; readonly slope: number } | null {
  const used = groups.filter(({ rows }) => rows > 0);
  const total = used.reduce((sum, { rows }) => sum + rows, 0);
  const hits = used.reduce((sum, group) => sum + group.hits, 0);
  if (used.length < 2 || hits <= 0 || hits >= total) return null;
  const middle = used.reduce((sum, { x, rows }) => sum + x * rows, 0) / total;
  let constant = Math.log(hits / (total - hits));
  let slope = 0;
  for (let step = 0; step < 50; step++) {
    const sums = { g0: 0, g1: 0, h00: 0, h01: 0, h11: 0 };
    for (const { x, rows, hits: own } of used) {
      const away = x - middle;
      const expected = 1 / (1 + Math.exp(-(constant + slope * away)));
      const weight = rows * expected * (1 - expected);
      sums.g0 += own - rows * expected;
      sums.g1 += (own - rows * expected) * away;
      sums.h00 += weight;
      sums.h01 += weight * away;
      sums.h11 += weight * away * away;
    }
    const determinant = sums.h00 * sums.h11 - sums.h01 ** 2;
    if (!(determinant > 1e-12 * sums.h00 * sums.h11)) return null;
    // Long steps are what Newton's method goes astray by.
    const change = (by: number): number => Math.max(-2, Math.min(2, by));
    const first = change((sums.h11 * sums.g0 - sums.h01 * sums.g1) / determinant);
    const second = change((sums.h00 * sums.g1 - sums.h01 * sums.g0) / determinant);
    constant += first;
    slope += second;
    if (Math.abs(constant) > steepest || Math.abs(slope) > steepest) return null;
    if (Math.abs(first) + Math.abs(second) < 1e-9) return { constant: constant - slope * middle, slope };
  }
  return null;
}
