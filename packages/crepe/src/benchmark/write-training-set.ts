import { ignoreEvents, UsageError, type EventSink } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { heldOutCompounds } from "../world/held-out-compounds.ts";
import { renderScenes } from "../world/render-scenes.ts";
import type { WorldScene } from "../world/world-scene.ts";
import { generateTrainingPairs, type TrainingPair } from "./generate-training-pairs.ts";

export interface WriteTrainingSetOptions {
  /** A new or empty directory. */
  readonly out: string;
  /** About how many images: families are whole. */
  readonly pairs: number;
  readonly seed: number;
  /** Of what is held out, as a systematicity set of the world has it. */
  readonly trainingSeed: number;
  /** Worker threads for drawing; 1 unless told. The result does not depend on it. */
  readonly threads?: number;
  readonly onEvent?: EventSink;
  readonly signal?: AbortSignal;
}

export interface TrainingSet {
  readonly images: number;
  readonly families: number;
  readonly captions: number;
}

/**
 * Writes what a model of the drawn world can be trained on ({@link generateTrainingPairs}): `images/`, and
 * `captions.jsonl` with one line an image, `{"image","captions","box","family"}`. The captions come last, so a directory
 * that has them is whole. Throws UsageError for a directory that is not empty.
 */
export async function writeTrainingSet(options: WriteTrainingSetOptions): Promise<TrainingSet> {
  const { out, pairs, seed, trainingSeed, threads, signal, onEvent = ignoreEvents } = options;
  const images = join(out, "images");
  await mkdir(images, { recursive: true });
  if ((await readdir(out)).length > 1 || (await readdir(images)).length > 0) {
    throw new UsageError(`${out} is not empty`, { hint: "Name a new directory with --out." });
  }
  const start = Date.now();
  onEvent({ type: "stage-start", stage: "images", total: pairs });
  const lines: string[] = [];
  const families = new Set<string>();
  let captionCount = 0;
  const made = generateTrainingPairs({ heldOut: heldOutCompounds(trainingSeed), pairs, seed, signal });
  for await (const { scene, png } of renderScenes(toDrawable(made), { threads, signal })) {
    // A picture lost to a power cut is drawn again with its directory: nothing waits for the disk.
    await writeFile(join(images, scene.file), png);
    const { file: image, captions, box, family } = scene;
    lines.push(`${JSON.stringify({ image, captions, box, family })}\n`);
    families.add(family);
    captionCount += captions.length;
    onEvent({ type: "stage-progress", stage: "images", done: lines.length, total: pairs });
  }
  await writeFileAtomic(join(out, "captions.jsonl"), lines.join(""));
  const counts = { images: lines.length, families: families.size, captions: captionCount };
  onEvent({ type: "stage-end", stage: "images", status: "done", counts, durationMs: Date.now() - start });
  return counts;
}

interface Drawable extends Pick<TrainingPair, "captions" | "box" | "family">, Pick<WorldScene, "svg"> {
  readonly file: string;
}

async function* toDrawable(pairs: AsyncIterable<TrainingPair>): AsyncGenerator<Drawable> {
  for await (const { scene, captions, box, family } of pairs) {
    yield { file: scene.file.replaceAll("/", "-"), svg: scene.svg, captions, box, family };
  }
}
