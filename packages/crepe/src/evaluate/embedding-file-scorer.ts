import { failed, hashFile, InputError, succeeded } from "@observatory/core";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { readEmbeddingFile, type EmbeddingKind, type FileEmbedding } from "./read-embedding-file.ts";
import type { Scorer } from "./scorer.ts";
import { toFileStem } from "./to-file-stem.ts";

export interface EmbeddingFileScorerOptions {
  /** What will be scored: only its images and captions are kept of the file. */
  readonly rows: readonly RetrievalRow[];
  readonly signal?: AbortSignal;
}

/**
 * A scorer by vectors that another program made ({@link readEmbeddingFile}), `embeddings/<name of the file>`: the cosine of
 * an image's and a caption's, in double precision. A vector of an item goes before one of its image; images go by their
 * file or their id, captions letter for letter. Reasons for no score: `no-image-vector`, `no-text-vector`.
 *
 * Throws InputError for a file that is none, for vectors of several lengths, of no length or not finite, for two of one
 * thing, and where none is of anything that is scored here.
 */
export async function createEmbeddingFileScorer(
  path: string,
  { rows, signal }: EmbeddingFileScorerOptions,
): Promise<Scorer> {
  const wanted = listWanted(rows);
  const vectors: Readonly<Record<EmbeddingKind, Map<string, Float64Array>>> = {
    image: new Map(),
    item: new Map(),
    text: new Map(),
  };
  let width: number | null = null;
  for await (const embedding of readEmbeddingFile(path, { signal })) {
    const { kind, key, vector, line } = embedding;
    width ??= vector.length;
    if (vector.length !== width)
      throw new InputError(`${path}, ${kind} ${line}: ${vector.length} numbers, where others have ${width}`, {
        hint: "Images and captions need vectors of one space: take those after the model's projection.",
      });
    if (!wanted[kind].has(key)) continue;
    if (vectors[kind].has(key))
      throw new InputError(`${path}, ${kind} ${line}: there is a vector of it before`);
    vectors[kind].set(key, toUnit(embedding, path));
  }
  if (vectors.text.size === 0 || vectors.image.size + vectors.item.size === 0) {
    const missing = vectors.text.size === 0 ? "caption" : "image";
    throw new InputError(`${path} has no vector of any ${missing} that is scored here`, {
      hint: "Images go by their file as the items have it, or items by their id; captions letter for letter.",
    });
  }
  const findImage = ({ id, image }: RetrievalRow): Float64Array | undefined =>
    vectors.item.get(id) ?? vectors.image.get(image.file ?? "") ?? vectors.image.get(image.id ?? "");

  return {
    info: {
      id: `embeddings/${toFileStem(path)}`,
      kind: "embedding",
      details: { file: await hashFile(path, { signal }) },
    },
    async *score(questions, options = {}) {
      for (const { row, captions } of questions) {
        options.signal?.throwIfAborted();
        const image = findImage(row);
        const texts = captions.flatMap((caption) => vectors.text.get(caption) ?? []);
        if (image === undefined) yield failed("no-image-vector");
        else if (texts.length < captions.length) yield failed("no-text-vector");
        else yield succeeded(texts.map((text) => dot(image, text)));
      }
    },
    vectors: {
      async *images(some) {
        for (const row of some) {
          const vector = findImage(row);
          yield vector === undefined ? failed("no-image-vector") : succeeded(vector);
        }
      },
      async *texts(captions) {
        for (const caption of captions) {
          const vector = vectors.text.get(caption);
          yield vector === undefined ? failed("no-text-vector") : succeeded(vector);
        }
      },
    },
    close: async () => {},
  };
}

function listWanted(rows: readonly RetrievalRow[]): Readonly<Record<EmbeddingKind, ReadonlySet<string>>> {
  return {
    image: new Set(rows.flatMap(({ image }) => [image.file ?? [], image.id ?? []].flat())),
    item: new Set(rows.map(({ id }) => id)),
    text: new Set(rows.flatMap(({ caption, negatives }) => [caption, ...negatives.map(({ text }) => text)])),
  };
}

function toUnit({ kind, line, vector }: FileEmbedding, path: string): Float64Array {
  const values = Float64Array.from(vector);
  const length = Math.hypot(...values);
  if (!Number.isFinite(length) || length === 0)
    throw new InputError(`${path}, ${kind} ${line}: its vector has no direction`);
  return values.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
