import { createRandom, type TextEmbedder } from "@observatory/core";

const dimensions = 64;

/**
 * An embedder by words alone: a text's direction is the sum of fixed random directions of its words. Texts that share
 * words are near, so what an attacker writes around a target surely lands in its cluster, which is the attacker's best case;
 * and it needs no weights.
 *
 * @param options.read the part of a text that counts; all of it unless told
 */
export function createWordEmbedder(
  options: { readonly label?: string; readonly read?: (text: string) => string } = {},
): TextEmbedder {
  const { label = "words", read = (text) => text } = options;
  const directions = new Map<string, Float32Array>();
  const directionOf = (word: string): Float32Array => {
    const known = directions.get(word);
    if (known !== undefined) return known;
    const random = createRandom(`word/${word}`);
    const direction = Float32Array.from({ length: dimensions }, () => random.normal());
    if (directions.size < 50_000) directions.set(word, direction);
    return direction;
  };
  return {
    id: `attack/${label}@1`,
    dimensions,
    maxBatch: 1000,
    languages: "any",
    embed: async (texts, options) => {
      options?.signal?.throwIfAborted();
      return texts.map((text) => {
        const sum = new Float32Array(dimensions);
        for (const word of new Set(
          read(text)
            .toLowerCase()
            .match(/[\p{L}\p{N}]{3,}/gu) ?? [text],
        )) {
          directionOf(word).forEach((value, d) => (sum[d] = (sum[d] ?? 0) + value));
        }
        const norm = Math.hypot(...sum) || 1;
        return sum.map((value) => value / norm);
      });
    },
    close: async () => {},
  };
}
