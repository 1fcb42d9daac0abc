import { ObservatoryError } from "@observatory/core";
import type * as Ort from "onnxruntime-common";
import { readFile } from "node:fs/promises";
import { findWeightFiles } from "./find-weight-files.ts";
import { readGraphOutline } from "./graph-outline.ts";
import { elementTypeOf, type OnnxElementType, type OnnxTensor } from "./tensor.ts";

export type OnnxBackend = "native" | "wasm";

/** What a graph takes or gives, as it says itself. */
export interface OnnxPort {
  readonly name: string;
  /** Null for a type that this project does not use. */
  readonly type: OnnxElementType | null;
  /** A dimension that is a word may differ from run to run. Empty where the graph does not say. */
  readonly dims: readonly (number | string)[];
}

/** A loaded model. Not for overlapping runs. */
export interface OnnxSession {
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /**
   * Runs the graph. Arrays over shared memory are refused by the runtime: copy them first.
   * Gives the named outputs, or all.
   */
  run(
    inputs: Readonly<Record<string, OnnxTensor>>,
    outputs?: readonly string[],
  ): Promise<Readonly<Record<string, OnnxTensor>>>;
  /** Frees the model. */
  release(): Promise<void>;
}

/** An engine that executes ONNX graphs. */
export interface OnnxRuntime {
  /** What executes: machine code of the platform, or the portable build in WebAssembly (4-6 times slower). */
  readonly backend: OnnxBackend;
  /**
   * Loads a model from the bytes of an `.onnx` file, or from its path, beside which weights in files of their own are
   * found. Throws the runtime's error for a model that it cannot run.
   *
   * @param options `threads` of native code for one run, 1 unless told: with more, sums may round differently
   */
  createSession(model: Uint8Array | string, options?: { readonly threads?: number }): Promise<OnnxSession>;
}

export interface LoadOnnxRuntimeOptions {
  /** What to try first; `"native"` unless told. */
  readonly prefer?: OnnxBackend;
}

export type OnnxImporters = Readonly<Record<OnnxBackend, () => Promise<typeof Ort>>>;

/**
 * Loads the preferred backend, or the other one where that cannot be loaded: native code is an optional peer, which may
 * not be installed or may have no binary for this platform. Throws ObservatoryError ("internal") where neither can.
 *
 * Sessions use one thread unless told, so that results do not depend on the machine's cores: for more threads run one
 * session in each of several workers.
 *
 * @example
 * const runtime = await loadOnnxRuntime();
 * const session = await runtime.createSession(model);
 * const { y } = await session.run({ x: { dims: [1, 2], data: Float32Array.of(1, -1) } });
 */
export async function loadOnnxRuntime(
  options: LoadOnnxRuntimeOptions = {},
  importers: OnnxImporters = realImporters,
): Promise<OnnxRuntime> {
  const preferred = options.prefer ?? "native";
  const other = preferred === "native" ? "wasm" : "native";
  try {
    return toRuntime(preferred, await importers[preferred]());
  } catch (preferredError) {
    try {
      return toRuntime(other, await importers[other]());
    } catch (otherError) {
      throw new ObservatoryError(
        "internal",
        "neither onnxruntime-node nor onnxruntime-web can be loaded here",
        {
          hint: nativeRuntimeHint,
          cause: new AggregateError([preferredError, otherError]),
        },
      );
    }
  }
}

/** How a machine gets native code. The package brings it; its script would only fetch code for GPUs. */
export const nativeRuntimeHint = "Install it with `npm install onnxruntime-node@1.30 --ignore-scripts`.";

const realImporters: OnnxImporters = {
  native: () => import("onnxruntime-node"),
  wasm: () => import("onnxruntime-web"),
};

function toRuntime(backend: OnnxBackend, ort: typeof Ort): OnnxRuntime {
  // Its errors are thrown too; a line of its own beside them helps nobody.
  ort.env.logLevel = "fatal";
  ort.env.wasm.numThreads = 1;
  return {
    backend,
    createSession: async (model, { threads = 1 } = {}) => {
      const options: Ort.InferenceSession.SessionOptions = {
        executionProviders: [backend === "native" ? "cpu" : "wasm"],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        logSeverityLevel: 4,
        // Else native code rounds what comes before a matrix of int8 weights to int8 too, and WebAssembly does not.
        ...(backend === "native" ? { extra: { session: { qdq_matmulnbits_accuracy_level: "1" } } } : {}),
      };
      const session = await openSession(ort, { backend, model, options });
      return {
        inputs: session.inputMetadata.map(toPort),
        outputs: session.outputMetadata.map(toPort),
        inputNames: session.inputNames,
        outputNames: session.outputNames,
        run: async (inputs, outputs) => {
          const feeds: Record<string, Ort.Tensor> = {};
          for (const [name, { data, dims }] of Object.entries(inputs)) {
            feeds[name] = new ort.Tensor(elementTypeOf(data), data, dims);
          }
          const results = await session.run(feeds, outputs ?? session.outputNames);
          return Object.fromEntries(
            Object.entries(results).map(([name, value]) => [name, toTensor(name, value)]),
          );
        },
        release: () => session.release(),
      };
    },
  };
}

function openSession(
  ort: typeof Ort,
  {
    backend,
    model,
    options,
  }: {
    readonly backend: OnnxBackend;
    readonly model: Uint8Array | string;
    readonly options: Ort.InferenceSession.SessionOptions;
  },
): Promise<Ort.InferenceSession> {
  if (typeof model !== "string") return ort.InferenceSession.create(model, options);
  return backend === "native"
    ? ort.InferenceSession.create(model, options)
    : openWithWeights(ort, model, options);
}

/** WebAssembly opens no files: it is given the graph and its weights. */
async function openWithWeights(
  ort: typeof Ort,
  path: string,
  options: Ort.InferenceSession.SessionOptions,
): Promise<Ort.InferenceSession> {
  const files = await findWeightFiles(path, await readGraphOutline(path));
  const externalData = await Promise.all(
    files.map(async (file) => ({ path: file.location, data: await readFile(file.path) })),
  );
  return ort.InferenceSession.create(await readFile(path), { ...options, externalData });
}

function toPort(port: Ort.InferenceSession.ValueMetadata): OnnxPort {
  if (!port.isTensor) return { name: port.name, type: null, dims: [] };
  const type = knownTypes.find((known) => known === port.type) ?? null;
  return { name: port.name, type, dims: port.shape };
}

const knownTypes: readonly OnnxElementType[] = ["float32", "int32", "int64"];

function toTensor(name: string, { data, dims }: Ort.Tensor): OnnxTensor {
  if (data instanceof Float32Array || data instanceof Int32Array || data instanceof BigInt64Array)
    return { dims, data };
  throw new TypeError(`output ${name} has a type that this project's graphs do not use`);
}
