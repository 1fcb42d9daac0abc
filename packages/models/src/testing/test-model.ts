import { countRequestTokens, toCanonicalJson, type Json, type TokenUsage } from "@observatory/core";
import { answerTask } from "./answers/answer-task.ts";
import { obey } from "./answers/obey.ts";
import { cutToTokens } from "./count-pieces.ts";
import { drawAnswerFault, type AnswerFault, type FaultRule } from "./faults.ts";
import { createPromptCache } from "./prompt-cache.ts";
import type { ProviderReply } from "./protocol.ts";
import { subjectOf, type ProviderCall } from "./provider-call.ts";
import type { TestProviderOptions } from "./settings.ts";

export interface TestModelOptions {
  readonly seed: number | string;
  readonly faults: () => readonly FaultRule[];
  readonly answer: (call: ProviderCall) => Json | undefined;
  readonly firstTokens: TestProviderOptions["firstTokens"] | undefined;
  readonly countTokens: (text: string) => number;
  readonly minCacheTokens: number | null;
  readonly onFault: (fault: AnswerFault) => void;
}

/** The model behind the test provider: what it says to a call, with tokens counted, whichever way the call came. */
export interface TestModel {
  reply(call: ProviderCall): ProviderReply;
}

/** Below this a prompt is not cached where nothing marks it, as OpenAI has it. */
const minUnmarkedTokens = 1024;

/** Creates a model with a cache of its own and a memory of how often it was asked about what. */
export function createTestModel(options: TestModelOptions): TestModel {
  const { seed, faults, countTokens, onFault } = options;
  const cache = createPromptCache();
  const asked = new Map<string, number>();

  return {
    reply: (call) => {
      const key = subjectOf(call);
      const attempt = (asked.get(key) ?? 0) + 1;
      asked.set(key, attempt);
      const fault = drawAnswerFault(faults(), { seed, key, attempt, title: call.title });
      if (fault !== null) onFault(fault);
      const { text, stop } = say(call, fault, options);
      const cut = cutToTokens(text, call.maxOutputTokens, countTokens);
      const usage = { ...countInput(call), outputTokens: countTokens(cut) };
      const firstTokens =
        call.firstTokens === null ? null : (options.firstTokens?.(call).slice(0, call.firstTokens) ?? null);
      return { text: cut, stop: cut === text ? stop : "length", usage, firstTokens };
    },
  };

  function countInput(call: ProviderCall): Omit<TokenUsage, "outputTokens"> {
    const { readCharacters, writtenCharacters } = cache.visit(call);
    const { system, prompt, schema, schemaBeside } = call;
    const inputTokens = countRequestTokens(
      { countTokens },
      {
        system: system === "" ? null : system,
        prompt: [{ text: prompt }],
        schema: schemaBeside ? schema : null,
      },
    );
    const least = options.minCacheTokens ?? (call.protocol === "anthropic" ? 0 : minUnmarkedTokens);
    const read = countTo(call, readCharacters);
    const cachedInputTokens = read >= least ? read : 0;
    const written = countTo(call, writtenCharacters);
    return {
      inputTokens,
      cachedInputTokens,
      cacheWriteTokens:
        call.protocol === "anthropic" && written >= least ? Math.max(0, written - cachedInputTokens) : 0,
    };
  }

  /** System and prompt are counted apart, as each begins with a token of its own. */
  function countTo(call: ProviderCall, end: number): number {
    const { system, prompt } = call;
    return countTokens(system.slice(0, end)) + countTokens(prompt.slice(0, Math.max(0, end - system.length)));
  }
}

function say(
  call: ProviderCall,
  fault: AnswerFault | null,
  options: TestModelOptions,
): Pick<ProviderReply, "text" | "stop"> {
  const honest = options.answer(call) ?? answerTask(call);
  const written = write(honest);
  switch (fault) {
    case null:
      return { text: written, stop: "end" };
    case "not-json":
      return {
        text: "I looked at this with care, and here is what I think of it in a few words.",
        stop: "end",
      };
    case "wrong-schema":
      return { text: '{"thoughts":["this is not what was asked for"]}', stop: "end" };
    case "refusal":
      return { text: "I cannot help with that.", stop: "refusal" };
    case "cut":
      return { text: written.slice(0, Math.ceil(written.length / 2)).toWellFormed(), stop: "length" };
    case "off-list":
      return {
        text: write(call.title === "clio-assign" ? { parent: "Talk about what is not on the list" } : honest),
        stop: "end",
      };
    case "leak":
      return { text: write(obey(call.title ?? "", call.prompt, honest)), stop: "end" };
    case "fenced":
      return { text: `Here is the answer:\n\`\`\`json\n${written}\n\`\`\``, stop: "end" };
    default:
      return fault satisfies never;
  }
}

function write(answer: Json): string {
  return typeof answer === "string" ? answer : toCanonicalJson(answer);
}
