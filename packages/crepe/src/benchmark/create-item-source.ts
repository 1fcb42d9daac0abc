import { UsageError } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { basename, join } from "node:path";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import { buildVocabulary } from "../vocabulary/build-vocabulary.ts";
import { loadVocabulary } from "../vocabulary/load-vocabulary.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { generateTwins } from "../world/generate-twins.ts";
import { generateWorld } from "../world/generate-world.ts";
import { heldOutCompounds, worldTrainingSeed } from "../world/held-out-compounds.ts";
import { loadIcons } from "../world/load-icons.ts";
import { redrawScene } from "../world/redraw-scene.ts";
import { trainingCaptions } from "../world/training-captions.ts";
import type { WorldScene } from "../world/world-scene.ts";
import type { Redraw } from "./build-family.ts";
import type { ItemSetOptions, SourcedItem } from "./fill-cells.ts";
import type { GenerateBenchmarkOptions } from "./generate-benchmark.ts";
import { findGraphFiles } from "./find-graph-files.ts";
import { generatePairs } from "./generate-pairs.ts";
import { generateProductivity } from "./generate-productivity.ts";
import { generateSystematicity } from "./generate-systematicity.ts";
import type { Item } from "./item.ts";
import { readInventory } from "./read-inventory.ts";
import { readGraphScenes } from "./read-graph-scenes.ts";
import { createSceneSpool } from "./scene-spool.ts";
import type { SourceScene } from "./source-scene.ts";
import { toWorldVocabulary } from "./world-vocabulary.ts";
import { copyImages, drawImages } from "./write-images.ts";

/** What a benchmark is made of, for one source and set. */
export interface ItemSource {
  /** `world`, or `graphs`. */
  readonly name: string;
  /** Writes what belongs beside the items, such as training captions. */
  readonly prepare: () => Promise<void>;
  readonly items: () => AsyncGenerator<Item>;
  /** Whether blind probes are at chance by how the items are made: then nothing has to be refined. */
  readonly counterbalanced: boolean;
  /** Writes the images of items that were made, those that are named; yields each name. */
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
  const { source, set, seed, signal, onLoss, out } = options;
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
  const vocabularies: Vocabulary[] = [];
  const common = { ...options, lexicon: createLexicon() };
  const prepare = async (): Promise<void> => {
    if (set === "systematicity") vocabularies.push(...(await openVocabularies(out, options)));
  };
  const generate = <Scene extends SourceScene>(
    scenes: AsyncIterable<Scene> | Iterable<Scene>,
    extras: Pick<ItemSetOptions<Scene>, "redraw" | "inventory" | "minimumArea">,
  ): AsyncGenerator<SourcedItem<Scene>> =>
    set === "systematicity"
      ? generateSystematicity({ ...common, ...extras, scenes, vocabularies, least: 5 })
      : generateProductivity({ ...common, ...extras, scenes });

  if (source.kind === "graphs") {
    const { images } = source;
    const files = await findGraphFiles(source.files);
    async function* scenes(): AsyncGenerator<SourceScene> {
      for (const file of files) yield* readGraphScenes(file, { images, signal, onLoss });
    }
    const minimumArea = images === undefined ? 0 : (options.minimumArea ?? cropArea);
    return {
      name: source.kind,
      counterbalanced: false,
      prepare,
      items: async function* () {
        const inventory = await readInventory(files, { signal });
        for await (const { item } of generate(scenes(), { inventory, minimumArea })) yield item;
      },
      writeImages: (directory, wanted) => copyImages(images ?? "", directory, wanted),
    };
  }
  const icons = loadIcons();
  const count = options.items * scenesPerItem;
  // Scenes wait on disk until items are whole, so that memory does not grow with them.
  const spool = createSceneSpool(join(out, "scenes.part"), icons);
  return {
    name: source.kind,
    counterbalanced: true,
    prepare,
    items: async function* () {
      const redraw: Redraw<WorldScene> = (scene, claim, how) => redrawScene(scene, claim, { ...how, icons });
      const made =
        set === "pairs"
          ? take(generatePairs({ ...options, twins: generateTwins({ count, seed, icons }) }), options.items)
          : generate<WorldScene>(generateWorld({ scenes: count, seed, icons }), {
              redraw,
              minimumArea: 0,
            });
      for await (const { item, scene } of made) {
        await spool.add(scene);
        yield item;
      }
    },
    writeImages: async function* (directory, wanted) {
      yield* drawImages(spool.read(wanted), directory, options);
      await spool.remove();
    },
  };
}

/** The first items, in whole pairs. */
async function* take<T>(items: AsyncGenerator<T>, count: number): AsyncGenerator<T> {
  let taken = 0;
  for await (const item of items) {
    yield item;
    if (++taken >= count && taken % 2 === 0) return;
  }
}

async function openVocabularies(out: string, options: ItemSourceOptions): Promise<Vocabulary[]> {
  const { trainingSeed = worldTrainingSeed, threads = 1, signal, trainingCaptions: files = [] } = options;
  if (files.length === 0) {
    const captions = [...trainingCaptions(heldOutCompounds(trainingSeed), { seed: trainingSeed })];
    await writeFileAtomic(
      join(out, "training-captions.txt"),
      captions.map((caption) => `${caption}\n`).join(""),
    );
    return [
      toWorldVocabulary(captions, trainingSeed === worldTrainingSeed ? "world" : `world-${trainingSeed}`),
    ];
  }
  const names = files.map(nameOf);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new UsageError(`two training sets are named ${twice}`, { hint: "Rename one of the files." });
  const vocabularies: Vocabulary[] = [];
  for (const file of files) {
    if (file.endsWith(".parquet.json")) throw new UsageError(`${file}: give the .parquet file beside it`);
    const isVocabulary = file.endsWith(".parquet");
    const path = isVocabulary
      ? file
      : (
          await buildVocabulary([file], {
            out: join(out, "vocabularies", `${nameOf(file)}.parquet`),
            threads,
            signal,
          })
        ).path;
    vocabularies.push(await loadVocabulary(path, { signal }));
  }
  return vocabularies;
}

/** The name of a file without what tells its format: `cc12m.v2` for `cc12m.v2.tsv.gz`. */
function nameOf(file: string): string {
  return basename(file).replace(/(\.(?:jsonl|ndjson|json|csv|tsv|txt|parquet))?(\.gz)?$/iu, "");
}
