import type { Random } from "@observatory/core";
import { captionStyles } from "../captions/render/caption-plan.ts";
import type { Claim } from "../captions/render/claim.ts";
import { renderCaption, renderClaim, type RenderedCaption } from "../captions/render/render-caption.ts";
import { planFor, toTextKey, type NegativeType } from "../negatives/make-negatives.ts";
import { judgeClaim, proveFalse } from "../negatives/prove-false.ts";
import { toComplexity, type SceneGraph } from "../scene-graph/scene-graph.ts";
import type { BuildItemOptions, ItemLoss } from "./build-item.ts";
import { cropSubgraph } from "./crop-subgraph.ts";
import { proposeRivals } from "./propose-rivals.ts";
import { toClaimedGraph } from "./to-claimed-graph.ts";
import { toDenied } from "./to-denied.ts";
import type { Edit, Falsity, Item } from "./item.ts";
import type { SourceScene } from "./source-scene.ts";

/** Draws the scene anew so that a claim is true of it; null where that was not found. */
export type Redraw<Scene> = (
  scene: Scene,
  claim: Claim,
  options: { readonly imageId: string; readonly random: Random },
) => Scene | null;

export interface BuildFamilyOptions<Scene> extends Pick<
  BuildItemOptions,
  "id" | "strict" | "random" | "lexicon" | "inventory" | "styles" | "minimumArea" | "accept"
> {
  readonly type: NegativeType;
  /** Negatives of each item: one less than the family has items. */
  readonly count: number;
  readonly redraw: Redraw<Scene>;
}

export interface FamilyItem<Scene> {
  readonly item: Item;
  /** What the item shows. */
  readonly scene: Scene;
}

interface Member<Scene> {
  readonly claim: Claim;
  readonly text: string;
  readonly scene: Scene;
  /** Of that scene, in the claim's structure. */
  readonly graph: SceneGraph;
  /** How the claim came from that of the family's first scene; null for that itself. */
  readonly edit: Edit | null;
}

/** Rivals that are looked at before a family is given up. */
const mostTried = 40;

/**
 * A family: k + 1 captions and as many scenes, each caption true of one scene and proven false of all others. It gives
 * k + 1 items with the same captions, so each caption is once the positive and k times a negative: whoever judges
 * captions, one by one or the whole list, without the scene is right in exactly one item of k + 1. The 2 x 2 items of
 * Winoground (Thrush et al. 2022) are the case k = 1.
 *
 * Its other claims are edits of the first, each realised in a scene of its own.
 */
export function buildFamily<Scene extends SourceScene>(
  scene: Scene,
  graph: SceneGraph,
  options: BuildFamilyOptions<Scene>,
): readonly FamilyItem<Scene>[] | ItemLoss {
  const { random, type, count, inventory, lexicon } = options;
  const style = random.pick(options.styles ?? captionStyles);
  const words = 8 + random.integer(24);
  const caption = renderCaption(graph, { style, random: random.fork("caption"), words });
  const { first, lists } = proposeRivals(graph, {
    type,
    random: random.fork(type),
    scene: scene.graph,
    closedWorld: scene.closedWorld,
    undecided: scene.undecided,
    inventory,
    lexicon,
  });
  for (const list of lists) {
    if (list.length < count) continue;
    const members: Member<Scene>[] = [];
    if (first !== null) admit(members, { claim: first, edit: null }, scene, caption, options);
    let tried = 0;
    for (const { claim, edit } of list) {
      if (members.length > count || tried++ >= mostTried) break;
      if (options.accept !== undefined && !options.accept(claim)) continue;
      if (!members.every((member) => isFalse(claim, member.scene, options))) continue;
      const redrawn = options.redraw(scene, claim, {
        imageId: `${options.id.replaceAll("/", "-")}-${members.length}`,
        random: random.fork(`${list.length}/${tried}`),
      });
      if (redrawn !== null) admit(members, { claim, edit }, redrawn, caption, options);
    }
    if (members.length <= count) continue;
    return members.map((member, place) => ({
      scene: member.scene,
      item: toItem(member, place, members, { ...options, style }),
    }));
  }
  return "too-few-negatives";
}

