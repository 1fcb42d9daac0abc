import type { SceneGraph } from "../../scene-graph/scene-graph.ts";

/** The atom of a claim that is said not to hold. */
export type Denial =
  /** "a cat that is not black" */
  | { readonly kind: "attribute"; readonly object: string; readonly attribute: string }
  /** "a cat that is not on a mat"; an index into the graph's relations. */
  | { readonly kind: "relation"; readonly relation: number }
  /** "something that is not a cat" */
  | { readonly kind: "object"; readonly object: string }
  /** "no black cat on a mat": denies the object with all that is said of its component. */
  | { readonly kind: "existence"; readonly object: string };

/** What a caption says: there are things with these attributes and relations, but for one atom that is denied. */
export interface Claim {
  readonly graph: SceneGraph;
  readonly denied: Denial | null;
}
