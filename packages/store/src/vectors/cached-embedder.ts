import { ModelError, UsageError, type TextEmbedder } from "@observatory/core";
import type { VectorCache } from "./vector-cache.ts";

/**
 * An embedder that asks another one only for texts whose vectors are not kept yet.
 *
 * Each distinct missing text is embedded once a call, in batches of `maxBatch`, and every batch is on disk before the
 * next begins: a call that is cut short loses at most one batch. `close` closes the inner embedder, not the cache.
 *
 * @example
 * const embedder = cachedEmbedder(builtinEmbedder(), await openVectorCache(directory, { embedderId, dimensions }));
 */
export function cachedEmbedder(inner: TextEmbedder, cache: VectorCache): TextEmbedder {
  if (inner.id !== cache.embedderId || inner.dimensions !== cache.dimensions) {
    throw new UsageError(
      `the cache is of ${cache.embedderId} (${cache.dimensions}), not of ${inner.id} (${inner.dimensions})`,
    );
  }
  return {
    id: inner.id,
    dimensions: inner.dimensions,
    maxBatch: inner.maxBatch,
    languages: inner.languages,
    embed: async (texts, options) => {
      const distinct = [...new Set(texts)];
      const kept = await cache.getMany(distinct);
      const vectors = new Map<string, Float32Array>();
      const missing: string[] = [];
      for (const [index, text] of distinct.entries()) {
        const vector = kept[index];
        if (vector) vectors.set(text, vector);
        else missing.push(text);
      }
      for (let start = 0; start < missing.length; start += inner.maxBatch) {
        options?.signal?.throwIfAborted();
        const batch = missing.slice(start, start + inner.maxBatch);
        const made = await inner.embed(batch, options);
        if (made.length !== batch.length)
          throw new ModelError(`${inner.id} gave ${made.length} vectors for ${batch.length} texts`);
        await cache.putMany(batch, made);
        for (const [index, text] of batch.entries()) vectors.set(text, orThrow(made[index]));
      }
      return texts.map((text) => orThrow(vectors.get(text)));
    },
    close: () => inner.close(),
  };
}

function orThrow(vector: Float32Array | undefined): Float32Array {
  if (!vector) throw new RangeError("a text has no vector");
  return vector;
}
