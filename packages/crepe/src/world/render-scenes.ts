import { createWorkerPool, mapConcurrent, workerEntry } from "@observatory/core";
import { renderScene } from "./render-scene.ts";
import type { WorldScene } from "./world-scene.ts";

export interface RenderedScene<Scene> {
  readonly scene: Scene;
  readonly png: Uint8Array;
}

export interface RenderScenesOptions {
  /** Worker threads; 1, the default, draws in this thread. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/** Enough scenes to a message that its cost does not show. */
const batchSize = 32;

/** Draws scenes in input order, the same bytes with any number of threads. */
export async function* renderScenes<Scene extends Pick<WorldScene, "svg">>(
  scenes: AsyncIterable<Scene> | Iterable<Scene>,
  options: RenderScenesOptions = {},
): AsyncGenerator<RenderedScene<Scene>> {
  const { threads = 1, signal } = options;
  if (threads <= 1) {
    for await (const scene of scenes) {
      signal?.throwIfAborted();
      yield { scene, png: renderScene(scene) };
    }
    return;
  }
  const pool = createWorkerPool<readonly string[], readonly Uint8Array[]>(
    workerEntry("./world-render.worker.js", import.meta.url),
    { threads },
  );
  try {
    const batches = mapConcurrent(
      toBatches(scenes),
      async (batch) => ({ batch, pngs: await pool.run(batch.map(({ svg }) => svg)) }),
      { concurrency: threads + 1, signal },
    );
    for await (const { batch, pngs } of batches) {
      for (const [index, scene] of batch.entries()) {
        const png = pngs[index];
        if (png) yield { scene, png };
      }
    }
  } finally {
    await pool.close();
  }
}

async function* toBatches<T>(scenes: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const scene of scenes) {
    batch.push(scene);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
