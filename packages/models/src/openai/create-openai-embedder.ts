import { toProviderName } from "../wire/provider-name.ts";
import { mapConcurrent, type CallOptions, type TextEmbedder } from "@observatory/core";
import type { OpenAI } from "openai";
import { z } from "zod";
import { createCaller, type PersistenceOptions } from "../calling/create-caller.ts";
import { readOpenAiLimits } from "../wire/rate-limits.ts";
import { toAdapterError, toUnreadableError } from "../wire/to-model-error.ts";
import { connectOpenAi, toOpenAiProvider, type OpenAiOptions } from "./connect.ts";

export interface OpenAiEmbedderOptions extends OpenAiOptions {
  /** How calls are retried; at most four in flight unless told. */
  readonly persistence?: Partial<PersistenceOptions> | undefined;
  /** Of the call that asks for the number of dimensions. */
  readonly signal?: AbortSignal | undefined;
}

/** Models that need not be asked. */
const knownDimensions: Readonly<Record<string, number>> = {
  "text-embedding-3-small": 1536,
  "text-embedding-3-large": 3072,
  "text-embedding-ada-002": 1536,
};

const maxBatch = 256;
/** The model's limit is 8,191 tokens; of scripts with the most tokens a character this is about as many. */
const longestText = 8000;
/** A request may hold 300,000 tokens. */
const charactersPerCall = 150_000;

const answer = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1) })),
});

/**
 * Creates the embedder of OpenAI, or of a server that speaks its protocol. The number of dimensions of a model that
 * is not known is asked for with one short text. Of a text the first 8,000 characters count; the empty text counts as
 * a space. Calls are retried as those of `persistentModel` are. Throws ModelError, which never holds a text or the key.
 *
 * @example
 * const embedder = await createOpenAiEmbedder({ model: "text-embedding-3-small", apiKey });
 */
export async function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Promise<TextEmbedder> {
  const { model, persistence = {} } = options;
  const provider = toOpenAiProvider(options);
  const caller = createCaller({ maxConcurrency: 4, ...persistence });
  let connecting: Promise<OpenAI> | undefined;

  const embedBatch = async (
    texts: readonly string[],
    wanted: { readonly dimensions: number | null; readonly signal?: AbortSignal | undefined },
  ): Promise<readonly Float32Array[]> => {
    const client = await (connecting ??= connectOpenAi(options));
    const { vectors } = await caller.call(async (signal) => {
      try {
        const body = { model, input: [...texts], encoding_format: "float" as const };
        const { data, response } = await client.embeddings.create(body, { signal }).withResponse();
        const vectors = readVectors(data, texts.length, wanted.dimensions);
        if (vectors === null) throw toUnreadableError(provider);
        return { vectors, limits: readOpenAiLimits(response.headers) };
      } catch (error) {
        signal.throwIfAborted();
        throw toAdapterError(error, provider);
      }
    }, wanted);
    return vectors;
  };

  const dimensions =
    knownDimensions[model] ??
    (await embedBatch(["dimensions"], { dimensions: null, signal: options.signal })).at(0)?.length ??
    0;

  return {
    id: `${toProviderName("openai", options.baseUrl)}/${model}@1`,
    dimensions,
    maxBatch,
    languages: "any",
    embed: async (texts, { signal }: CallOptions = {}) => {
      signal?.throwIfAborted();
      const batches = mapConcurrent(
        toBatches(texts),
        (batch, signal) => embedBatch(batch, { dimensions, signal }),
        { concurrency: 4, ...(signal === undefined ? {} : { signal }) },
      );
      const vectors: Float32Array[] = [];
      for await (const batch of batches) vectors.push(...batch);
      return vectors;
    },
    close: async () => {},
  };
}

function* toBatches(texts: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let characters = 0;
  for (const text of texts) {
    const cut = text.trim() === "" ? " " : text.slice(0, longestText).toWellFormed();
    if (batch.length >= maxBatch || (batch.length > 0 && characters + cut.length > charactersPerCall)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(cut);
    characters += cut.length;
  }
  if (batch.length > 0) yield batch;
}

/** Unit vectors in the order of the texts; null where one is missing, has another size or no direction. */
function readVectors(data: unknown, count: number, dimensions: number | null): Float32Array[] | null {
  const parsed = answer.safeParse(data);
  if (!parsed.success || parsed.data.data.length !== count) return null;
  const vectors = parsed.data.data
    .toSorted((a, b) => a.index - b.index)
    .map(({ embedding }) => toUnit(embedding));
  const fits = vectors.every(
    (vector) => vector.length === (dimensions ?? vector.length) && Number.isFinite(vector[0] ?? Number.NaN),
  );
  return fits ? vectors : null;
}

function toUnit(values: readonly number[]): Float32Array {
  const norm = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / norm);
}
