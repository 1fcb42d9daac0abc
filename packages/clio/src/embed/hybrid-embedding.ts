// PROVISIONAL by the lead so that the pipeline can run; the owner of this folder replaces it whole.
import type { Random } from "@observatory/core";
import { createMatrix, fitCharacterVectors, toCharacterVectors, type Matrix } from "@observatory/numerics";

export interface HybridSample {
  readonly texts: readonly string[];
  readonly semantic: Matrix;
  readonly known: Uint8Array;
}

export async function fitHybridEmbedding(
  sample: HybridSample,
  options: { random: Random; signal?: AbortSignal },
) {
  const lexical = await fitCharacterVectors(sample.texts, { random: options.random });
  const { columns } = sample.semantic;
  const mean = new Float64Array(columns);
  let n = 0;
  sample.known.forEach((k, i) => {
    if (!k) return;
    n++;
    for (let d = 0; d < columns; d++) mean[d] = (mean[d] ?? 0) + (sample.semantic.data[i * columns + d] ?? 0);
  });
  const weight = 0.7;
  const dimensions = columns + lexical.dimensions;
  const embed = (texts: readonly string[], semantic: Matrix, known: Uint8Array): Matrix => {
    const lex = toCharacterVectors(lexical, texts);
    const out = createMatrix(texts.length, dimensions);
    for (let i = 0; i < texts.length; i++) {
      let norm = 0;
      if (known[i])
        for (let d = 0; d < columns; d++) {
          const v = (semantic.data[i * columns + d] ?? 0) - (mean[d] ?? 0) / Math.max(1, n);
          out.data[i * dimensions + d] = v;
          norm += v * v;
        }
      norm = Math.sqrt(norm) || 1;
      for (let d = 0; d < columns; d++)
        out.data[i * dimensions + d] = (out.data[i * dimensions + d] ?? 0) / norm;
      for (let d = 0; d < lexical.dimensions; d++)
        out.data[i * dimensions + columns + d] = weight * (lex.data[i * lexical.dimensions + d] ?? 0);
    }
    return out;
  };
  return { dimensions, weight, evidence: {}, embed };
}
