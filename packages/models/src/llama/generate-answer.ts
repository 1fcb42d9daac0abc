import { ModelError, parseJson, type ModelReply, type ModelRequest } from "@observatory/core";
import type {
  LlamaChatFormat,
  LlamaEngine,
  LlamaModule,
  LlamaSampling,
  LlamaSequence,
  LlamaWeights,
  Token,
} from "./llama-module.ts";
import { toGrammarSchema } from "./to-grammar-schema.ts";

/** A loaded model with the one row of tokens that it reads and writes. */
export interface LlamaReader {
  readonly module: LlamaModule;
  readonly engine: LlamaEngine;
  readonly weights: LlamaWeights;
  readonly chatFormat: LlamaChatFormat;
  readonly sequence: LlamaSequence;
  readonly contextTokens: number;
}

/**
 * Prompts are computed in blocks of this many tokens, at multiples of it, and reused in whole blocks. So every number
 * is the result of the same sums, however much was reused, and an abort is felt within a block.
 */
const blockTokens = 128;

/** Any number would do; that it is always the same makes answers repeatable. */
const seed = 20_241_218;

/**
 * Answers one request. The caller lets one call run at a time. Throws ModelError (`too-long` where prompt and answer
 * do not fit the context, `request` where no grammar can be made of the schema) and the reason of an abort.
 */
export async function generateAnswer(
  reader: LlamaReader,
  request: ModelRequest,
  signal: AbortSignal,
): Promise<ModelReply> {
  const { tokens, stops } = toPrompt(reader, request);
  if (tokens.length + request.maxOutputTokens > reader.contextTokens) {
    throw new ModelError(
      `a prompt of ${tokens.length} tokens and ${request.maxOutputTokens} of answer pass the context of ${reader.contextTokens}`,
      { kind: "too-long", hint: "Give more context tokens, or a model that was trained with more." },
    );
  }
  const sampling = await toSampling(reader, request);
  const reused = await readPrompt(reader.sequence, tokens, signal);
  const unread = tokens.slice(reader.sequence.contextTokens.length);

  const answer: Token[] = [];
  let text = "";
  let stop: ModelReply["stop"] = "end";
  for await (const token of reader.sequence.evaluate(unread, sampling)) {
    signal.throwIfAborted();
    answer.push(token);
    text = reader.weights.detokenize(answer);
    if (request.schema === null ? stops.some((end) => text.includes(end)) : isWholeJson(text)) break;
    if (answer.length >= request.maxOutputTokens) {
      stop = "length";
      break;
    }
  }
  signal.throwIfAborted();
  return {
    text: cutAt(text, request.schema === null ? stops : []).trim(),
    stop,
    usage: {
      inputTokens: tokens.length,
      cachedInputTokens: reused,
      cacheWriteTokens: 0,
      outputTokens: answer.length,
    },
  };
}

function toPrompt(
  { chatFormat, weights }: LlamaReader,
  { system, prompt }: ModelRequest,
): { readonly tokens: readonly Token[]; readonly stops: readonly string[] } {
  const { contextText, stopGenerationTriggers } = chatFormat.generateContextState({
    chatHistory: [
      ...(system === null ? [] : [{ type: "system", text: system } as const]),
      { type: "user", text: prompt.map(({ text }) => text).join("") },
      { type: "model", response: [] },
    ],
  });
  return {
    tokens: contextText.tokenize(weights.tokenizer),
    stops: stopGenerationTriggers.flatMap(({ values: [value, ...more] }) =>
      typeof value === "string" && value !== "" && more.length === 0 ? [value] : [],
    ),
  };
}

async function toSampling(
  { module, engine, weights }: LlamaReader,
  { schema, temperature }: ModelRequest,
): Promise<LlamaSampling> {
  const sampling = { temperature, topK: 40, topP: 0.95, seed };
  if (schema === null) return sampling;
  try {
    const grammar = await engine.createGrammarForJsonSchema(toGrammarSchema(schema));
    return {
      ...sampling,
      grammarEvaluationState: new module.LlamaGrammarEvaluationState({ model: weights, grammar }),
    };
  } catch (cause) {
    throw new ModelError("no grammar can be made of the schema", {
      kind: "request",
      hint: "Use a simpler schema: objects, lists, strings, numbers and choices.",
      cause,
    });
  }
}

/** Reads all whole blocks that come before the last token. Gives the number of tokens that needed no reading. */
async function readPrompt(
  sequence: LlamaSequence,
  tokens: readonly Token[],
  signal: AbortSignal,
): Promise<number> {
  const known = sequence.contextTokens;
  const blocksEnd = toBlockStart(tokens.length - 1);
  const shared = tokens.findIndex((token, i) => token !== known[i]);
  const reused = Math.min(toBlockStart(shared === -1 ? tokens.length : shared), blocksEnd);
  if (known.length > reused) await sequence.eraseContextTokenRanges([{ start: reused, end: known.length }]);
  for (let start = reused; start < blocksEnd; start += blockTokens) {
    signal.throwIfAborted();
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(start, start + blockTokens));
  }
  signal.throwIfAborted();
  return reused;
}

function toBlockStart(index: number): number {
  return Math.floor(index / blockTokens) * blockTokens;
}

/** The grammar lets white space follow, which nobody needs to wait for. */
function isWholeJson(text: string): boolean {
  return text.trimEnd().endsWith("}") && parseJson(text).ok;
}

function cutAt(text: string, stops: readonly string[]): string {
  const ends = stops.map((stop) => text.indexOf(stop)).filter((index) => index >= 0);
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends));
}
