import { UsageError, type Random } from "@observatory/core";
import type { Negative } from "../benchmark/item.ts";
import type { Claim } from "../captions/render/claim.ts";
import { renderClaim, type RenderedCaption } from "../captions/render/render-caption.ts";
import type { SceneGraph, SceneRelation } from "../scene-graph/scene-graph.ts";
import { proposeAtoms } from "./propose-atoms.ts";
import { proposeCompounds } from "./propose-compounds.ts";
import { proposeNegations } from "./propose-negations.ts";
import { proposeSwaps } from "./propose-swaps.ts";
import type { Proposal, ProposeOptions } from "./proposal.ts";
import { emptyInventory, isPlausible, type Inventory } from "./inventory.ts";
import { proveFalse } from "./prove-false.ts";
import type { Lexicon } from "./wordnet/lexicon.ts";

export const negativeTypes = ["atom", "comp", "swap", "negate"] as const;
export type NegativeType = (typeof negativeTypes)[number];

export interface MakeNegativesOptions {
  readonly type: NegativeType;
  readonly count: number;
  /** The scene's graph holds everything that is true of it. */
  readonly closedWorld: boolean;
  readonly random: Random;
  /** Borderline relations of the scene: a negative that needs one of them is refused. */
  readonly undecided?: readonly SceneRelation[];
  /** The whole scene that the caption's graph is part of; the graph itself where absent. */
  readonly scene?: SceneGraph;
  /** Keep only negatives that the graph contradicts. */
  readonly strict?: boolean;
  readonly inventory?: Inventory;
  readonly lexicon?: Lexicon | null;
  /** A further condition, such as the split of a training set. */
  readonly accept?: (claim: Claim) => boolean;
}

/**
 * Makes up to `count` negatives of a caption, worded by the caption's own plan.
 *
 * Each is proven false by {@link proveFalse}, which knows nothing of how it was made; none equals the caption or
 * another negative up to case and punctuation. Atoms take turns, so that no atom gives all negatives. Fewer come back
 * where the graph does not give enough.
 */
export function makeNegatives(
  graph: SceneGraph,
  caption: RenderedCaption,
  options: MakeNegativesOptions,
): Negative[] {
  const {
    type,
    count,
    closedWorld,
    undecided,
    strict = false,
    inventory = emptyInventory,
    lexicon = null,
    accept,
  } = options;
  if (count < 0) throw new UsageError("the number of negatives cannot be below zero");
  const scene = options.scene ?? graph;
  const proposals = propose(graph, type, {
    scene,
    closedWorld,
    undecided,
    inventory,
    lexicon,
    random: options.random,
  });
  const seen = new Set([toTextKey(caption.text)]);
  const negatives: Negative[] = [];
  for (const { claim, edit } of takeTurns(proposals)) {
    if (negatives.length >= count) break;
    // A list of things that are there has no place for one that is not.
    if (claim.denied?.kind === "existence" && caption.plan.style === "listing") continue;
    if (accept !== undefined && !accept(claim)) continue;
    if (!closedWorld && !isPlausible(claim.graph, scene, inventory, { byKind: type === "swap" })) continue;
    const falsity = proveFalse(scene, claim, { closedWorld, undecided, lexicon });
    if (falsity === null || (strict && falsity !== "contradicted")) continue;
    const { text } = renderClaim(claim, planFor(type, claim, caption));
    const key = toTextKey(text);
    if (seen.has(key)) continue;
    seen.add(key);
    negatives.push({ text, type, edit, falsity });
  }
  return negatives;
}

/** A text without case and punctuation. */
export function toTextKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function propose(graph: SceneGraph, type: NegativeType, options: ProposeOptions): Proposal[][] {
  switch (type) {
    case "atom":
      return proposeAtoms(graph, options);
    case "swap":
      return proposeSwaps(graph, options);
    case "negate":
      return proposeNegations(graph, options);
    case "comp":
      return proposeCompounds(graph, options);
  }
  return type satisfies never;
}

/** Compounds have a structure of their own: their clauses in order. */
export function planFor(
  type: NegativeType,
  { graph }: Claim,
  { plan }: RenderedCaption,
): RenderedCaption["plan"] {
  if (type !== "comp" || isPlanOf(plan, graph)) return plan;
  const subjects = new Set(graph.relations.map(({ subject }) => subject));
  const targets = new Set(graph.relations.map(({ object }) => object));
  const clauses = graph.objects
    .filter(({ id }) => subjects.has(id) || !targets.has(id))
    .map(({ id }) => ({
      subject: id,
      relations: graph.relations.flatMap(({ subject }, index) => (subject === id ? [index] : [])),
    }));
  return { ...plan, clauses };
}

/** Whether a plan tells every object and relation of a graph. */
function isPlanOf({ clauses }: RenderedCaption["plan"], { objects, relations }: SceneGraph): boolean {
  const told = clauses.flatMap((clause) =>
    clause.relations.map((index) => ({ subject: clause.subject, relation: relations[index] })),
  );
  if (told.length !== relations.length || told.some(({ subject, relation }) => relation?.subject !== subject))
    return false;
  const mentioned = new Set([
    ...clauses.map(({ subject }) => subject),
    ...told.map(({ relation }) => relation?.object),
  ]);
  return mentioned.size === objects.length && objects.every(({ id }) => mentioned.has(id));
}

/** The first of each list, then the second of each ... */
export function* takeTurns<T>(lists: readonly (readonly T[])[]): Generator<T> {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let turn = 0; turn < longest; turn++)
    for (const list of lists) if (turn < list.length) yield list[turn] as T;
}
