import type { SceneGraph, SceneRelation } from "../scene-graph/scene-graph.ts";

/** An image, if there is one, and what is known of it. */
export interface SourceScene {
  /** Items of one image share it: intervals are clustered by it. */
  readonly imageId: string;
  /** Relative to the benchmark's `images/`; null where the source has no images. */
  readonly file: string | null;
  /** In pixels; zero where there is no image. */
  readonly width: number;
  readonly height: number;
  readonly graph: SceneGraph;
  /** The graph holds everything that is true of the image, in the words that it uses. */
  readonly closedWorld: boolean;
  /** Relations that are borderline: no caption says or denies them. */
  readonly undecided?: readonly SceneRelation[];
}
