import { mapConcurrent } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { renderScenes } from "../world/render-scenes.ts";
import type { DrawableScene } from "./scene-spool.ts";

/** A disk flushes many small files at once about as fast as one. */
const writtenAtOnce = 16;

/** Draws scenes. Yields the name of each file. */
export async function* drawImages(
  scenes: AsyncIterable<DrawableScene> | Iterable<DrawableScene>,
  directory: string,
  options: { readonly threads?: number; readonly signal?: AbortSignal } = {},
): AsyncGenerator<string> {
  await mkdir(directory, { recursive: true });
  yield* mapConcurrent(
    renderScenes(scenes, options),
    async ({ scene, png }) => {
      await writeFileAtomic(join(directory, scene.file), png);
      return scene.file;
    },
    { concurrency: writtenAtOnce, signal: options.signal },
  );
}

/** Copies the named images. Yields each name. */
export async function* copyImages(
  from: string,
  to: string,
  files: ReadonlySet<string>,
): AsyncGenerator<string> {
  await mkdir(to, { recursive: true });
  for (const file of files) {
    await copyFile(join(from, file), join(to, file));
    yield file;
  }
}
