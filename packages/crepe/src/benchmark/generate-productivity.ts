import type { NegativeType } from "../negatives/make-negatives.ts";
import { toComplexity } from "../scene-graph/scene-graph.ts";
import { fillCells, type CellLoss, type Draft, type ItemSetOptions, type SourcedItem } from "./fill-cells.ts";
import { sampleSubgraph } from "./sample-subgraph.ts";
import type { SourceScene } from "./source-scene.ts";

export interface GenerateProductivityOptions<
  Scene extends SourceScene = SourceScene,
> extends ItemSetOptions<Scene> {
  readonly complexities?: readonly number[];
  readonly types?: readonly NegativeType[];
  /** Most items of one image. Default 3. */
  readonly perScene?: number;
  readonly balanceNegation?: boolean;
}

/**
 * Productivity: captions of growing complexity, each with negatives of one type. Each scene serves the emptiest cells of
 * n x type first.
 */
export function generateProductivity<Scene extends SourceScene>(
  options: GenerateProductivityOptions<Scene>,
): AsyncGenerator<SourcedItem<Scene>> {
  const {
    complexities = [4, 5, 6, 7, 8, 9, 10, 11, 12],
    types = ["atom", "swap", "negate"],
    perScene = 3,
    balanceNegation,
  } = options;
  const cells = types.flatMap((type) => complexities.map((n) => ({ type, n, cell: `${type}-${n}` })));
  return fillCells(options, {
    cells: cells.map(({ cell }) => cell),
    perScene,
    drafts: function* (scene, { random, filled }): Generator<Draft | CellLoss> {
      const size = toComplexity(scene.graph).n;
      const wanted = cells.filter(({ cell, n }) => n <= size && filled(cell) < 1);
      if (wanted.length === 0) yield "graph-too-small";
      const order = random.shuffle(wanted).toSorted((a, b) => filled(a.cell) - filled(b.cell));
      for (const { cell, type, n } of order.slice(0, perScene * 4)) {
        const drawn = random.fork(cell);
        const graph = sampleSubgraph(scene.graph, { n, random: drawn });
        yield graph === null
          ? "graph-too-small"
          : { cell, id: `${scene.imageId}/${cell}`, graph, types: [type], random: drawn, balanceNegation };
      }
    },
  });
}
