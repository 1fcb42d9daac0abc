import type { LlamaModule, LlamaSampling, Token } from "../llama-module.ts";

/** What a fake of `node-llama-cpp` does, for tests; every text is a token a code point. */
export interface FakeLlama {
  readonly trainContextSize?: number;
  /** What the model writes, until it is stopped; the default repeats nothing and ends at once. */
  readonly write?: (prompt: string) => string;
  readonly failStart?: Error;
  readonly failLoad?: Error | "memory";
  readonly failContext?: Error | "memory";
  readonly failGrammar?: Error;
  /** Called before each token and each block of a prompt. */
  readonly onStep?: () => void;
}

export interface FakeLlamaRecord {
  /** Numbers of tokens that were read at once. */
  readonly read: number[];
  readonly samplings: LlamaSampling[];
  readonly schemas: unknown[];
  readonly contexts: { readonly contextSize: number; readonly threads: number }[];
  readonly disposed: string[];
}

/** A `node-llama-cpp` without weights that writes down what it is asked to do. */
export function createFakeLlama(fake: FakeLlama = {}): { module: LlamaModule; record: FakeLlamaRecord } {
  const record: FakeLlamaRecord = { read: [], samplings: [], schemas: [], contexts: [], disposed: [] };
  class InsufficientMemoryError extends Error {}
  const fail = (failure: Error | "memory" | undefined): void => {
    if (failure !== undefined) throw failure === "memory" ? new InsufficientMemoryError() : failure;
  };
  const dispose = (what: string) => async (): Promise<void> => void record.disposed.push(what);

  const contextTokens: Token[] = [];
  const read = (tokens: readonly Token[]): void => {
    fake.onStep?.();
    record.read.push(tokens.length);
    contextTokens.push(...tokens);
  };

  const module: LlamaModule = {
    InsufficientMemoryError,
    LlamaGrammarEvaluationState: class {
      readonly given: object;
      constructor(options: object) {
        this.given = options;
      }
    },
    resolveChatWrapper: () => ({
      generateContextState: ({ chatHistory }) => {
        const text = chatHistory
          .map((item) => (item.type === "model" ? "" : `${item.type}: ${item.text}\n`))
          .join("");
        return {
          contextText: { tokenize: () => toTokens(text) },
          stopGenerationTriggers: [{ values: ["<end>"] }, { values: [{ type: "specialToken" }] }],
        };
      },
    }),
    getLlama: async () => {
      fail(fake.failStart);
      return {
        dispose: dispose("engine"),
        createGrammarForJsonSchema: async (schema) => {
          fail(fake.failGrammar);
          record.schemas.push(schema);
          return {};
        },
        loadModel: async () => {
          fail(fake.failLoad);
          return {
            trainContextSize: fake.trainContextSize ?? 4096,
            tokenizer: {},
            tokenize: toTokens,
            detokenize: toText,
            dispose: dispose("weights"),
            createContext: async (options) => {
              fail(fake.failContext);
              record.contexts.push(options);
              return { getSequence: () => sequence, dispose: dispose("context") };
            },
          };
        },
      };
    },
  };

  const sequence = {
    contextTokens,
    eraseContextTokenRanges: async ([range]: readonly { start: number; end: number }[]) => {
      if (range !== undefined) contextTokens.splice(range.start, range.end - range.start);
    },
    evaluateWithoutGeneratingNewTokens: async (tokens: readonly Token[]) => read(tokens),
    evaluate: async function* (tokens: readonly Token[], sampling: LlamaSampling) {
      record.samplings.push(sampling);
      read(tokens);
      for (const token of toTokens(fake.write?.(toText(contextTokens)) ?? "")) {
        fake.onStep?.();
        yield token;
        contextTokens.push(token);
      }
    },
  };
  return { module, record };
}

function toTokens(text: string): Token[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

function toText(tokens: readonly Token[]): string {
  return String.fromCodePoint(...tokens);
}
