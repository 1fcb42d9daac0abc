import type { SceneGraph, SceneRelation } from "../scene-graph/scene-graph.ts";
import type { Placement } from "./placement.ts";

/** Side of a scene in pixels. */
export const sceneSide = 224;

/** A drawn scene and everything that is true of it. */
export interface WorldScene {
  readonly imageId: string;
  /** Relative to the benchmark's `images/`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /**
   * Objects with all their attributes (size, pattern if any, colour) and the boxes of their ink, in random order, and
   * every relation that clearly holds.
   */
  readonly graph: SceneGraph;
  /** What the graph does not say is false, but for `undecided`. */
  readonly closedWorld: true;
  /** Borderline: neither true nor false enough to be used in a caption or a negative. */
  readonly undecided: readonly SceneRelation[];
  /** Ids of the objects from the back to the front. */
  readonly layers: readonly string[];
  /** What is where, from the back to the front. */
  readonly placements: readonly Placement[];
  /** A whole SVG document, written when it is asked for. */
  readonly svg: string;
}
