import { createRandom } from "../random.ts";
import type { TextEmbedder } from "../text-embedder.ts";

/**
 * An embedder without weights, for tests of what surrounds one: the direction of a text is the sum of random
 * directions of its words, so texts that share words are near.
 */
export function createFakeEmbedder(dimensions = 32): TextEmbedder & { readonly embedded: readonly string[] } {
  const embedded: string[] = [];
  return {
    id: `fake/bag-of-words-${dimensions}@1`,
    dimensions,
    maxBatch: 256,
    languages: "any",
    embedded,
    embed: async (texts, options) => {
      options?.signal?.throwIfAborted();
      embedded.push(...texts);
      return texts.map((text) => toVector(text, dimensions));
    },
    close: async () => {},
  };
}

function toVector(text: string, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const word of ["", ...text.toLowerCase().split(/\W+/u)]) {
    const random = createRandom(word);
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + random.normal();
  }
  const norm = Math.hypot(...sum);
  return sum.map((value) => value / norm);
}
