import { arch, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { UsageError, type Json } from "@observatory/core";

/** What this project uses of `node-llama-cpp` 3.22: types of its own, since the package need not be installed. */
export interface LlamaModule {
  readonly getLlama: (options: {
    readonly gpu: "auto" | false;
    readonly build: "never";
    readonly logLevel: "warn";
    readonly logger: (level: string, message: string) => void;
    readonly maxThreads: number;
  }) => Promise<LlamaEngine>;
  readonly resolveChatWrapper: (
    model: LlamaWeights,
    options: { readonly warningLogs: false },
  ) => LlamaChatFormat;
  readonly LlamaGrammarEvaluationState: new (options: {
    readonly model: LlamaWeights;
    readonly grammar: LlamaGrammar;
  }) => object;
  readonly InsufficientMemoryError: new (message?: string) => Error;
}

export interface LlamaEngine {
  loadModel(options: {
    readonly modelPath: string;
    readonly loadSignal?: AbortSignal;
  }): Promise<LlamaWeights>;
  createGrammarForJsonSchema(schema: Json): Promise<LlamaGrammar>;
  dispose(): Promise<void>;
}

/** Opaque: goes from `createGrammarForJsonSchema` into a `LlamaGrammarEvaluationState`. */
export type LlamaGrammar = object;

/** The number of an entry of the vocabulary. */
export type Token = number;

export interface LlamaWeights {
  readonly trainContextSize: number;
  /** What `LlamaPrompt.tokenize` wants. */
  readonly tokenizer: object;
  /** Text that looks like a control token stays text where `specialTokens` is false. */
  tokenize(text: string, specialTokens: boolean): readonly Token[];
  detokenize(tokens: readonly Token[]): string;
  createContext(options: {
    readonly contextSize: number;
    readonly sequences: 1;
    readonly batchSize: number;
    readonly threads: number;
    readonly swaFullCache: true;
    readonly failedCreationRemedy: false;
    readonly createSignal?: AbortSignal;
  }): Promise<LlamaContext>;
  dispose(): Promise<void>;
}

export interface LlamaContext {
  getSequence(): LlamaSequence;
  dispose(): Promise<void>;
}

/** What the model has read: a row of tokens that can be cut and gone on with. */
export interface LlamaSequence {
  readonly contextTokens: readonly Token[];
  eraseContextTokenRanges(ranges: readonly { readonly start: number; readonly end: number }[]): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: readonly Token[]): Promise<void>;
  /** Ends before the token by which the model ends its turn. */
  evaluate(tokens: readonly Token[], options: LlamaSampling): AsyncIterable<Token>;
}

export interface LlamaSampling {
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly seed: number;
  readonly grammarEvaluationState?: object;
}

/** How a model was taught to tell system text, user and itself apart. */
export interface LlamaChatFormat {
  generateContextState(options: { readonly chatHistory: readonly LlamaChatItem[] }): {
    readonly contextText: LlamaPrompt;
    readonly stopGenerationTriggers: readonly { readonly values: readonly unknown[] }[];
  };
}

export type LlamaChatItem =
  | { readonly type: "system" | "user"; readonly text: string }
  | { readonly type: "model"; readonly response: readonly string[] };

export interface LlamaPrompt {
  tokenize(tokenizer: object): readonly Token[];
}

/**
 * Loads `node-llama-cpp`, an optional peer of this package. Throws UsageError with the command that installs it
 * where it is missing, or is not the version that this project knows.
 */
export async function loadLlamaModule(
  importModule: () => Promise<unknown> = importPeer,
): Promise<LlamaModule> {
  let module: unknown;
  try {
    module = await importModule();
  } catch (cause) {
    throw new UsageError("a model in a local file needs the package node-llama-cpp, which cannot be loaded", {
      hint: `Run \`${toInstallCommand()}\`.`,
      cause,
    });
  }
  if (!isLlamaModule(module)) {
    throw new UsageError("the installed node-llama-cpp is not of version 3.22 or a later 3", {
      hint: `Run \`${toInstallCommand()}\`.`,
    });
  }
  return module;
}

/**
 * The command that installs `node-llama-cpp` with the processor's build alone (85 MB), without a compiler and with
 * no download but npm's.
 *
 * Without `--no-optional` npm fetches the builds for graphics cards too (725 MB); without the build for the platform
 * in the same command, or with install scripts, the package compiles one. `--no-optional` in a project's own folder
 * would take the builds of DuckDB away with it: hence a folder of its own, `--prefix`, where Node looks on the way up
 * from this file.
 */
export function toInstallCommand(
  machine: { readonly platform: string; readonly arch: string } = { platform: platform(), arch: arch() },
  folder: string = fileURLToPath(new URL("../../..", import.meta.url)),
): string {
  const build = builds[`${machine.platform}-${machine.arch}`];
  const packages = ["node-llama-cpp@3.22", ...(build === undefined ? [] : [`@node-llama-cpp/${build}@3.22`])];
  const target = folder.replace(/[\\/]$/u, "");
  return `npm install --prefix "${target}" --no-save --no-optional --ignore-scripts ${packages.join(" ")}`;
}

const builds: Readonly<Record<string, string>> = {
  "darwin-arm64": "mac-arm64-metal",
  "darwin-x64": "mac-x64",
  "linux-arm": "linux-armv7l",
  "linux-arm64": "linux-arm64",
  "linux-riscv64": "linux-riscv64",
  "linux-x64": "linux-x64",
  "win32-arm64": "win-arm64",
  "win32-x64": "win-x64",
};

/** A name that the compiler does not look up, so that the project builds without the package. */
const peer: string = "node-llama-cpp";
const importPeer = (): Promise<unknown> => import(peer);

function isLlamaModule(value: unknown): value is LlamaModule {
  return (
    typeof value === "object" &&
    value !== null &&
    ["getLlama", "resolveChatWrapper", "LlamaGrammarEvaluationState", "InsufficientMemoryError"].every(
      (name) => typeof Reflect.get(value, name) === "function",
    )
  );
}
