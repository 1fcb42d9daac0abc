import { availableParallelism } from "node:os";
import { createWorkerPool, workerEntry } from "@observatory/core";
import type { OnnxBackend } from "@observatory/onnx";
import { squaredLengths, type Matrix } from "../matrix.ts";
import type { DistancesTask, ErrorsTask, MatrixTask, NearestTask, UpdateTask } from "./matrix-task.ts";

export interface MatrixEngineOptions {
  /** Worker threads; as many as the machine has cores unless told. No result depends on it. */
  readonly threads?: number;
  /** Backend of the ONNX runtime to try first; `"native"` unless told. */
  readonly prefer?: OnnxBackend;
}

type Job<Task> = Omit<Task, "type" | "nextBatch" | "targetSquares" | "firstTarget" | "worker" | "workers"> & {
  readonly signal?: AbortSignal | undefined;
};

/**
 * Worker threads for products of large matrices. One job at a time; matrices and results must be over shared
 * memory. An abort ends a job after the batches in flight, and rejects with the signal's reason.
 */
export interface MatrixEngine {
  /** What computes. Results of the two differ in the last bits. */
  readonly backend: OnnxBackend;
  readonly threads: number;
  nearest(job: Job<NearestTask>): Promise<void>;
  distances(job: Job<DistancesTask>): Promise<void>;
  update(job: Job<UpdateTask>): Promise<void>;
  errors(job: Job<ErrorsTask>): Promise<void>;
  /** Ends the threads after the batches in flight; what a job in flight wrote is then incomplete. */
  close(): Promise<void>;
}

/** The targets that one product takes: more would spill the scores of a batch out of the processor's caches. */
const blockTargets = 8192;

/** Starts a {@link MatrixEngine}; the caller closes it. */
export async function createMatrixEngine(options: MatrixEngineOptions = {}): Promise<MatrixEngine> {
  const threads = Math.max(1, Math.floor(options.threads ?? availableParallelism()));
  const pool = createWorkerPool<MatrixTask, OnnxBackend>(
    workerEntry("./matrix-engine.worker.js", import.meta.url),
    {
      threads,
      workerData: { prefer: options.prefer ?? "native" },
    },
  );
  let backends: readonly OnnxBackend[];
  try {
    backends = await pool.runOnEach(() => ({ type: "hello" }));
  } catch (error) {
    await pool.close();
    throw error;
  }

  let stopJob: (() => void) | null = null;
  const runBatches = async (
    signal: AbortSignal | undefined,
    task: (nextBatch: Int32Array) => MatrixTask,
  ): Promise<void> => {
    signal?.throwIfAborted();
    const nextBatch = new Int32Array(new SharedArrayBuffer(4));
    const stop = (): void => void Atomics.store(nextBatch, 0, 2 ** 30);
    stopJob = stop;
    signal?.addEventListener("abort", stop);
    try {
      await pool.runOnEach(() => task(nextBatch));
    } finally {
      signal?.removeEventListener("abort", stop);
    }
    signal?.throwIfAborted();
  };

  return {
    backend: backends.includes("wasm") ? "wasm" : "native",
    threads,
    nearest: async ({ signal, ...job }) => {
      for (let first = 0; first < job.targets.rows; first += blockTargets) {
        const targets = rowsFrom(job.targets, first, blockTargets);
        const targetSquares = Float32Array.from(squaredLengths(targets));
        await runBatches(signal, (nextBatch) => ({
          ...job,
          type: "nearest",
          targets,
          targetSquares,
          firstTarget: first,
          nextBatch,
        }));
      }
    },
    distances: ({ signal, ...job }) => {
      const targetSquares = Float32Array.from(squaredLengths(job.targets));
      return runBatches(signal, (nextBatch) => ({ ...job, type: "distances", targetSquares, nextBatch }));
    },
    update: async ({ signal, ...job }) => {
      signal?.throwIfAborted();
      await pool.runOnEach((worker) => ({ ...job, type: "update", worker, workers: threads }));
    },
    errors: ({ signal, ...job }) =>
      runBatches(signal, (nextBatch) => ({ ...job, type: "errors", nextBatch })),
    close: () => {
      stopJob?.();
      return pool.close();
    },
  };
}

function rowsFrom(matrix: Matrix, first: number, count: number): Matrix {
  const rows = Math.min(count, matrix.rows - first);
  const data = matrix.data.subarray(first * matrix.columns, (first + rows) * matrix.columns);
  return { rows, columns: matrix.columns, data };
}
