export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** Turns texts into vectors whose cosine says how alike they are. */
export interface TextEmbedder {
  /** Part of every cache key: `<provider>/<model>@<version>`. */
  readonly id: string;
  readonly dimensions: number;
  /** The largest number of texts that one call should be given. */
  readonly maxBatch: number;
  /** ISO 639-1 codes of the languages that the weights know, or `"any"`. Texts in others need another route. */
  readonly languages: readonly string[] | "any";
  /** Unit vectors, one per text, in input order; the same text gives the same vector in any batch. Throws ModelError. */
  embed(texts: readonly string[], options?: CallOptions): Promise<readonly Float32Array[]>;
  /** Ends workers and frees weights. */
  close(): Promise<void>;
}
