import type { Outcome } from "./outcome.ts";
import type { CallOptions } from "./text-embedder.ts";

/** An image, or the part of it that is to be looked at. */
export interface EncodableImage {
  /** The bytes of its file. */
  readonly bytes: Uint8Array;
  /** In pixels, from the left and the top; may be fractional and may reach beyond the borders. */
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Two towers that put images and captions into one space, such as CLIP. */
export interface ImageTextEncoder {
  /** `<kind>/<name>`, for people. */
  readonly id: string;
  /** Everything that vectors depend on: hash of weights, preparation, runtime. Flat, for results. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  /** A hash of all that vectors depend on: with the id, the key of what may be kept. */
  readonly configuration: string;
  readonly dimensions: number;
  /** The largest number of images or texts that one call should be given. */
  readonly maxBatch: number;
  /** How many calls are worth having in flight. */
  readonly concurrency: number;
  /** The score of a pair is `scale * cosine + bias`. */
  readonly logit: { readonly scale: number; readonly bias: number };
  /** Unit vectors in input order, each the same in any batch; an image that cannot be decoded is failed. Throws ModelError. */
  encodeImages(
    images: readonly EncodableImage[],
    options?: CallOptions,
  ): Promise<readonly Outcome<Float32Array>[]>;
  /** Unit vectors in input order, each the same in any batch. Throws ModelError. */
  encodeTexts(texts: readonly string[], options?: CallOptions): Promise<readonly Float32Array[]>;
  /** Ends workers and frees weights. */
  close(): Promise<void>;
}