/** Adds a member where its caption is true of its scene, false of all others, and theirs false of its scene. */
function admit<Scene extends SourceScene>(
  members: Member<Scene>[],
  { claim, edit }: { readonly claim: Claim; readonly edit: Edit | null },
  scene: Scene,
  caption: RenderedCaption,
  options: BuildFamilyOptions<Scene>,
): void {
  if (claim.denied?.kind === "existence" && caption.plan.style === "listing") return;
  if (judgeClaim(scene.graph, claim, { ...scene, lexicon: options.lexicon }) !== "true") return;
  if (
    !members.every((member) => isFalse(member.claim, scene, options) && isFalse(claim, member.scene, options))
  )
    return;
  const graph = toClaimedGraph(claim, scene.graph);
  const n = members[0] === undefined ? null : toComplexity(members[0].graph).n;
  if (graph === null || (n !== null && toComplexity(graph).n !== n)) return;
  const { text } = renderClaim(claim, planFor(options.type, claim, caption));
  if (members.some((member) => toTextKey(member.text) === toTextKey(text))) return;
  members.push({ claim, text, scene, graph, edit });
}

function isFalse<Scene extends SourceScene>(
  claim: Claim,
  scene: Scene,
  options: BuildFamilyOptions<Scene>,
): boolean {
  return falsityOf(claim, scene, options) !== null;
}

function falsityOf<Scene extends SourceScene>(
  claim: Claim,
  scene: Scene,
  { strict, lexicon }: BuildFamilyOptions<Scene>,
): Falsity | null {
  const falsity = proveFalse(scene.graph, claim, { ...scene, lexicon });
  return strict && falsity !== "contradicted" ? null : falsity;
}

function toItem<Scene extends SourceScene>(
  member: Member<Scene>,
  place: number,
  members: readonly Member<Scene>[],
  options: BuildFamilyOptions<Scene> & { readonly style: string },
): Item {
  const { scene, graph, text } = member;
  const box = scene.file === null ? null : cropSubgraph(graph, scene);
  return {
    id: `${options.id}/${place}`,
    image: { file: scene.file, ...(box === null ? {} : { box }) },
    caption: text,
    graph,
    ...toDenied(member.claim, graph),
    ...(scene.closedWorld ? { scene: scene.graph } : {}),
    complexity: toComplexity(graph),
    family: options.id,
    style: options.style,
    negatives: members
      .filter((other) => other !== member)
      .map((other) => ({
        text: other.text,
        type: options.type,
        edit: editBetween(member, other, options.type),
        falsity: falsityOf(other.claim, scene, options) ?? "absent",
      })),
  };
}

/** How one claim of a family becomes another, from the edits that made them of the first. */
function editBetween(
  from: Pick<Member<unknown>, "edit">,
  to: Pick<Member<unknown>, "edit">,
  type: NegativeType,
): Edit {
  const [a, b] = [from.edit, to.edit];
  if (a === null && b !== null) return b;
  if (a !== null && b === null) return { ...a, from: a.to, to: a.from };
  if (a === null || b === null) return { rule: "none", role: "caption", from: "", to: "", objects: [] };
  // The other atom is denied instead.
  if (type === "negate") return b;
  if (isOfOnePlace(a, b)) return { ...b, from: a.to };
  return {
    rule: `${a.rule}+${b.rule}`,
    role: a.role === b.role ? a.role : "compound",
    from: `${a.to} and ${b.from}`,
    to: `${a.from} and ${b.to}`,
    objects: [...new Set([...a.objects, ...b.objects])],
  };
}

function isOfOnePlace(a: Edit, b: Edit): boolean {
  return a.role === b.role && a.from === b.from && a.objects.join() === b.objects.join();
}
