import { writeFileAtomic } from "@observatory/store";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { renderScenes } from "../world/render-scenes.ts";
import type { WorldScene } from "../world/world-scene.ts";

/** Draws those scenes whose files are named, and stops when it has them all. Yields each name. */
export async function* drawImages(
  scenes: Iterable<WorldScene>,
  directory: string,
  files: ReadonlySet<string>,
  options: { readonly threads?: number; readonly signal?: AbortSignal } = {},
): AsyncGenerator<string> {
  await mkdir(directory, { recursive: true });
  for await (const { scene, png } of renderScenes(select(scenes, files), options)) {
    await writeFileAtomic(join(directory, scene.file), png);
    yield scene.file;
  }
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

function* select(scenes: Iterable<WorldScene>, files: ReadonlySet<string>): Generator<WorldScene> {
  let left = files.size;
  if (left === 0) return;
  for (const scene of scenes) {
    if (!files.has(scene.file)) continue;
    yield scene;
    if (--left === 0) return;
  }
}
