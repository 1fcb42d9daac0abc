import { createRandom, UsageError, type Random } from "@observatory/core";
import { setImmediate } from "node:timers/promises";
import type { CaptionStyle } from "../captions/render/caption-plan.ts";
import { collectInventory, type Inventory } from "../negatives/inventory.ts";
import type { NegativeType } from "../negatives/make-negatives.ts";
import type { Lexicon } from "../negatives/wordnet/lexicon.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { buildFamily, type Redraw } from "./build-family.ts";
import { buildItem, type BuildItemOptions, type ItemLoss } from "./build-item.ts";
import type { Item } from "./item.ts";
import { peekScenes } from "./peek-scenes.ts";
import type { SourceScene } from "./source-scene.ts";

/** Why a scene, or a part of it, gave no item. */
export type CellLoss = ItemLoss | "graph-too-small" | "split-full";

/** What sets of items have in common. */
export interface ItemSetOptions<Scene extends SourceScene = SourceScene> {
  readonly scenes: AsyncIterable<Scene> | Iterable<Scene>;
  /** How many items in all, spread evenly over the cells. Families are whole: the number is rounded to theirs. */
  readonly items: number;
  readonly seed: number;
  /** Keep only negatives that the graph contradicts. */
  readonly strict?: boolean;
  readonly lexicon?: Lexicon | null;
  /** Negatives of each item and type; more than are needed leave something to choose for a later refinement. Default 5. */
  readonly candidates?: number;
  /**
   * Scenes can be drawn anew: then items come in families of six ({@link buildFamily}) with five negatives each, and
   * `candidates` does not count.
   */
  readonly redraw?: Redraw<Scene>;
  /** Least area of the crop in square pixels; CREPE took 40,000. Default 0. */
  readonly minimumArea?: number;
  readonly styles?: readonly CaptionStyle[];
  /** Words of the source; collected from the first 400 scenes where absent. */
  readonly inventory?: Inventory;
  readonly signal?: AbortSignal;
  /** Told of each attempt that gave no item. */
  readonly onLoss?: (reason: CellLoss) => void;
}

/** An item and the scene that it shows. */
export interface SourcedItem<Scene extends SourceScene = SourceScene> {
  readonly item: Item;
  readonly scene: Scene;
}

/** A part of a scene that may become an item of a cell. */
export interface Draft extends Pick<BuildItemOptions, "accept" | "balanceNegation" | "least"> {
  readonly cell: string;
  readonly id: string;
  readonly graph: SceneGraph;
  readonly types: readonly NegativeType[];
  readonly random: Random;
}

export interface CellPlan<Scene extends SourceScene> {
  readonly cells: readonly string[];
  /** Most items, or families, of one scene. */
  readonly perScene: number;
  /** Parts of a scene in the order in which they are tried. `filled` is the share of a cell that is made: 1 when full. */
  readonly drafts: (
    scene: Scene,
    context: { readonly random: Random; readonly filled: (cell: string) => number },
  ) => Iterable<Draft | CellLoss>;
}

/** CREPE's number. */
export const negativesOfAnItem = 5;

/**
 * Makes items until every cell of a plan is full, or the scenes end: a cell that the source cannot fill stays short.
 * The same scenes and seed give the same items. Memory does not grow with scenes or items.
 */
export async function* fillCells<Scene extends SourceScene>(
  options: ItemSetOptions<Scene>,
  { cells, perScene, drafts }: CellPlan<Scene>,
): AsyncGenerator<SourcedItem<Scene>> {
  const { items, seed, candidates = negativesOfAnItem, redraw, onLoss } = options;
  if (items < 1 || candidates < 1) throw new UsageError("items and candidates must be at least 1");
  const units = redraw === undefined ? items : Math.max(1, Math.round(items / (negativesOfAnItem + 1)));
  const quotas = new Map(
    cells.map((cell, index) => [
      cell,
      Math.floor(units / cells.length) + (index < units % cells.length ? 1 : 0),
    ]),
  );
  const made = new Map<string, number>();
  const filled = (cell: string): number => {
    const quota = quotas.get(cell) ?? 0;
    return quota === 0 ? 1 : (made.get(cell) ?? 0) / quota;
  };
  const { first, all } = await peekScenes(options.scenes, options.inventory === undefined ? 400 : 0);
  const inventory =
    options.inventory ??
    collectInventory(
      first.map(({ graph }) => graph),
      first.length < 50 ? 1 : 2,
    );
  const common = { ...options, inventory, strict: options.strict ?? false, lexicon: options.lexicon ?? null };
  let position = 0;
  for await (const scene of all) {
    // Drawn scenes come without a wait: else nobody could interrupt a search for the last items.
    await setImmediate();
    options.signal?.throwIfAborted();
    if (cells.every((cell) => filled(cell) >= 1)) return;
    const random = createRandom(`${seed}/${position++}/${scene.imageId}`);
    let units = 0;
    for (const draft of drafts(scene, { random, filled })) {
      if (typeof draft === "string") {
        onLoss?.(draft);
        continue;
      }
      const found = makeItems(scene, draft, { ...common, candidates });
      if (typeof found === "string") {
        onLoss?.(found);
        continue;
      }
      made.set(draft.cell, (made.get(draft.cell) ?? 0) + 1);
      yield* found;
      if (++units >= perScene) break;
    }
  }
}

/** One item, or the items of one family. */
function makeItems<Scene extends SourceScene>(
  scene: Scene,
  { graph, types, ...draft }: Draft,
  options: Omit<ItemSetOptions<Scene>, "scenes" | "seed" | "items"> &
    Pick<BuildItemOptions, "inventory" | "strict" | "lexicon"> & { readonly candidates: number },
): readonly SourcedItem<Scene>[] | ItemLoss {
  const { redraw, candidates } = options;
  const [type] = types;
  if (redraw !== undefined && type !== undefined)
    return buildFamily(scene, graph, { ...options, ...draft, type, count: negativesOfAnItem, redraw });
  const item = buildItem(scene, graph, {
    least: Math.min(candidates, negativesOfAnItem),
    ...options,
    ...draft,
    types,
    count: candidates,
  });
  return typeof item === "string" ? item : [{ item, scene }];
}
