import { formatNames, type FormatName } from "../../names.ts";
import type { AnyFormat } from "./conversation-draft.ts";
import { anthropicBatchFormat } from "./anthropic-batch.ts";
import { anthropicMessagesFormat } from "./anthropic-messages.ts";
import { chatgptFormat } from "./chatgpt.ts";
import { claudeAiFormat } from "./claude-ai.ts";
import { claudeCodeFormat } from "./claude-code.ts";
import { hhRlhfFormat } from "./hh-rlhf.ts";
import { langfuseFormat } from "./langfuse.ts";
import { langsmithFormat } from "./langsmith.ts";
import { lmsysChatFormat } from "./lmsys-chat.ts";
import { observatoryFormat } from "./observatory.ts";
import { openaiBatchFormat } from "./openai-batch.ts";
import { openaiChatFormat } from "./openai-chat.ts";
import { otelGenaiFormat } from "./otel-genai/otel-genai.ts";
import { sharegptFormat } from "./sharegpt.ts";
import { wildchatFormat } from "./wildchat.ts";

/** Every format that can be read; where two fit equally well, the earlier one is taken. */
export const formats = {
  observatory: observatoryFormat,
  "openai-chat": openaiChatFormat,
  sharegpt: sharegptFormat,
  "hh-rlhf": hhRlhfFormat,
  "claude-ai": claudeAiFormat,
  chatgpt: chatgptFormat,
  "anthropic-messages": anthropicMessagesFormat,
  "anthropic-batch": anthropicBatchFormat,
  "openai-batch": openaiBatchFormat,
  "claude-code": claudeCodeFormat,
  "lmsys-chat": lmsysChatFormat,
  wildchat: wildchatFormat,
  langfuse: langfuseFormat,
  langsmith: langsmithFormat,
  "otel-genai": otelGenaiFormat,
} as const satisfies Record<FormatName, AnyFormat>;

/** Tells the name of a format from any other text. */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

/** The format that most of the records look like; null where none looks like any. */
export function detectFormat(records: readonly unknown[]): FormatName | null {
  return scoreFormats(records).name;
}

/** The format that most of the records look like, with how many of them do, about. */
export function scoreFormats(records: readonly unknown[]): {
  readonly name: FormatName | null;
  readonly score: number;
} {
  const scores = formatNames.map((name) => {
    const format: AnyFormat = formats[name];
    return { name, score: records.reduce<number>((sum, record) => sum + format.detect(record), 0) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best : { name: null, score: 0 };
}

/** One line a format, for help and hints. */
export function describeFormats(): string[] {
  return formatNames.map((name) => `${name}: ${formats[name].describe}`);
}
