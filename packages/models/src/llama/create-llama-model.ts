import { availableParallelism } from "node:os";
import {
  InputError,
  ModelError,
  ObservatoryError,
  UsageError,
  type LanguageModel,
  type ModelCallOptions,
  type ModelReply,
  type ModelRequest,
} from "@observatory/core";
import { describeGgufFile } from "./describe-gguf-file.ts";
import { generateAnswer } from "./generate-answer.ts";
import {
  loadLlamaModule,
  toInstallCommand,
  type LlamaContext,
  type LlamaEngine,
  type LlamaModule,
  type LlamaWeights,
} from "./llama-module.ts";
import { requireNoImages } from "../wire/require-no-images.ts";

export interface LlamaModelOptions {
  /** Path of a model in the GGUF format. */
  readonly file: string;
  /** Threads that compute; as many as the machine runs at once unless told. */
  readonly threads?: number;
  /**
   * Tokens of prompt and answer together at most. 8,192 unless told, or what the model was trained with where that is
   * less. The memory of a call grows with it.
   */
  readonly contextTokens?: number;
  /** False where a graphics card is not to be used. */
  readonly gpu?: boolean;
  /** Aborts the loading. */
  readonly signal?: AbortSignal;
  /** How `node-llama-cpp` is had; tests give their own. */
  readonly importModule?: () => Promise<unknown>;
}

/**
 * Loads a model from a local GGUF file into this process, with `node-llama-cpp`, which has to be installed beside this
 * package. Nothing is downloaded or compiled.
 *
 * The answer to a request with a schema is bound by a grammar: it fits the schema (see `toGrammarSchema`), unless it is
 * cut at `maxOutputTokens`. The same request gives the same answer on the same machine, at any temperature and after
 * any other calls: the seed is fixed, and what is reused of the last prompt was computed in the same blocks. Another
 * processor or number of threads may round differently.
 *
 * A prompt that shares its start with the one before is only read from there on. Text of a prompt can never become a
 * control token of the model. One call runs at a time; more wait.
 *
 * Throws UsageError where the package is missing, the machine has no build of it, or memory does not suffice;
 * InputError where the file is missing, cut or of a kind that llama.cpp does not know.
 *
 * @example
 * const model = await createLlamaModel({ file: "SmolLM2-135M-Instruct.Q4_1.gguf", contextTokens: 4096 });
 * const { text } = await model.generate({
 *   system: null,
 *   prompt: [{ text: "Name a fruit." }],
 *   schema: null,
 *   maxOutputTokens: 20,
 *   temperature: 0,
 * });
 * await model.close();
 */
export async function createLlamaModel(options: LlamaModelOptions): Promise<LanguageModel> {
  const { name, hash } = await describeGgufFile(options.file);
  const module = await loadLlamaModule(options.importModule);
  const loaded = await load(module, options);
  const { weights } = loaded;
  const reading = {
    module,
    ...loaded,
    chatFormat: module.resolveChatWrapper(weights, { warningLogs: false }),
    sequence: loaded.context.getSequence(),
  };
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let closed: Promise<void> | undefined;

  const generate = async (request: ModelRequest, { signal }: ModelCallOptions = {}): Promise<ModelReply> => {
    signal?.throwIfAborted();
    closing.signal.throwIfAborted();
    requireNoImages(request, "a model in a local file cannot see");
    try {
      return await generateAnswer(
        reading,
        request,
        AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]),
      );
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof ObservatoryError) throw cause;
      throw new ModelError(`the model ${name} failed`, {
        hint: "Try a smaller context, or another model file.",
        cause,
      });
    }
  };

  return {
    id: `llama/${name}-${hash}`,
    concurrency: 1,
    countTokens: (text) => weights.tokenize(text, false).length,
    generate: (request, callOptions) => {
      const turn = last.then(() => generate(request, callOptions));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: () => {
      closing.abort(new ModelError(`the model ${name} is closed`, { kind: "request" }));
      closed ??= last.then(() => dispose(loaded));
      return closed;
    },
  };
}

interface Loaded {
  readonly engine: LlamaEngine;
  readonly weights: LlamaWeights;
  readonly context: LlamaContext;
  readonly contextTokens: number;
}

const defaultContextTokens = 8192;
/** Tokens that are computed at once at most; see `generateAnswer`. */
const batchTokens = 512;

async function load(module: LlamaModule, options: LlamaModelOptions): Promise<Loaded> {
  const { file, signal } = options;
  const threads = Math.max(1, Math.floor(options.threads ?? availableParallelism()));
  const warnings: string[] = [];
  const engine = await startEngine(module, {
    gpu: options.gpu === false ? false : "auto",
    threads,
    warnings,
  });
  try {
    const weights = await engine.loadModel({ modelPath: file, ...(signal ? { loadSignal: signal } : {}) });
    const contextTokens = toContextTokens(options.contextTokens, weights.trainContextSize);
    const context = await weights.createContext({
      contextSize: contextTokens,
      sequences: 1,
      batchSize: Math.min(batchTokens, contextTokens),
      threads,
      // Without it a model with a sliding window forgets the start of a prompt that the next one shares.
      swaFullCache: true,
      failedCreationRemedy: false,
      ...(signal ? { createSignal: signal } : {}),
    });
    return { engine, weights, context, contextTokens };
  } catch (cause) {
    await engine.dispose();
    signal?.throwIfAborted();
    if (cause instanceof ObservatoryError) throw cause;
    if (cause instanceof module.InsufficientMemoryError) {
      throw new UsageError(`there is not enough memory for the model ${file}`, {
        hint: "Give fewer context tokens, a smaller model, or one with stronger quantization.",
        cause,
      });
    }
    throw new InputError(`the model ${file} cannot be loaded`, {
      hint: "Check that the file is whole and that its kind is known to llama.cpp; fetch it again if in doubt.",
      cause: new Error(["llama.cpp said:", ...warnings.slice(-5)].join("\n"), { cause }),
    });
  }
}

async function startEngine(
  module: LlamaModule,
  options: { readonly gpu: "auto" | false; readonly threads: number; readonly warnings: string[] },
): Promise<LlamaEngine> {
  try {
    return await module.getLlama({
      gpu: options.gpu,
      build: "never",
      logLevel: "warn",
      logger: (_level, message) => {
        // Kept for the error of a load that fails; a run of hours must not gather them.
        if (options.warnings.length < 100) options.warnings.push(message.trim());
      },
      maxThreads: options.threads,
    });
  } catch (cause) {
    throw new UsageError("node-llama-cpp has no build that runs on this machine", {
      hint: `Run \`${toInstallCommand()}\`.`,
      cause,
    });
  }
}

function toContextTokens(wanted: number | undefined, trained: number): number {
  if (wanted === undefined) return Math.min(defaultContextTokens, trained);
  if (!Number.isInteger(wanted) || wanted < 1) {
    throw new UsageError(`a context of ${wanted} tokens makes no sense`, {
      hint: "Give a whole number above 0.",
    });
  }
  if (wanted > trained) {
    throw new UsageError(`a context of ${wanted} tokens is more than the ${trained} that the model knows`, {
      hint: `Give at most ${trained}.`,
    });
  }
  return wanted;
}

async function dispose({ context, weights, engine }: Loaded): Promise<void> {
  await context.dispose();
  await weights.dispose();
  await engine.dispose();
}
