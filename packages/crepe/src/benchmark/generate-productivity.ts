import { createRandom, UsageError } from "@observatory/core";
import type { CaptionStyle } from "../captions/render/caption-plan.ts";
import { collectInventory, type Inventory } from "../negatives/inventory.ts";
import type { NegativeType } from "../negatives/make-negatives.ts";
import type { Lexicon } from "../negatives/wordnet/lexicon.ts";
import { toComplexity } from "../scene-graph/scene-graph.ts";
import { buildItem, type ItemLoss } from "./build-item.ts";
import type { Item } from "./item.ts";
import { peekScenes } from "./peek-scenes.ts";
import { sampleSubgraph } from "./sample-subgraph.ts";
import type { SourceScene } from "./source-scene.ts";

export interface GenerateProductivityOptions {
  readonly scenes: AsyncIterable<SourceScene> | Iterable<SourceScene>;
  /** How many items in all, spread evenly over complexities and types. */
  readonly items: number;
  readonly seed: number;
  /** Keep only negatives that the graph contradicts. */
  readonly strict?: boolean;
  readonly lexicon?: Lexicon | null;
  /** Negatives of each item; more than five leaves something to choose for a later refinement. Default 5. */
  readonly candidates?: number;
  readonly complexities?: readonly number[];
  readonly types?: readonly NegativeType[];
  /** Most items of one image. Default 3. */
  readonly perScene?: number;
  /** Least area of the crop in square pixels; CREPE took 40,000. Default 0. */
  readonly minimumArea?: number;
  readonly styles?: readonly CaptionStyle[];
  readonly balanceNegation?: boolean;
  /** Words of the source; collected from the first 400 scenes where absent. */
  readonly inventory?: Inventory;
  readonly signal?: AbortSignal;
  /** Told of each attempt that gave no item. */
  readonly onLoss?: (reason: ItemLoss | "graph-too-small") => void;
}

const negativesOfAnItem = 5;

/**
 * Productivity: captions of growing complexity, each with negatives of one type.
 *
 * Each scene serves the emptiest cells of n x type first. Ends when every cell is full, or with the scenes: a cell that
 * the source cannot fill stays short. The same scenes and seed give the same items. Memory does not grow with scenes.
 */
export async function* generateProductivity(options: GenerateProductivityOptions): AsyncGenerator<Item> {
  const {
    items,
    seed,
    complexities = [4, 5, 6, 7, 8, 9, 10, 11, 12],
    types = ["atom", "swap", "negate"],
    perScene = 3,
    candidates = negativesOfAnItem,
  } = options;
  if (items < 1 || candidates < 1) throw new UsageError("items and candidates must be at least 1");
  const cells = types.flatMap((type) => complexities.map((n) => ({ type, n, made: 0 })));
  const quotaOf = (index: number) =>
    Math.floor(items / cells.length) + (index < items % cells.length ? 1 : 0);
  const open = cells.map((cell, index) => ({ cell, quota: quotaOf(index) })).filter(({ quota }) => quota > 0);

  const { first, all } = await peekScenes(options.scenes, options.inventory === undefined ? 400 : 0);
  const inventory =
    options.inventory ??
    collectInventory(
      first.map(({ graph }) => graph),
      first.length < 50 ? 1 : 2,
    );
  let position = 0;
  for await (const scene of all) {
    options.signal?.throwIfAborted();
    const unfilled = open.filter(({ cell, quota }) => cell.made < quota);
    if (unfilled.length === 0) return;
    const size = toComplexity(scene.graph).n;
    const wanted = unfilled.filter(({ cell }) => cell.n <= size);
    if (wanted.length === 0) options.onLoss?.("graph-too-small");
    const random = createRandom(`${seed}/${position++}/${scene.imageId}`);
    const order = random.shuffle(wanted).toSorted((a, b) => a.cell.made / a.quota - b.cell.made / b.quota);
    let made = 0;
    for (const { cell } of order.slice(0, perScene * 4)) {
      if (made >= perScene) break;
      const cellRandom = random.fork(`${cell.type}-${cell.n}`);
      const graph = sampleSubgraph(scene.graph, { n: cell.n, random: cellRandom });
      if (graph === null) {
        options.onLoss?.("graph-too-small");
        continue;
      }
      const item = buildItem(scene, graph, {
        id: `${scene.imageId}/${cell.type}-${cell.n}`,
        types: [cell.type],
        count: candidates,
        least: Math.min(candidates, negativesOfAnItem),
        strict: options.strict ?? false,
        random: cellRandom,
        lexicon: options.lexicon ?? null,
        inventory,
        styles: options.styles,
        minimumArea: options.minimumArea,
        balanceNegation: options.balanceNegation,
      });
      if (typeof item === "string") {
        options.onLoss?.(item);
        continue;
      }
      cell.made++;
      made++;
      yield item;
    }
  }
}
