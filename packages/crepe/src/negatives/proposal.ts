import type { Random } from "@observatory/core";
import type { Edit } from "../benchmark/item.ts";
import type { Claim } from "../captions/render/claim.ts";
import type { SceneGraph, SceneRelation } from "../scene-graph/scene-graph.ts";
import type { Inventory } from "./inventory.ts";
import type { Lexicon } from "./wordnet/lexicon.ts";

/** A claim that may be false, and how it came about. */
export interface Proposal {
  readonly claim: Claim;
  readonly edit: Edit;
}

/** What proposals are made from. */
export interface ProposeOptions {
  readonly scene: SceneGraph;
  readonly closedWorld: boolean;
  readonly undecided?: readonly SceneRelation[];
  readonly inventory: Inventory;
  readonly lexicon: Lexicon | null;
  readonly random: Random;
}
