import type { TextEmbedder } from "@observatory/core";
import { toMatrix, type Matrix } from "@observatory/numerics";

/** The vectors of any number of texts, one per row in input order, asked for in batches that the embedder takes. */
export async function embedAll(
  texts: readonly string[],
  embedder: TextEmbedder,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Matrix> {
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += embedder.maxBatch)
    vectors.push(...(await embedder.embed(texts.slice(start, start + embedder.maxBatch), options)));
  return toMatrix(vectors);
}
