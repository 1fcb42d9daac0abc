import { createRandom } from "@observatory/core";
import { captionStyles, type CaptionStyle } from "../captions/render/caption-plan.ts";
import { renderCaption, renderClaim } from "../captions/render/render-caption.ts";
import { judgeClaim, proveFalse } from "../negatives/prove-false.ts";
import { toComplexity, type SceneGraph } from "../scene-graph/scene-graph.ts";
import type { SourcedItem } from "./fill-cells.ts";
import type { Item } from "./item.ts";
import type { SourceScene } from "./source-scene.ts";

/** Two scenes that differ by one exchange, and what is to be said of each. */
export interface SceneTwins<Scene extends SourceScene = SourceScene> {
  readonly id: string;
  /** What was exchanged: `swap-attributes`, `swap-relation`. */
  readonly kind: string;
  /** Between what: `colour`, a predicate ... */
  readonly over: string;
  readonly a: Scene;
  readonly b: Scene;
  readonly focus: { readonly a: SceneGraph; readonly b: SceneGraph };
}

export interface GeneratePairsOptions<Scene extends SourceScene = SourceScene> {
  readonly twins: AsyncIterable<SceneTwins<Scene>> | Iterable<SceneTwins<Scene>>;
  readonly seed: number;
  readonly strict?: boolean;
  readonly styles?: readonly CaptionStyle[];
  readonly signal?: AbortSignal;
  /** Told of each pair that was refused: a caption untrue of its own scene, or not false of the other. */
  readonly onLoss?: (reason: "untrue-caption" | "not-contradicted" | "unlike-structure") => void;
}

/**
 * Counter-balanced 2 x 2 items (after Winoground, Thrush et al. 2022): image A with caption A against caption B, image
 * B with B against A, one after the other. Both captions follow one plan and have the same words, and each is once the
 * positive and once the negative: a scorer that never sees the image is right in exactly half of them.
 */
export async function* generatePairs<Scene extends SourceScene>(
  options: GeneratePairsOptions<Scene>,
): AsyncGenerator<SourcedItem<Scene>> {
  for await (const twins of options.twins) {
    options.signal?.throwIfAborted();
    const random = createRandom(`${options.seed}/${twins.id}`);
    const aligned = alignGraph(twins.focus.a, twins.focus.b);
    if (aligned === null) {
      options.onLoss?.("unlike-structure");
      continue;
    }
    const style = random.pick(options.styles ?? captionStyles);
    const words = 8 + random.integer(16);
    // The plan is drawn for either side, so that neither is the one whose order of telling was chosen.
    const isFirst = random.next() < 0.5;
    const { plan } = renderCaption(isFirst ? twins.focus.a : aligned, {
      style,
      random: random.fork("caption"),
      words,
    });
    const captionA = renderClaim({ graph: twins.focus.a, denied: null }, plan);
    const captionB = renderClaim({ graph: aligned, denied: null }, plan);
    const proof = (scene: SourceScene) => ({ closedWorld: scene.closedWorld, undecided: scene.undecided });
    if (
      judgeClaim(twins.a.graph, captionA.claim, proof(twins.a)) !== "true" ||
      judgeClaim(twins.b.graph, captionB.claim, proof(twins.b)) !== "true"
    ) {
      options.onLoss?.("untrue-caption");
      continue;
    }
    const falseOfA = proveFalse(twins.a.graph, captionB.claim, proof(twins.a));
    const falseOfB = proveFalse(twins.b.graph, captionA.claim, proof(twins.b));
    const isFalse = (falsity: typeof falseOfA) =>
      falsity === "contradicted" || (falsity === "absent" && options.strict !== true);
    if (
      falseOfA === null ||
      falseOfB === null ||
      !isFalse(falseOfA) ||
      !isFalse(falseOfB) ||
      captionA.text === captionB.text
    ) {
      options.onLoss?.("not-contradicted");
      continue;
    }
    const role = twins.kind.includes("attribute") ? ("attribute" as const) : ("relation" as const);
    const side = (
      name: "A" | "B",
      scene: SourceScene,
      graph: SceneGraph,
      text: string,
      other: string,
      falsity: Exclude<typeof falseOfA, null>,
    ): Item => ({
      id: `${twins.id}/${name}`,
      image: { file: scene.file },
      caption: text,
      graph,
      ...(scene.closedWorld ? { scene: scene.graph } : {}),
      complexity: toComplexity(graph),
      pair: { id: twins.id, side: name },
      style,
      negatives: [
        {
          text: other,
          type: "swap",
          falsity,
          edit: {
            rule: `twin-${twins.kind}`,
            role,
            from: twins.over,
            to: twins.over,
            objects: graph.objects.map(({ id }) => id),
          },
        },
      ],
    });
    yield {
      item: side("A", twins.a, twins.focus.a, captionA.text, captionB.text, falseOfA),
      scene: twins.a,
    };
    yield {
      item: side("B", twins.b, twins.focus.b, captionB.text, captionA.text, falseOfB),
      scene: twins.b,
    };
  }
}

/** Graph B with the ids of A's places, so that A's plan words it; null where the two are not built alike. */
function alignGraph(a: SceneGraph, b: SceneGraph): SceneGraph | null {
  if (a.objects.length !== b.objects.length || a.relations.length !== b.relations.length) return null;
  const places = new Map<string, string>();
  for (const [index, { subject, object }] of a.relations.entries()) {
    const other = b.relations[index];
    if (other === undefined) return null;
    for (const [from, to] of [
      [other.subject, subject],
      [other.object, object],
    ] as const) {
      if (places.has(from) && places.get(from) !== to) return null;
      places.set(from, to);
    }
  }
  const rename = (id: string) => places.get(id) ?? id;
  const objects = b.objects.map((object) => ({ ...object, id: rename(object.id) }));
  const byId = new Map(objects.map((object) => [object.id, object]));
  const ordered = a.objects.flatMap(({ id }) => byId.get(id) ?? []);
  if (ordered.length < objects.length) return null;
  return {
    objects: ordered,
    relations: b.relations.map((relation) => ({
      ...relation,
      subject: rename(relation.subject),
      object: rename(relation.object),
    })),
  };
}
