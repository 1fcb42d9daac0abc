import { UsageError } from "@observatory/core";
import type { NegativeType } from "../negatives/make-negatives.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { classifySplit } from "./classify-split.ts";
import { fillCells, type CellLoss, type Draft, type ItemSetOptions, type SourcedItem } from "./fill-cells.ts";
import type { Item } from "./item.ts";
import { sampleCompounds } from "./sample-compounds.ts";
import type { SourceScene } from "./source-scene.ts";

export interface GenerateSystematicityOptions<
  Scene extends SourceScene = SourceScene,
> extends ItemSetOptions<Scene> {
  /** Training sets, at least one, of different names. The splits of the first are filled evenly. */
  readonly vocabularies: readonly Vocabulary[];
  /** An item with fewer negatives of a type is no item. Default `candidates`. */
  readonly least?: number;
  /** Most items of one image. Default 2. */
  readonly perScene?: number;
}

const splits = ["SC", "UC", "UA"] as const;
const types = ["atom", "comp"] as const satisfies readonly NegativeType[];

/**
 * Systematicity: captions of two compounds, seen or not seen in training, with atom and comp negatives that are in the
 * same split as their positive for every training set. An item has negatives of both types, a family of one.
 */
export async function* generateSystematicity<Scene extends SourceScene>(
  options: GenerateSystematicityOptions<Scene>,
): AsyncGenerator<SourcedItem<Scene>> {
  const { vocabularies, candidates = 5, least = candidates, perScene = 2 } = options;
  const [main] = vocabularies;
  if (main === undefined)
    throw new UsageError("a systematicity set needs the vocabulary of at least one training set");
  const splitsOf = (graph: SceneGraph): NonNullable<Item["split"]> =>
    Object.fromEntries(vocabularies.map((vocabulary) => [vocabulary.name, classifySplit(graph, vocabulary)]));
  const groups = options.redraw === undefined ? [types] : types.map((type) => [type]);
  const cellOf = (split: string, group: readonly NegativeType[]) => `${split}-${group.join("+")}`;
  const made = fillCells(options, {
    cells: groups.flatMap((group) => splits.map((split) => cellOf(split, group))),
    perScene,
    drafts: function* (scene, { random, filled }): Generator<Draft | CellLoss> {
      const told = new Set<string>();
      for (let attempt = 0; attempt < perScene * 3; attempt++) {
        const drawn = random.fork(String(attempt));
        const graph = sampleCompounds(scene.graph, drawn);
        const key = JSON.stringify(graph);
        if (graph === null || told.has(key)) {
          yield "graph-too-small";
          return;
        }
        told.add(key);
        const own = splitsOf(graph);
        const { split } = classifySplit(graph, main);
        const [emptiest] = groups
          .map((group) => ({ group, cell: cellOf(split, group) }))
          .toSorted((a, b) => filled(a.cell) - filled(b.cell));
        if (emptiest === undefined || filled(emptiest.cell) >= 1) {
          yield "split-full";
          continue;
        }
        yield {
          cell: emptiest.cell,
          id: `${scene.imageId}/${emptiest.cell}-${attempt}`,
          graph,
          types: emptiest.group,
          random: drawn,
          least,
          accept: (claim) =>
            Object.entries(splitsOf(claim.graph)).every(([name, one]) => one.split === own[name]?.split),
        };
      }
    },
  });
  for await (const { item, scene } of made) yield { item: { ...item, split: splitsOf(item.graph) }, scene };
}
