import { createWorkerPool, mapConcurrent, workerEntry } from "@observatory/core";
import { renderScene } from "./render-scene.ts";
import type { WorldScene } from "./world-scene.ts";

export interface RenderedScene {
  readonly scene: WorldScene;
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
export async function* renderScenes(
  scenes: Iterable<WorldScene>,
  options: RenderScenesOptions = {},
): AsyncGenerator<RenderedScene> {
  const { threads = 1, signal } = options;
  if (threads <= 1) {
    for (const scene of scenes) {
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

function* toBatches(scenes: Iterable<WorldScene>): Generator<WorldScene[]> {
  let batch: WorldScene[] = [];
  for (const scene of scenes) {
    batch.push(scene);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
