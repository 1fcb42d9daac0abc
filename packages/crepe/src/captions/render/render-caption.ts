import type { Random } from "@observatory/core";
import type { SceneGraph } from "../../scene-graph/scene-graph.ts";
import { framesOf, planClauses, type CaptionPlan, type CaptionStyle } from "./caption-plan.ts";
import type { Claim } from "./claim.ts";
import { wordClaim, type Wording } from "./word-claim.ts";

export interface RenderOptions {
  readonly style: CaptionStyle;
  readonly random: Random;
  /** Aim for about this many words, with wordings that say the same; without it the wording is drawn. */
  readonly words?: number;
}

/** A caption, what it claims, and the plan that words its negatives alike. */
export interface RenderedCaption extends Wording {
  readonly claim: Claim;
  readonly plan: CaptionPlan;
}

/**
 * Puts a scene graph, connected or not, into English.
 *
 * Throws InputError for a graph without objects, with repeated ids, or with relations of unknown objects.
 *
 * @example
 * const cat = { id: "1", name: "cat", attributes: ["black"], box: null };
 * renderCaption({ objects: [cat], relations: [] }, { style: "there-is", random: createRandom(1) }).text;
 */
export function renderCaption(graph: SceneGraph, { style, random, words }: RenderOptions): RenderedCaption {
  const clauses = planClauses(graph, random);
  const claim: Claim = { graph, denied: null };
  const wordings = random.shuffle(
    framesOf(style).flatMap((frame) =>
      [false, true].map((verbose) => renderClaim(claim, { style, clauses, frame, verbose })),
    ),
  );
  const distance = ({ text }: Wording) =>
    words === undefined ? 0 : Math.abs(text.split(" ").length - words);
  return wordings.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

/** Words a claim by a plan that was made for a graph of the same structure. */
export function renderClaim(claim: Claim, plan: CaptionPlan): RenderedCaption {
  return { ...wordClaim(claim, plan), claim, plan };
}
