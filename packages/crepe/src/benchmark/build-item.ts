import type { Random } from "@observatory/core";
import { captionStyles, type CaptionStyle } from "../captions/render/caption-plan.ts";
import { renderCaption, renderClaim, type RenderedCaption } from "../captions/render/render-caption.ts";
import type { Claim } from "../captions/render/claim.ts";
import type { Inventory } from "../negatives/inventory.ts";
import { makeNegatives, type NegativeType } from "../negatives/make-negatives.ts";
import { denyTruly } from "../negatives/propose-negations.ts";
import type { Lexicon } from "../negatives/wordnet/lexicon.ts";
import { toComplexity, type SceneGraph } from "../scene-graph/scene-graph.ts";
import { cropSubgraph } from "./crop-subgraph.ts";
import type { Item } from "./item.ts";
import type { SourceScene } from "./source-scene.ts";

export interface BuildItemOptions {
  readonly id: string;
  readonly types: readonly NegativeType[];
  /** Negatives wanted of each type. */
  readonly count: number;
  /** An item with fewer of a type is no item. Default `count`. */
  readonly least?: number;
  readonly strict: boolean;
  readonly random: Random;
  readonly lexicon: Lexicon | null;
  readonly inventory: Inventory;
  readonly styles?: readonly CaptionStyle[];
  /** Least area of the crop in square pixels; 0 takes every crop. */
  readonly minimumArea?: number;
  /** Whether captions of `negate` items deny something truly, as their negatives deny falsely. Default true. */
  readonly balanceNegation?: boolean;
  readonly accept?: (claim: Claim) => boolean;
}

/** Why a graph became no item. */
export type ItemLoss = "crop-too-small" | "no-true-negation" | "too-few-negatives";

/** Puts a part of a scene into words and makes its negatives. */
export function buildItem(scene: SourceScene, graph: SceneGraph, options: BuildItemOptions): Item | ItemLoss {
  const { random, lexicon, inventory, strict, minimumArea = 0, balanceNegation = true } = options;
  const box = scene.file === null ? null : cropSubgraph(graph, scene);
  if (minimumArea > 0 && (box === null || box.width * box.height < minimumArea)) return "crop-too-small";

  const style = random.pick(options.styles ?? captionStyles);
  // Drawn before the graph is looked at, so that neither style nor the wanted length knows n.
  const words = 8 + random.integer(24);
  const common = {
    scene: scene.graph,
    closedWorld: scene.closedWorld,
    undecided: scene.undecided,
    inventory,
    lexicon,
  };
  let caption: RenderedCaption = renderCaption(graph, { style, random: random.fork("caption"), words });
  if (options.types.includes("negate") && balanceNegation) {
    const claim = denyTruly(graph, { ...common, random: random.fork("deny") });
    if (claim === null) return "no-true-negation";
    caption = renderClaim(claim, caption.plan);
  }
  const negatives = options.types.map((type) =>
    makeNegatives(graph, caption, {
      ...common,
      type,
      count: options.count,
      strict,
      random: random.fork(type),
      // Captions deny what something is or does; only a negative would say "no".
      accept: (claim) =>
        !(balanceNegation && !scene.closedWorld && claim.denied?.kind === "existence") &&
        (options.accept?.(claim) ?? true),
    }),
  );
  if (negatives.some(({ length }) => length < (options.least ?? options.count))) return "too-few-negatives";
  return {
    id: options.id,
    image: { file: scene.file, ...(box === null ? {} : { box }) },
    caption: caption.text,
    graph,
    complexity: toComplexity(graph),
    style,
    negatives: negatives.flat(),
  };
}
