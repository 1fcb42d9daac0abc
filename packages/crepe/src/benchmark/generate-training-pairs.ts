import { createRandom, type Random } from "@observatory/core";
import { captionStyles } from "../captions/render/caption-plan.ts";
import { renderCaption } from "../captions/render/render-caption.ts";
import type { NegativeType } from "../negatives/make-negatives.ts";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import { toComplexity, type Box, type SceneGraph } from "../scene-graph/scene-graph.ts";
import { drawPlacements } from "../world/generate-world.ts";
import type { HeldOut } from "../world/held-out-compounds.ts";
import { loadIcons, type WorldIcons } from "../world/load-icons.ts";
import { redrawScene } from "../world/redraw-scene.ts";
import { toWorldScene } from "../world/to-world-scene.ts";
import { toWorldSplit } from "../world/to-world-split.ts";
import type { WorldScene } from "../world/world-scene.ts";
import { fillCells, type CellLoss, type Draft } from "./fill-cells.ts";
import { sampleCompounds } from "./sample-compounds.ts";
import { sampleSubgraph } from "./sample-subgraph.ts";

/** A drawn scene with captions that are true of it. */
export interface TrainingPair {
  readonly scene: WorldScene;
  /** The first is false of the other scenes of its family; the others are further captions of the scene. */
  readonly captions: readonly [string, ...string[]];
  /** Around the things that the first caption speaks of, as benchmarks crop their images. */
  readonly box: Box | null;
  /** Six scenes whose first captions differ by edits. */
  readonly family: string;
}

export interface GenerateTrainingPairsOptions {
  readonly heldOut: HeldOut;
  /** About how many: families are whole. */
  readonly pairs: number;
  /** No scene is one of a benchmark's, whatever the seeds. */
  readonly seed: number;
  readonly icons?: WorldIcons;
  readonly signal?: AbortSignal;
}

/** Types of edits with the complexities that they can be made of; null: two compounds, as systematicity has them. */
const plans: readonly { readonly type: NegativeType; readonly sizes: readonly (number | null)[] }[] = [
  { type: "atom", sizes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null] },
  { type: "swap", sizes: [4, 5, 6, 7, 8, 9, 10, 11, 12] },
  { type: "negate", sizes: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
  { type: "comp", sizes: [null] },
];
const furtherCaptions = 2;

/**
 * Images and captions to train a model of the drawn world on, such that SC, UC and UA are known of it: no scene shows a
 * held-out word, or a thing in a colour that was held out for it, and no caption says a held-out compound. What stands where
 * cannot be kept from being seen: a scene of six things has fifteen pairs of them. So relations are held out of captions alone.
 *
 * Scenes come in families of six ({@link fillCells}), each the nearest that makes another caption true.
 */
export async function* generateTrainingPairs(
  options: GenerateTrainingPairsOptions,
): AsyncGenerator<TrainingPair> {
  const { heldOut, pairs, seed, signal, icons = loadIcons() } = options;
  const cells = plans.flatMap(({ type, sizes }) =>
    sizes.map((n) => ({ type, n, cell: n === null ? `${type}-compounds` : `${type}-${n}` })),
  );
  const isSeen = (graph: SceneGraph): boolean => toWorldSplit(graph, heldOut) === "SC";
  const showsSeen = ({ graph }: WorldScene): boolean => isSeen({ ...graph, relations: [] });
  const made = fillCells<WorldScene>(
    {
      scenes: drawScenes(options, icons),
      items: pairs,
      seed,
      lexicon: createLexicon(),
      redraw: (scene, claim, how) => {
        const redrawn = redrawScene(scene, claim, { ...how, icons });
        return redrawn !== null && showsSeen(redrawn) ? redrawn : null;
      },
      signal,
    },
    {
      cells: cells.map(({ cell }) => cell),
      perScene: 2,
      drafts: function* (scene, { random, filled }): Generator<Draft | CellLoss> {
        const size = toComplexity(scene.graph).n;
        const wanted = cells.filter(({ cell, n }) => (n ?? 0) <= size && filled(cell) < 1);
        const order = random.shuffle(wanted).toSorted((a, b) => filled(a.cell) - filled(b.cell));
        for (const { cell, type, n } of order.slice(0, 8)) {
          const drawn = random.fork(cell);
          const graph =
            n === null
              ? sampleCompounds(scene.graph, drawn)
              : sampleSubgraph(scene.graph, { n, random: drawn });
          if (graph === null) yield "graph-too-small";
          else if (!isSeen(graph)) yield "split-full";
          else {
            yield {
              cell,
              id: `${scene.imageId}/${cell}`,
              graph,
              types: [type],
              random: drawn,
              accept: (claim) => isSeen(claim.graph),
            };
          }
        }
      },
    },
  );
  for await (const { item, scene } of made) {
    const further = describeFurther(scene, isSeen, createRandom(`training-captions/${seed}/${item.id}`));
    yield {
      scene,
      captions: [item.caption, ...further],
      box: item.image.box ?? null,
      family: item.family ?? item.id,
    };
  }
}

/** Scenes of their own random stream. The maker of families ends it. */
function* drawScenes(
  { heldOut, seed }: Pick<GenerateTrainingPairsOptions, "heldOut" | "seed">,
  icons: WorldIcons,
): Generator<WorldScene> {
  for (let index = 0; ; index++) {
    const random = createRandom(`training-scenes/${seed}/${index}`);
    const placements = drawPlacements({ heldOut: { from: heldOut, use: "seen" } }, icons, random);
    yield toWorldScene(`training-${seed}-${index}`, placements, icons, random.fork("order"));
  }
}

function describeFurther(
  { graph }: WorldScene,
  isSeen: (graph: SceneGraph) => boolean,
  random: Random,
): string[] {
  const captions: string[] = [];
  for (let attempt = 0; attempt < 12 && captions.length < furtherCaptions; attempt++) {
    const drawn = random.fork(String(attempt));
    const part = sampleSubgraph(graph, { n: 1 + drawn.integer(8), random: drawn });
    if (part === null || !isSeen(part)) continue;
    const style = drawn.pick(captionStyles);
    captions.push(renderCaption(part, { style, random: drawn, words: 4 + drawn.integer(24) }).text);
  }
  return captions;
}
