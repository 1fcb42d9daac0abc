import type { Box } from "../scene-graph/scene-graph.ts";
import { type WorldColour, type WorldPattern, type WorldSize, worldSizes } from "./catalogue.ts";
import type { WorldIcon } from "./load-icons.ts";

/** An object of a scene, before it is drawn. The list of placements is in the order of drawing, back to front. */
export interface Placement {
  readonly id: string;
  readonly name: string;
  readonly colour: WorldColour;
  readonly size: WorldSize;
  readonly pattern: WorldPattern | null;
  /** Centre of the ink, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Ids of objects that it stands on, is inside, or overlaps on purpose; empty when it stands alone. */
  readonly bound: readonly string[];
}

/** Box of the ink: its longer side is that of the size. */
export function boxOf(placement: Pick<Placement, "size" | "x" | "y">, icon: WorldIcon): Box {
  const { width, height } = extentOf(placement.size, icon);
  return {
    x: round(placement.x - width / 2),
    y: round(placement.y - height / 2),
    width: round(width),
    height: round(height),
  };
}

/** Width and height of the ink in pixels. */
export function extentOf(
  size: WorldSize,
  icon: WorldIcon,
): { readonly width: number; readonly height: number } {
  const scale = worldSizes[size] / Math.max(icon.ink.width, icon.ink.height);
  return { width: icon.ink.width * scale, height: icon.ink.height * scale };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
