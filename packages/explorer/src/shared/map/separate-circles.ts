/** A circle that is moved: `x` and `y` are written to. */
export interface MovableCircle {
  x: number;
  y: number;
  readonly radius: number;
}

export interface SeparateCirclesOptions {
  /** Least gap between two circles. */
  readonly gap?: number;
  /** At most so many rounds; stops earlier where nothing overlaps. */
  readonly rounds?: number;
}

/**
 * Moves circles apart, in place, until they hide each other no more or `rounds` are over. Deterministic.
 *
 * A pair that overlaps is pushed along its line of centres, the smaller circle more; in the first third of the rounds every
 * circle is also pulled a little to where it stood, so that the whole keeps its shape. Circles at the very same point are
 * laid out as a sunflower first.
 */
export function separateCircles(
  circles: readonly MovableCircle[],
  { gap = 0, rounds = 48 }: SeparateCirclesOptions = {},
): void {
  if (circles.length < 2) return;
  spreadCoincident(circles, gap);
  // From the largest down, so that each has to look for smaller ones only: they are met from the side that reaches them.
  const order = [...circles].sort((a, b) => b.radius - a.radius);
  const disks: Disks = {
    x: Float64Array.from(order, ({ x }) => x),
    y: Float64Array.from(order, ({ y }) => y),
    radius: Float64Array.from(order, ({ radius }) => radius + gap / 2),
  };
  const homes = { x: disks.x.slice(), y: disks.y.slice() };
  for (let round = 0; round < rounds; round++) {
    if (round > 0 && round < rounds / 3) pullHome(disks, homes, 0.02);
    if (!pushApart(disks)) break;
  }
  order.forEach((circle, index) => {
    circle.x = at(disks.x, index);
    circle.y = at(disks.y, index);
  });
}

/** Sorted from the largest down. */
interface Disks {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
}

function pushApart(disks: Disks): boolean {
  const { x, y, radius } = disks;
  const { left, top, side, columns, rows, starts, members } = sortIntoCells(disks);
  let moved = false;
  for (let large = 0; large < x.length; large++) {
    const reach = 2 * at(radius, large);
    const [middleX, middleY] = [at(x, large), at(y, large)];
    const firstColumn = Math.max(0, Math.floor((middleX - reach - left) / side));
    const lastColumn = Math.min(columns - 1, Math.floor((middleX + reach - left) / side));
    const firstRow = Math.max(0, Math.floor((middleY - reach - top) / side));
    const lastRow = Math.min(rows - 1, Math.floor((middleY + reach - top) / side));
    for (let row = firstRow; row <= lastRow; row++) {
      const end = at(starts, row * columns + lastColumn + 1);
      for (let slot = at(starts, row * columns + firstColumn); slot < end; slot++) {
        const small = at(members, slot);
        if (small > large && push(disks, large, small)) moved = true;
      }
    }
  }
  return moved;
}

function push({ x, y, radius }: Disks, large: number, small: number): boolean {
  const least = at(radius, large) + at(radius, small);
  let dx = at(x, small) - at(x, large);
  let dy = at(y, small) - at(y, large);
  const squared = dx * dx + dy * dy;
  if (squared >= least * least * 0.998) return false;
  const distance = Math.sqrt(squared);
  if (distance < 1e-9) {
    dx = Math.cos((large + small) * goldenAngle);
    dy = Math.sin((large + small) * goldenAngle);
  } else {
    dx /= distance;
    dy /= distance;
  }
  const largeArea = at(radius, large) ** 2;
  const share = largeArea / (largeArea + at(radius, small) ** 2);
  const by = least - distance;
  x[small] = at(x, small) + dx * by * share;
  y[small] = at(y, small) + dy * by * share;
  x[large] = at(x, large) - dx * by * (1 - share);
  y[large] = at(y, large) - dy * by * (1 - share);
  return true;
}

function pullHome({ x, y }: Disks, homes: Pick<Disks, "x" | "y">, pull: number): void {
  for (let index = 0; index < x.length; index++) {
    x[index] = at(x, index) + (at(homes.x, index) - at(x, index)) * pull;
    y[index] = at(y, index) + (at(homes.y, index) - at(y, index)) * pull;
  }
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

function spreadCoincident(circles: readonly MovableCircle[], gap: number): void {
  const stacks = new Map<string, MovableCircle[]>();
  for (const circle of circles) {
    const key = `${circle.x} ${circle.y}`;
    const stack = stacks.get(key);
    if (stack === undefined) stacks.set(key, [circle]);
    else stack.push(circle);
  }
  for (const stack of stacks.values()) {
    if (stack.length === 1) continue;
    // The largest stays in the middle; each further one stands where the area so far ends.
    stack.sort((a, b) => b.radius - a.radius);
    let area = 0;
    stack.forEach((circle, at) => {
      const distance = at === 0 ? 0 : Math.sqrt(1.3 * area) + circle.radius;
      circle.x += distance * Math.cos(at * goldenAngle);
      circle.y += distance * Math.sin(at * goldenAngle);
      area += (circle.radius + gap / 2) ** 2;
    });
  }
}

// A counting sort into square cells about as wide as a circle of the middle size; at most four cells a circle.
function sortIntoCells({ x, y, radius }: Disks) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < x.length; index++) {
    left = Math.min(left, at(x, index));
    right = Math.max(right, at(x, index));
    top = Math.min(top, at(y, index));
    bottom = Math.max(bottom, at(y, index));
  }
  const longest = Math.max(right - left, bottom - top);
  const side = Math.max(2 * at(radius, x.length >> 1), longest / (2 * Math.sqrt(x.length)), 1e-9);
  const columns = Math.floor((right - left) / side) + 1;
  const rows = Math.floor((bottom - top) / side) + 1;
  const cells = new Int32Array(x.length);
  const starts = new Int32Array(columns * rows + 1);
  for (let index = 0; index < x.length; index++) {
    const cell = Math.floor((at(y, index) - top) / side) * columns + Math.floor((at(x, index) - left) / side);
    cells[index] = cell;
    starts[cell + 1] = at(starts, cell + 1) + 1;
  }
  for (let cell = 0; cell < columns * rows; cell++)
    starts[cell + 1] = at(starts, cell + 1) + at(starts, cell);
  const members = new Int32Array(x.length);
  const next = starts.slice();
  for (let index = 0; index < x.length; index++) {
    const cell = at(cells, index);
    members[at(next, cell)] = index;
    next[cell] = at(next, cell) + 1;
  }
  return { left, top, side, columns, rows, starts, members };
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0;
}
