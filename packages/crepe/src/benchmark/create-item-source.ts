import { UsageError } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { basename, join } from "node:path";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import { buildVocabulary } from "../vocabulary/build-vocabulary.ts";
import { loadVocabulary } from "../vocabulary/load-vocabulary.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { generateTwins } from "../world/generate-twins.ts";
import { generateWorld } from "../world/generate-world.ts";
import { heldOutCompounds } from "../world/held-out-compounds.ts";
import { trainingCaptions } from "../world/training-captions.ts";
import type { GenerateBenchmarkOptions } from "./generate-benchmark.ts";
import { findGraphFiles } from "./find-graph-files.ts";
import { generatePairs } from "./generate-pairs.ts";
import { generateProductivity } from "./generate-productivity.ts";
import { generateSystematicity } from "./generate-systematicity.ts";
import type { Item } from "./item.ts";
import { readInventory } from "./read-inventory.ts";
import { readGraphScenes } from "./read-graph-scenes.ts";
import type { SourceScene } from "./source-scene.ts";
import { toWorldVocabulary } from "./world-vocabulary.ts";
import { copyImages, drawImages } from "./write-images.ts";

/** What a benchmark is made of, for one source and set. */
export interface ItemSource {
  /** `world`, or `graphs`. */
  readonly name: string;
  /** Writes what belongs beside the items, such as training captions. */
  readonly prepare: (out: string) => Promise<void>;
  readonly items: () => AsyncGenerator<Item>;
  /** Writes those images that are named; yields each name. */
  readonly writeImages: (directory: string, files: ReadonlySet<string>) => AsyncGenerator<string>;
}

export interface ItemSourceOptions extends Omit<GenerateBenchmarkOptions, "onEvent"> {
  readonly candidates: number;
  readonly onLoss: (reason: string, place?: string) => void;
}

/** Least area of a crop in square pixels, as in CREPE (section 4). */
const cropArea = 40_000;
/** Enough that a set is never short of scenes which it could use; the set ends the stream. */
const scenesPerItem = 60;

/** Opens the source of a benchmark. Throws UsageError for a source that cannot give the set. */
export async function createItemSource(options: ItemSourceOptions): Promise<ItemSource> {
  const { source, set, seed, signal, onLoss } = options;
  const world = source.kind === "world";
  if (!world && set === "pairs") {
    throw new UsageError(
      "pairs need two images that differ by one exchange, which only the drawn world has",
      {
        hint: "Use --world, or another --set.",
      },
    );
  }
  if (!world && set === "systematicity" && (options.trainingCaptions ?? []).length === 0) {
    throw new UsageError("a systematicity set from graphs needs --training-captions", {
      hint: "Give the captions that a model was trained on, or their vocabulary (.parquet).",
    });
  }
  const drawScenes = () => generateWorld({ scenes: options.items * scenesPerItem, seed });
  const drawTwins = () => generateTwins({ count: options.items * scenesPerItem, seed });
  const files = source.kind === "world" ? [] : await findGraphFiles(source.files);
  async function* scenes(): AsyncGenerator<SourceScene> {
    if (source.kind === "world") yield* drawScenes();
    else for (const file of files) yield* readGraphScenes(file, { images: source.images, signal, onLoss });
  }
  const vocabularies: Vocabulary[] = [];
  const common = async () => ({
    ...options,
    scenes: scenes(),
    lexicon: createLexicon(),
    inventory: source.kind === "world" ? undefined : await readInventory(files, { signal }),
    minimumArea:
      source.kind === "world" || source.images === undefined ? 0 : (options.minimumArea ?? cropArea),
  });
  return {
    name: source.kind,
    prepare: async (out) => {
      if (set === "systematicity") vocabularies.push(...(await openVocabularies(out, options)));
    },
    items: async function* () {
      switch (set) {
        case "pairs":
          yield* take(generatePairs({ ...options, twins: drawTwins() }), options.items);
          return;
        case "productivity":
          yield* generateProductivity(await common());
          return;
        case "systematicity":
          yield* generateSystematicity({ ...(await common()), vocabularies, least: 5 });
          return;
        default:
          set satisfies never;
      }
    },
    writeImages: (directory, files) => {
      if (source.kind === "graphs") return copyImages(source.images ?? "", directory, files);
      const drawn = set === "pairs" ? flatTwins(drawTwins()) : drawScenes();
      return drawImages(drawn, directory, files, options);
    },
  };
}

function* flatTwins(twins: ReturnType<typeof generateTwins>) {
  for (const { a, b } of twins) yield* [a, b];
}

/** The first items, in whole pairs. */
async function* take(items: AsyncGenerator<Item>, count: number): AsyncGenerator<Item> {
  let taken = 0;
  for await (const item of items) {
    yield item;
    if (++taken >= count && taken % 2 === 0) return;
  }
}

async function openVocabularies(out: string, options: ItemSourceOptions): Promise<Vocabulary[]> {
  const { seed, threads = 1, signal, trainingCaptions: files = [] } = options;
  if (files.length === 0) {
    const captions = [...trainingCaptions(heldOutCompounds(seed), { seed })];
    await writeFileAtomic(
      join(out, "training-captions.txt"),
      captions.map((caption) => `${caption}\n`).join(""),
    );
    return [toWorldVocabulary(captions)];
  }
  const vocabularies: Vocabulary[] = [];
  for (const file of files) {
    if (file.endsWith(".parquet.json")) throw new UsageError(`${file}: give the .parquet file beside it`);
    const isVocabulary = file.endsWith(".parquet");
    const path = isVocabulary
      ? file
      : (
          await buildVocabulary([file], {
            out: join(out, "vocabularies", `${basename(file).replace(/\..*$/u, "")}.parquet`),
            threads,
            signal,
          })
        ).path;
    vocabularies.push(await loadVocabulary(path, { signal }));
  }
  return vocabularies;
}
