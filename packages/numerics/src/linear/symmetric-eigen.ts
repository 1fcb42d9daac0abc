/** Eigenvalues, largest first, and eigenvector `i` in row `i` of `vectors` (row-major, orthonormal rows). */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix (row-major, `size * size`), in `O(size^3)`.
 *
 * Householder reduction to tridiagonal form, then implicit QL with shifts (Golub and Van Loan, Matrix Computations,
 * sections 8.3.1 and 8.3.3). Only the upper triangle is read. Signs of eigenvectors are arbitrary but deterministic.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const { diagonal, border, basis } = tridiagonalize(matrix, size);
  diagonalize({ diagonal, border, basis, size });
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (a, b) => at(diagonal, b) - at(diagonal, a) || a - b,
  );
  const vectors = new Float64Array(size * size);
  order.forEach((from, to) => vectors.set(basis.subarray(from * size, (from + 1) * size), to * size));
  return { values: Float64Array.from(order, (i) => at(diagonal, i)), vectors };
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** `border[i]` couples `i` and `i + 1`. */
  readonly border: Float64Array;
  /** Row `i` is the `i`-th vector of the basis in which the matrix is tridiagonal. */
  readonly basis: Float64Array;
}

function tridiagonalize(matrix: Float64Array, size: number): Tridiagonal {
  const a = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      a[i * size + j] = a[j * size + i] = at(matrix, i * size + j);
    }
  }
  const border = new Float64Array(size);
  const reflections: { readonly start: number; readonly vector: Float64Array }[] = [];
  for (let k = 0; k + 2 < size; k++) {
    const start = k + 1;
    const vector = Float64Array.from({ length: size - start }, (_, i) => at(a, (start + i) * size + k));
    const norm = Math.sqrt(dot(vector, 0, vector, 0, vector.length));
    const alpha = at(vector, 0) > 0 ? -norm : norm;
    border[k] = alpha;
    vector[0] = at(vector, 0) - alpha;
    const length = Math.sqrt(dot(vector, 0, vector, 0, vector.length));
    if (!(length > 0)) continue;
    for (let i = 0; i < vector.length; i++) vector[i] = at(vector, i) / length;
    reflectBothSides(a, size, start, vector);
    reflections.push({ start, vector });
  }
  if (size >= 2) border[size - 2] = at(a, (size - 1) * size + size - 2);
  const diagonal = Float64Array.from({ length: size }, (_, i) => at(a, i * size + i));

  // Rows of the basis are reflected from the last to the first, so that each touches only the corner filled so far.
  const basis = new Float64Array(size * size);
  for (let i = 0; i < size; i++) basis[i * size + i] = 1;
  for (const { start, vector } of reflections.toReversed()) {
    for (let row = start; row < size; row++) {
      const factor = 2 * dot(basis, row * size + start, vector, 0, vector.length);
      if (factor !== 0)
        addScaled(basis, row * size + start, vector, 0, { length: vector.length, factor: -factor });
    }
  }
  return { diagonal, border, basis };
}

/** Replaces the corner A from `start` on by H A H, H = I - 2 v v', through A - v w' - w v'. */
function reflectBothSides(a: Float64Array, size: number, start: number, vector: Float64Array): void {
  const { length } = vector;
  const product = new Float64Array(length);
  for (let i = 0; i < length; i++) product[i] = 2 * dot(a, (start + i) * size + start, vector, 0, length);
  const half = dot(product, 0, vector, 0, length);
  for (let i = 0; i < length; i++) product[i] = at(product, i) - half * at(vector, i);
  for (let i = 0; i < length; i++) {
    const row = (start + i) * size + start;
    addScaled(a, row, product, 0, { length, factor: -at(vector, i) });
    addScaled(a, row, vector, 0, { length, factor: -at(product, i) });
  }
}

function diagonalize(input: Tridiagonal & { readonly size: number }): void {
  const { diagonal, border, basis, size } = input;
  for (let low = 0; low < size; low++) {
    // A symmetric tridiagonal matrix needs about two steps an eigenvalue; the limit only stops on NaN.
    for (let step = 0; step < 100; step++) {
      let high = low;
      while (high + 1 < size && !isNegligible(diagonal, border, high)) high++;
      if (high === low) break;
      stepImplicitly({ diagonal, border, basis, size, low, high });
    }
  }
}

function isNegligible(diagonal: Float64Array, border: Float64Array, i: number): boolean {
  const scale = Math.abs(at(diagonal, i)) + Math.abs(at(diagonal, i + 1));
  return Math.abs(at(border, i)) <= Number.EPSILON * scale || at(border, i) === 0;
}

/** One implicit QL step with Wilkinson's shift on the unreduced block `low..high`, from the bottom up. */
function stepImplicitly(
  input: Tridiagonal & { readonly size: number; readonly low: number; readonly high: number },
): void {
  const { diagonal, border, basis, size, low, high } = input;
  const gap = (at(diagonal, low + 1) - at(diagonal, low)) / (2 * at(border, low));
  const root = Math.hypot(gap, 1);
  let g =
    at(diagonal, high) -
    at(diagonal, low) +
    at(border, low) / (gap + (gap >= 0 ? Math.abs(root) : -Math.abs(root)));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = high - 1; i >= low; i--) {
    const f = sine * at(border, i);
    const b = cosine * at(border, i);
    const r = Math.hypot(f, g);
    border[i + 1] = r;
    if (r === 0) {
      diagonal[i + 1] = at(diagonal, i + 1) - shift;
      border[high] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = at(diagonal, i + 1) - shift;
    const t = (at(diagonal, i) - g) * sine + 2 * cosine * b;
    shift = sine * t;
    diagonal[i + 1] = g + shift;
    g = cosine * t - b;
    rotateRows(basis, { first: i * size, second: (i + 1) * size, size, sine, cosine });
  }
  diagonal[low] = at(diagonal, low) - shift;
  border[low] = g;
  border[high] = 0;
}

function rotateRows(
  basis: Float64Array,
  rotation: {
    readonly first: number;
    readonly second: number;
    readonly size: number;
    readonly sine: number;
    readonly cosine: number;
  },
): void {
  const { first, second, size, sine, cosine } = rotation;
  for (let k = 0; k < size; k++) {
    const upper = at(basis, first + k);
    const lower = at(basis, second + k);
    basis[second + k] = sine * upper + cosine * lower;
    basis[first + k] = cosine * upper - sine * lower;
  }
}

function dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += at(a, aStart + i) * at(b, bStart + i);
  return sum;
}

function addScaled(
  target: Float64Array,
  targetStart: number,
  source: Float64Array,
  sourceStart: number,
  { length, factor }: { readonly length: number; readonly factor: number },
): void {
  for (let i = 0; i < length; i++) {
    target[targetStart + i] = at(target, targetStart + i) + factor * at(source, sourceStart + i);
  }
}

// The loops keep every index in bounds, which the compiler cannot see.
function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
