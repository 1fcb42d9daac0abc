import {
  failed,
  mapConcurrent,
  sha256,
  succeeded,
  type EncodableImage,
  type ImageTextEncoder,
  type Outcome,
} from "@observatory/core";
import { openVectorCache, type VectorCache } from "@observatory/store";
import { readFile } from "node:fs/promises";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { LocateImage } from "../lint/find-images.ts";
import type { Question, Scorer } from "./scorer.ts";
import { toImageKey } from "./to-image-key.ts";

export interface EmbeddingScorerOptions {
  readonly locateImage: LocateImage;
  /** Directory of vectors that are kept from run to run. */
  readonly cache: string;
}

/** Questions that are worked on together. */
const questionsPerChunk = 128;

/**
 * A scorer of two towers: the cosine of an image's vector and a caption's, scaled as the encoder says, in double
 * precision. Each image and caption is encoded once: vectors are kept by the content of the image's file and its box, or
 * of the caption, under everything that the encoder depends on. In memory are the images of a few batches.
 *
 * Reasons for no score: `no-image`, `unreadable-image`, and the encoder's (`broken-image`). Closing it closes the encoder.
 */
export async function createEmbeddingScorer(
  encoder: ImageTextEncoder,
  { locateImage, cache }: EmbeddingScorerOptions,
): Promise<Scorer> {
  const { id, configuration, dimensions, logit } = encoder;
  const open = (kind: string) =>
    openVectorCache(cache, { embedderId: `${id} ${configuration} ${kind}`, dimensions });
  const images = await open("image");
  const texts = await open("text");

  async function* score(questions: Iterable<Question>, options: { readonly signal?: AbortSignal } = {}) {
    for (const chunk of toChunks(questions, questionsPerChunk)) {
      options.signal?.throwIfAborted();
      const imageVectors = await encodeImages(
        chunk.map(({ row }) => row),
        { encoder, images, locateImage, ...options },
      );
      const textVectors = await encodeTexts([...new Set(chunk.flatMap(({ captions }) => captions))], {
        encoder,
        texts,
        ...options,
      });
      for (const { row, captions } of chunk) {
        const image = imageVectors.get(toImageKey(row)) ?? failed("no-image");
        if (!image.ok) {
          yield image;
          continue;
        }
        const scores = captions.map(
          (caption) => logit.scale * dot(image.value, textVectors.get(caption)) + logit.bias,
        );
        yield succeeded(scores);
      }
    }
  }

  return {
    info: { id, kind: "embedding", details: { ...encoder.details } },
    score,
    vectors: {
      async *images(rows, { signal } = {}) {
        for (const chunk of toChunks(rows, questionsPerChunk)) {
          signal?.throwIfAborted();
          const found = await encodeImages(chunk, { encoder, images, locateImage, signal });
          for (const row of chunk) yield found.get(toImageKey(row)) ?? failed("no-image");
        }
      },
      async *texts(captions, { signal } = {}) {
        for (const chunk of toChunks(captions, 4 * questionsPerChunk)) {
          signal?.throwIfAborted();
          const found = await encodeTexts([...new Set(chunk)], { encoder, texts, signal });
          for (const caption of chunk) {
            const vector = found.get(caption);
            yield vector === undefined ? failed("no-vector") : succeeded(vector);
          }
        }
      },
    },
    close: async () => {
      await encoder.close();
      await images.close();
      await texts.close();
    },
  };
}

async function encodeImages(
  shown: readonly RetrievalRow[],
  {
    encoder,
    images,
    locateImage,
    signal,
  }: {
    readonly encoder: ImageTextEncoder;
    readonly images: VectorCache;
    readonly locateImage: LocateImage;
    readonly signal?: AbortSignal;
  },
): Promise<ReadonlyMap<string, Outcome<Float32Array>>> {
  const rows = new Map(shown.map((row) => [toImageKey(row), row]));
  const groups = mapConcurrent(
    toChunks(rows, encoder.maxBatch),
    async (group, signal) => {
      const read = await Promise.all(
        group.map(async ([key, row]) => ({ key, image: await readImage(row, locateImage) })),
      );
      return encodeGroup(read, { encoder, images, signal });
    },
    { concurrency: encoder.concurrency, signal },
  );
  const found = new Map<string, Outcome<Float32Array>>();
  for await (const group of groups) for (const [key, outcome] of group) found.set(key, outcome);
  return found;
}

async function encodeGroup(
  read: readonly { readonly key: string; readonly image: Outcome<EncodableImage> }[],
  {
    encoder,
    images,
    signal,
  }: { readonly encoder: ImageTextEncoder; readonly images: VectorCache; readonly signal: AbortSignal },
): Promise<(readonly [key: string, outcome: Outcome<Float32Array>])[]> {
  const readable = read.flatMap(({ key, image }) =>
    image.ok ? [{ key, image: image.value, content: toContentKey(image.value) }] : [],
  );
  const kept = await images.getMany(readable.map(({ content }) => content));
  const missing = readable.filter((_, i) => kept[i] == null);
  const fresh = await encoder.encodeImages(
    missing.map(({ image }) => image),
    { signal },
  );
  const whole = missing.flatMap(({ content }, i) => {
    const outcome = fresh[i];
    return outcome?.ok === true ? [{ content, vector: outcome.value }] : [];
  });
  await images.putMany(
    whole.map(({ content }) => content),
    whole.map(({ vector }) => vector),
  );
  return [
    ...read.flatMap(({ key, image }) => (image.ok ? [] : [[key, image] as const])),
    ...readable.flatMap(({ key }, i) => (kept[i] == null ? [] : [[key, succeeded(kept[i])] as const])),
    ...missing.map(({ key }, i) => [key, fresh[i] ?? failed("no-vector")] as const),
  ];
}

async function readImage(row: RetrievalRow, locateImage: LocateImage): Promise<Outcome<EncodableImage>> {
  const path = locateImage(row);
  if (path === null) return failed("no-image");
  try {
    const { box } = row.image;
    return succeeded({ bytes: await readFile(path), ...(box === undefined ? {} : { box }) });
  } catch {
    return failed("unreadable-image");
  }
}

async function encodeTexts(
  captions: readonly string[],
  {
    encoder,
    texts,
    signal,
  }: { readonly encoder: ImageTextEncoder; readonly texts: VectorCache; readonly signal?: AbortSignal },
): Promise<ReadonlyMap<string, Float32Array>> {
  const kept = await texts.getMany(captions);
  const missing = captions.filter((_, i) => kept[i] == null);
  const fresh = await encoder.encodeTexts(missing, { signal });
  await texts.putMany(missing, fresh);
  const vectors = new Map<string, Float32Array>();
  for (const [i, caption] of captions.entries()) if (kept[i] != null) vectors.set(caption, kept[i]);
  for (const [i, caption] of missing.entries()) {
    const vector = fresh[i];
    if (vector !== undefined) vectors.set(caption, vector);
  }
  return vectors;
}

function toContentKey({ bytes, box }: EncodableImage): string {
  return JSON.stringify([sha256(bytes), box ?? null]);
}

function dot(a: Float32Array, b: Float32Array | undefined): number {
  return a.reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);
}

function* toChunks<T>(inputs: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const input of inputs) {
    chunk.push(input);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
