/** Row-major operands of {@link addMultipliedTransposed}: `left` and `right` have rows of `length` numbers. */
export interface TransposedProduct {
  readonly left: Float64Array;
  readonly leftRows: number;
  readonly right: Float64Array;
  readonly rightRows: number;
  readonly length: number;
  /** `leftRows * rightRows` sums, added to. */
  readonly sums: Float64Array;
  /** Row `j` of `right` is known to be zero after its entry `j`. */
  readonly isRightLower?: boolean;
  /** Only sums on and above the diagonal are wanted; others may be wrong. */
  readonly isSymmetric?: boolean;
}

/** Adds `left * right'`: the dot product of every row of one with every row of the other. */
export function addMultipliedTransposed(product: TransposedProduct): void {
  const { leftRows, rightRows, length } = product;
  const fullRows = leftRows - (leftRows % 4);
  const fullColumns = rightRows - (rightRows % 2);
  for (let j = 0; j < fullColumns; j += 2) {
    const end = product.isRightLower === true ? Math.min(length, j + 2) : length;
    const last = product.isSymmetric === true ? Math.min(fullRows, j + 2) : fullRows;
    for (let i = 0; i < last; i += 4) addBlock(product, i, j, end);
    for (let i = fullRows; i < leftRows; i++) {
      addDot(product, i, j);
      addDot(product, i, j + 1);
    }
  }
  for (let j = fullColumns; j < rightRows; j++) {
    for (let i = 0; i < leftRows; i++) addDot(product, i, j);
  }
}

// Eight named sums and the six numbers they need at a time are what fits in the processor's registers.
function addBlock(product: TransposedProduct, i: number, j: number, end: number): void {
  const { left, right, rightRows, length, sums } = product;
  const a = i * length;
  const b = j * length;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  for (let k = 0; k < end; k++) {
    const first = at(right, b + k);
    const second = at(right, b + length + k);
    const x0 = at(left, a + k);
    s00 += x0 * first;
    s01 += x0 * second;
    const x1 = at(left, a + length + k);
    s10 += x1 * first;
    s11 += x1 * second;
    const x2 = at(left, a + 2 * length + k);
    s20 += x2 * first;
    s21 += x2 * second;
    const x3 = at(left, a + 3 * length + k);
    s30 += x3 * first;
    s31 += x3 * second;
  }
  const target = i * rightRows + j;
  sums[target] = at(sums, target) + s00;
  sums[target + 1] = at(sums, target + 1) + s01;
  sums[target + rightRows] = at(sums, target + rightRows) + s10;
  sums[target + rightRows + 1] = at(sums, target + rightRows + 1) + s11;
  sums[target + 2 * rightRows] = at(sums, target + 2 * rightRows) + s20;
  sums[target + 2 * rightRows + 1] = at(sums, target + 2 * rightRows + 1) + s21;
  sums[target + 3 * rightRows] = at(sums, target + 3 * rightRows) + s30;
  sums[target + 3 * rightRows + 1] = at(sums, target + 3 * rightRows + 1) + s31;
}

function addDot({ left, right, rightRows, length, sums }: TransposedProduct, i: number, j: number): void {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += at(left, i * length + k) * at(right, j * length + k);
  sums[i * rightRows + j] = at(sums, i * rightRows + j) + sum;
}

// The loops keep every index in bounds, which the compiler cannot see.
function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
