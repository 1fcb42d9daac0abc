import { createRandom, UsageError } from "@observatory/core";
import type { CaptionStyle } from "../captions/render/caption-plan.ts";
import { collectInventory, type Inventory } from "../negatives/inventory.ts";
import type { Lexicon } from "../negatives/wordnet/lexicon.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { buildItem, type ItemLoss } from "./build-item.ts";
import { classifySplit } from "./classify-split.ts";
import type { Item } from "./item.ts";
import { peekScenes } from "./peek-scenes.ts";
import { sampleCompounds } from "./sample-compounds.ts";
import type { SourceScene } from "./source-scene.ts";

export interface GenerateSystematicityOptions {
  readonly scenes: AsyncIterable<SourceScene> | Iterable<SourceScene>;
  /** Training sets, at least one. The splits of the first are filled evenly. */
  readonly vocabularies: readonly Vocabulary[];
  readonly items: number;
  readonly seed: number;
  readonly strict?: boolean;
  readonly lexicon?: Lexicon | null;
  /** Most negatives of each type, atom and comp. Default 5. */
  readonly candidates?: number;
  /** An item with fewer negatives of a type is no item. Default `candidates`. */
  readonly least?: number;
  readonly perScene?: number;
  readonly minimumArea?: number;
  readonly styles?: readonly CaptionStyle[];
  readonly inventory?: Inventory;
  readonly signal?: AbortSignal;
  readonly onLoss?: (reason: ItemLoss | "graph-too-small" | "split-full") => void;
}

const splits = ["SC", "UC", "UA"] as const;

/**
 * Systematicity: captions of two compounds, seen or not seen in training, with atom and comp negatives that are in the
 * same split as their positive for every training set. Ends when every split is full, or with the scenes.
 */
export async function* generateSystematicity(options: GenerateSystematicityOptions): AsyncGenerator<Item> {
  const { vocabularies, items, seed, candidates = 5, perScene = 2 } = options;
  const [main] = vocabularies;
  if (main === undefined)
    throw new UsageError("a systematicity set needs the vocabulary of at least one training set");
  if (items < 1 || candidates < 1) throw new UsageError("items and candidates must be at least 1");
  const room = new Map(
    splits.map((split, index) => [split, Math.floor(items / 3) + (index < items % 3 ? 1 : 0)]),
  );
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
    if ([...room.values()].every((left) => left === 0)) return;
    const random = createRandom(`${seed}/${position++}/${scene.imageId}`);
    const told = new Set<string>();
    let made = 0;
    for (let attempt = 0; attempt < perScene * 3 && made < perScene; attempt++) {
      const drawn = random.fork(String(attempt));
      const graph = sampleCompounds(scene.graph, drawn);
      const key = JSON.stringify(graph);
      if (graph === null || told.has(key)) {
        options.onLoss?.("graph-too-small");
        break;
      }
      told.add(key);
      const split = Object.fromEntries(
        vocabularies.map((vocabulary) => [vocabulary.name, classifySplit(graph, vocabulary)]),
      );
      const cell = classifySplit(graph, main).split;
      if ((room.get(cell) ?? 0) === 0) {
        options.onLoss?.("split-full");
        continue;
      }
      const item = buildItem(scene, graph, {
        id: `${scene.imageId}/${cell}-${attempt}`,
        types: ["atom", "comp"],
        count: candidates,
        least: options.least,
        strict: options.strict ?? false,
        random: drawn,
        lexicon: options.lexicon ?? null,
        inventory,
        styles: options.styles,
        minimumArea: options.minimumArea,
        accept: (claim) =>
          vocabularies.every(
            (vocabulary) => classifySplit(claim.graph, vocabulary).split === split[vocabulary.name]?.split,
          ),
      });
      if (typeof item === "string") {
        options.onLoss?.(item);
        continue;
      }
      room.set(cell, (room.get(cell) ?? 0) - 1);
      made++;
      yield { ...item, split };
    }
  }
}
