import type { Point } from "./outline-circles.ts";

interface Circle extends Point {
  readonly radius: number;
}

/** Finds circles by place. Indexes are those of the list that it was made of. */
export interface CircleGrid {
  /**
   * The circle at a point; of several the one whose middle is nearest. Null where there is none.
   *
   * @param scale what radii are multiplied with. @param slack how far outside a circle still counts.
   */
  findAt(point: Point, scale: number, slack: number): number | null;
  /** Circles whose middle is in the rectangle, in the order of the list. */
  findWithin(rectangle: Rectangle): number[];
}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Sorts circles into the cells of a grid, about two a cell. The circles must not move afterwards. */
export function createCircleGrid(circles: readonly Circle[]): CircleGrid {
  const bounds = toBounds(circles);
  const largest = circles.reduce((most, { radius }) => Math.max(most, radius), 0);
  const area = Math.max(1e-12, (bounds.right - bounds.left) * (bounds.bottom - bounds.top));
  const longest = Math.max(1e-6, bounds.right - bounds.left, bounds.bottom - bounds.top);
  const side = Math.max(Math.sqrt((2 * area) / Math.max(1, circles.length)), longest / 1000);
  const columns = Math.floor((bounds.right - bounds.left) / side) + 1;
  const rows = Math.floor((bounds.bottom - bounds.top) / side) + 1;
  const cells: number[][] = Array.from({ length: columns * rows }, () => []);
  const toColumn = (x: number) => clamp(Math.floor((x - bounds.left) / side), columns);
  const toRow = (y: number) => clamp(Math.floor((y - bounds.top) / side), rows);
  circles.forEach(({ x, y }, index) => cells[toRow(y) * columns + toColumn(x)]?.push(index));

  function* candidates({ left, top, right, bottom }: Rectangle): Iterable<number> {
    for (let row = toRow(top); row <= toRow(bottom); row++) {
      for (let column = toColumn(left); column <= toColumn(right); column++) {
        yield* cells[row * columns + column] ?? [];
      }
    }
  }

  return {
    findAt({ x, y }, scale, slack) {
      const reach = largest * scale + slack;
      let best: number | null = null;
      let bestDistance = Infinity;
      for (const index of candidates({
        left: x - reach,
        top: y - reach,
        right: x + reach,
        bottom: y + reach,
      })) {
        const circle = circles[index];
        if (circle === undefined) continue;
        const distance = Math.hypot(circle.x - x, circle.y - y);
        if (distance > circle.radius * scale + slack || distance >= bestDistance) continue;
        best = index;
        bestDistance = distance;
      }
      return best;
    },
    findWithin(rectangle) {
      const { left, top, right, bottom } = rectangle;
      return [...candidates(rectangle)]
        .filter((index) => {
          const circle = circles[index];
          if (circle === undefined) return false;
          return circle.x >= left && circle.x <= right && circle.y >= top && circle.y <= bottom;
        })
        .sort((a, b) => a - b);
    },
  };
}

/** The smallest rectangle around all middles; empty at 0, 0 for none. */
export function toBounds(points: readonly Point[]): Rectangle {
  if (points.length === 0) return { left: 0, top: 0, right: 0, bottom: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
