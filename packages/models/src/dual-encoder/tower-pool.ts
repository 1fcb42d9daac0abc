import {
  createWorkerPool,
  failed,
  InputError,
  mapConcurrent,
  ModelError,
  succeeded,
  workerEntry,
  type CallOptions,
  type Outcome,
} from "@observatory/core";
import { nativeRuntimeHint } from "@observatory/onnx";
import type { EncodeResult, EncodeTask, TowerFiles } from "./encode-task.ts";
import { checkGraph, type EncoderFolder } from "./load-encoder-folder.ts";
import type { TowerActivation } from "./open-tower.ts";
import type { TowerPorts } from "./plan-tower.ts";

/** Threads that have the towers of a folder. */
export interface TowerPool {
  readonly workers: number;
  /** Throws InputError where the graph cannot be loaded. */
  inspect(
    tower: "image" | "text",
  ): Promise<TowerPorts & { readonly backend: string; readonly activation: TowerActivation | null }>;
  /** Runs inputs batch after batch on all threads. Unit vectors in input order. Throws ModelError. */
  encode<Input>(inputs: readonly Input[], options: EncodeOptions<Input>): Promise<Outcome<Float32Array>[]>;
  close(): Promise<void>;
}

export interface EncodeOptions<Input> extends CallOptions {
  readonly batch: number;
  readonly toTask: (inputs: readonly Input[]) => EncodeTask;
  /** What is told of the runtime's error; none where it has no better name. */
  readonly explain?: (error: unknown) => Error | null;
}

/** Weights of all threads together: 2 GB. */
const mostWeights = 2 * 2 ** 30;

/** Starts the threads: each has weights of its own as far as 2 GB go, else several work on one run. */
export function createTowerPool(
  { paths, bytes, manifest }: EncoderFolder,
  { threads }: { readonly threads: number },
): TowerPool {
  const workers = Math.min(threads, Math.max(1, Math.floor(mostWeights / bytes)));
  const workerData: TowerFiles = {
    image: paths.image,
    text: paths.text,
    preparation: manifest.image,
    activation: manifest.activation,
    threads: Math.floor(threads / workers),
  };
  const pool = createWorkerPool<EncodeTask, EncodeResult>(
    workerEntry("./dual-encoder.worker.js", import.meta.url),
    { threads: workers, workerData },
  );

  const run = async <Input>(inputs: readonly Input[], { toTask, explain }: EncodeOptions<Input>) => {
    const task = toTask(inputs);
    const result = await pool.run(task).catch((cause: unknown) => {
      const path = task.kind === "images" ? paths.image : paths.text;
      throw explain?.(cause) ?? new ModelError(`${path} failed while it ran`, { cause });
    });
    if (result.kind !== "vectors") throw new TypeError("a worker answered something else");
    return toOutcomes(result, inputs.length, manifest.name);
  };

  const explainLoading = async (path: string, cause: unknown): Promise<Error> => {
    const known = await checkGraph(path).then(
      () => null,
      (error: unknown) => error,
    );
    if (known instanceof InputError) return known;
    const runtime = await pool.run({ kind: "runtime" });
    const isNative = runtime.kind === "runtime" && runtime.backend === "native";
    return new InputError(`${path} cannot be loaded as an ONNX graph`, {
      cause,
      hint: isNative
        ? "This runtime does not know its operators, or it is damaged: fetch or export it again."
        : `It may be too large for WebAssembly, or damaged. Native code has more room. ${nativeRuntimeHint}`,
    });
  };

  return {
    workers,
    inspect: async (tower) => {
      const result = await pool.run({ kind: "inspect", tower }).catch(async (cause: unknown) => {
        throw await explainLoading(paths[tower], cause);
      });
      if (result.kind !== "ports") throw new TypeError("a worker answered something else");
      return result;
    },
    encode: async (inputs, options) => {
      const { batch, signal } = options;
      const batches = Array.from({ length: Math.ceil(inputs.length / batch) }, (_, i) =>
        inputs.slice(i * batch, (i + 1) * batch),
      );
      const outcomes: Outcome<Float32Array>[] = [];
      const results = mapConcurrent(batches, (part) => run(part, options), {
        concurrency: workers + 1,
        signal,
      });
      for await (const part of results) outcomes.push(...part);
      return outcomes;
    },
    close: () => pool.close(),
  };
}

function toOutcomes(
  { vectors, failures }: EncodeResult & { readonly kind: "vectors" },
  count: number,
  name: string,
): Outcome<Float32Array>[] {
  const dimensions = vectors.length / count;
  const reasons = new Map(failures.map(({ row, reason }) => [row, reason]));
  return Array.from({ length: count }, (_, row) => {
    const reason = reasons.get(row);
    if (reason !== undefined) return failed(reason);
    return succeeded(toUnit(vectors.subarray(row * dimensions, (row + 1) * dimensions), name));
  });
}

function toUnit(vector: Float32Array, name: string): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (Number.isFinite(norm) && norm > 0) return vector.map((value) => value / norm);
  throw new ModelError(`${name} gave a vector that is no direction`, {
    hint: "Its weights may be damaged, or its numbers overflow.",
  });
}
