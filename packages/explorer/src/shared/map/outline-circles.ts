/** A closed line; its last point joins its first. */
export type Ring = readonly Point[];

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Circle extends Point {
  readonly radius: number;
}

export interface OutlineCirclesOptions {
  /** How far the line keeps from a circle, and how far apart circles may stand to lie in one ring: about twice this. */
  readonly padding: number;
}

/**
 * Rings around circles, as on a map: those that stand together share one, others get their own.
 *
 * Every circle spreads a bump that falls to zero at its radius and three paddings; the rings are where the bumps sum
 * to the height that a lone circle has at one padding (marching squares), rounded by cutting corners (Chaikin).
 */
export function outlineCircles(circles: readonly Circle[], { padding }: OutlineCirclesOptions): Ring[] {
  if (circles.length === 0) return [];
  return traceRings(createField(circles, padding)).map(cutCorners);
}

/** Whether the point lies within any of the rings, by the even-odd rule. */
export function isInside(rings: readonly Ring[], { x, y }: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before !== undefined && point.y > y !== before.y > y) {
        const crossing = before.x + ((y - before.y) / (point.y - before.y)) * (point.x - before.x);
        if (x < crossing) inside = !inside;
      }
      before = point;
    }
  }
  return inside;
}

interface Field {
  readonly left: number;
  readonly top: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  /** Row by row; a ring runs where it crosses 0. */
  readonly values: Float64Array;
}

const mostCells = 160;
const reachInPaddings = 3;

function createField(circles: readonly Circle[], padding: number): Field {
  const reachOf = (circle: Circle) => circle.radius + reachInPaddings * padding;
  const left = least(circles.map((c) => c.x - reachOf(c)));
  const top = least(circles.map((c) => c.y - reachOf(c)));
  const right = -least(circles.map((c) => -c.x - reachOf(c)));
  const bottom = -least(circles.map((c) => -c.y - reachOf(c)));
  const step = Math.max(padding / 1.5, Math.max(right - left, bottom - top) / mostCells);
  const columns = Math.ceil((right - left) / step) + 3;
  const rows = Math.ceil((bottom - top) / step) + 3;
  const values = new Float64Array(columns * rows).fill(-1);
  const field = { left: left - step, top: top - step, step, columns, rows, values };
  for (const circle of circles) addBump(field, circle, reachOf(circle), padding);
  return field;
}

// Scaled so that a circle alone has the height 1 at one padding from its edge.
function addBump(field: Field, circle: Circle, reach: number, padding: number): void {
  const { left, top, step, columns, values } = field;
  const height = 1 / (1 - ((circle.radius + padding) / reach) ** 2) ** 2;
  const firstColumn = Math.ceil((circle.x - reach - left) / step);
  const lastColumn = Math.floor((circle.x + reach - left) / step);
  const firstRow = Math.ceil((circle.y - reach - top) / step);
  const lastRow = Math.floor((circle.y + reach - top) / step);
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const squared = (left + column * step - circle.x) ** 2 + (top + row * step - circle.y) ** 2;
      const inside = 1 - squared / (reach * reach);
      if (inside > 0)
        values[row * columns + column] = (values[row * columns + column] ?? -1) + height * inside ** 2;
    }
  }
}

// Which edges of a cell a ring joins, by which of its corners (1 top left, 2 top right, 4 bottom right, 8 bottom left)
// are inside. Edges: 0 top, 1 right, 2 bottom, 3 left. With the inside on the right hand; both diagonals kept apart.
const joins: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

function traceRings(field: Field): Ring[] {
  const { columns, rows, values } = field;
  const at = (column: number, row: number) => values[row * columns + column] ?? -1;
  // An edge has a number, the same from both cells that share it: even ones lie flat, odd ones stand.
  const next = new Map<number, number>();
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corners =
        (at(column, row) > 0 ? 1 : 0) +
        (at(column + 1, row) > 0 ? 2 : 0) +
        (at(column + 1, row + 1) > 0 ? 4 : 0) +
        (at(column, row + 1) > 0 ? 8 : 0);
      for (const [from, to] of joins[corners] ?? []) {
        next.set(toEdge(from, column, row, columns), toEdge(to, column, row, columns));
      }
    }
  }
  return [...followRings(next, field)];
}

function toEdge(side: number, column: number, row: number, columns: number): number {
  if (side === 0) return 2 * (row * columns + column);
  if (side === 2) return 2 * ((row + 1) * columns + column);
  if (side === 1) return 2 * (row * columns + column + 1) + 1;
  return 2 * (row * columns + column) + 1;
}

function* followRings(next: Map<number, number>, field: Field): Iterable<Ring> {
  for (const start of next.keys()) {
    const ring: Point[] = [];
    let edge: number | undefined = start;
    while (edge !== undefined && next.has(edge)) {
      ring.push(toCrossing(edge, field));
      const following: number | undefined = next.get(edge);
      next.delete(edge);
      edge = following;
    }
    if (ring.length > 2) yield ring;
  }
}

function toCrossing(edge: number, { left, top, step, columns, values }: Field): Point {
  const corner = edge >> 1;
  const standing = edge % 2 === 1;
  const here = values[corner] ?? -1;
  const there = values[corner + (standing ? columns : 1)] ?? -1;
  const along = here === there ? 0.5 : here / (here - there);
  const column = (corner % columns) + (standing ? 0 : along);
  const row = Math.floor(corner / columns) + (standing ? along : 0);
  return { x: left + column * step, y: top + row * step };
}

function cutCorners(ring: Ring): Ring {
  return ring.flatMap((point, index) => {
    const following = ring[(index + 1) % ring.length] ?? point;
    return [mix(point, following, 0.25), mix(point, following, 0.75)];
  });
}

function mix(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((smallest, number) => Math.min(smallest, number), Infinity);
}
