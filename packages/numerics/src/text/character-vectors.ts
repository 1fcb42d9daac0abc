import type { Random } from "@observatory/core";
import type { Matrix } from "../matrix.ts";
import {
  fitCharacterTfidf,
  toTfidfRows,
  type CharacterTfidf,
  type CharacterTfidfOptions,
} from "./character-tfidf.ts";
import { fitTruncatedSvd, projectRows, type TruncatedSvd } from "./truncated-svd.ts";

export interface CharacterVectorsOptions extends CharacterTfidfOptions {
  readonly random: Random;
  /** Length of each vector; fewer where the texts have fewer directions. */
  readonly dimensions?: number;
  /** Most texts, drawn at random, that the directions are found from; frequencies are counted on all. */
  readonly maxFitted?: number;
}

/** A fitted lexical embedding of texts: plain data, to store or send to workers. */
export interface CharacterVectors {
  readonly dimensions: number;
  readonly tfidf: CharacterTfidf;
  readonly svd: TruncatedSvd;
}

/**
 * Learns a lexical embedding from texts themselves: character 3-5-grams ({@link fitCharacterTfidf}) reduced by latent
 * semantic analysis ({@link fitTruncatedSvd}) to 128 dimensions. Knows no meaning, and needs no language.
 *
 * @example
 * const model = await fitCharacterVectors(texts, { random: createRandom(7) });
 * const vectors = toCharacterVectors(model, texts); // one unit row per text
 */
export async function fitCharacterVectors(
  texts: readonly string[],
  options: CharacterVectorsOptions,
): Promise<CharacterVectors> {
  const { random, dimensions = 128, maxFitted = 20_000, signal } = options;
  const tfidf = await fitCharacterTfidf(texts, options);
  const sample = texts.length <= maxFitted ? texts : random.fork("sample").shuffle(texts).slice(0, maxFitted);
  const rows = toTfidfRows(tfidf, sample);
  // More iterations give sharper last dimensions, but clusters of the vectors no closer to true ones.
  const svd = await fitTruncatedSvd(rows, {
    dimensions,
    random: random.fork("directions"),
    iterations: 1,
    signal,
  });
  return { dimensions: svd.dimensions, tfidf, svd };
}

/**
 * Unit vectors of texts, one row each in input order; a text that shares no n-gram with the fitted ones (the empty
 * text, say) is a row of zeros. Give long lists in batches of some thousands, so that memory stays small.
 */
export function toCharacterVectors(model: CharacterVectors, texts: readonly string[]): Matrix {
  return projectRows(model.svd, toTfidfRows(model.tfidf, texts), { normalize: true });
}
