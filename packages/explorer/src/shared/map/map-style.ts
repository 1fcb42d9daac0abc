import type { ShownLevels } from "./place-labels.ts";

/** Opacities of a ring and the width of its line in pixels. */
export interface RingStyle {
  readonly fill: number;
  readonly stroke: number;
  readonly width: number;
}

export const bubbleStyle = { fill: 0.88 } as const;

/** Of the ground's colour around letters, in pixels. */
export const haloWidth = 3.5;

/** How rings of a level are drawn while others are named; null where they are not. */
export function ringStyle(level: number, { finest, above }: ShownLevels): RingStyle | null {
  const nearest = Math.max(1, finest);
  if (level === nearest) return { fill: 0.085, stroke: 0.5, width: 1.2 };
  if (level === above || level === nearest + 1) return { fill: 0.05, stroke: 0.16, width: 1 };
  return null;
}
