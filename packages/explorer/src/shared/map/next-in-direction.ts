import type { Point } from "./outline-circles.ts";

export type Direction = "left" | "right" | "up" | "down";

const headings: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The point that one would go to from another with an arrow key: the nearest in that direction, where going sideways
 * counts double. Null where none lies that way. `y` grows downwards.
 */
export function nextInDirection<P extends Point>(
  points: readonly P[],
  from: Point,
  direction: Direction,
): P | null {
  const heading = headings[direction];
  let best: P | null = null;
  let bestCost = Infinity;
  for (const point of points) {
    const dx = point.x - from.x;
    const dy = point.y - from.y;
    const ahead = dx * heading.x + dy * heading.y;
    const aside = Math.abs(dx * heading.y) + Math.abs(dy * heading.x);
    if (ahead <= 1e-9 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost >= bestCost) continue;
    best = point;
    bestCost = cost;
  }
  return best;
}

/** The points as one reads a page: in rows of the given height, each from left to right. */
export function inReadingOrder<P extends Point>(points: readonly P[], rowHeight: number): P[] {
  const toRow = ({ y }: Point) => Math.floor(y / rowHeight);
  return [...points].sort((a, b) => toRow(a) - toRow(b) || a.x - b.x);
}
