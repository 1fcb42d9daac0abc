import type {
  ImageBlockParam,
  MessageCreateParamsNonStreaming,
  TextBlockParam,
} from "@anthropic-ai/sdk/resources/messages";
import type { ModelRequest, PromptImage, PromptPart } from "@observatory/core";
import type { Choice, Feature } from "../wire/dialect.ts";
import { fitSchema } from "../wire/fit-schema.ts";
import { toSchemaName, withSchemaText } from "../wire/schema-name.ts";

/**
 * What models and servers take differently. The answers wanted here need no thinking, and thinking counts as output:
 * it is turned off as far as a model lets it be. The newest take no temperature.
 */
export const anthropicFeatures = {
  thinking: {
    rungs: ["disabled", "between-tools", "low-effort", "untold"],
    refusal: /thinking|effort/u,
  },
  temperature: { rungs: ["given", "untold"], refusal: /temperature|sampling/u },
  format: {
    rungs: ["format", "tool", "text"],
    refusal: /output_config|output_format|output format|json_schema|structured|schema|tool/u,
  },
} as const satisfies Record<string, Feature>;

export type AnthropicFeature = keyof typeof anthropicFeatures;

/** Room for the thinking of a model that cannot be told not to; the limit counts both. */
const thinkingTokens = 8192;

/** The protocol allows this many marks. */
const mostCacheMarks = 4;

/** The body of one call. */
export function toMessageParams(
  model: string,
  request: ModelRequest,
  choice: Choice<AnthropicFeature>,
): MessageCreateParamsNonStreaming {
  const { schema } = request;
  const thinks = choice.thinking === "low-effort" || choice.thinking === "untold";
  const bindsFormat = schema !== null && choice.format === "format";
  const usesTool = schema !== null && choice.format === "tool";
  const system =
    schema !== null && choice.format === "text" ? withSchemaText(request.system, schema) : request.system;
  const outputConfig = {
    ...(choice.thinking === "low-effort" ? { effort: "low" as const } : {}),
    ...(bindsFormat ? { format: { type: "json_schema" as const, schema: fitSchema(schema) } } : {}),
  };
  return {
    model,
    max_tokens: request.maxOutputTokens + (thinks ? thinkingTokens : 0),
    messages: [
      { role: "user", content: [...(request.images ?? []).map(toImageBlock), ...toBlocks(request.prompt)] },
    ],
    ...(system === null || system.trim() === "" ? {} : { system }),
    ...(choice.temperature === "given" ? { temperature: Math.min(1, request.temperature) } : {}),
    ...(choice.thinking === "disabled" ? { thinking: { type: "disabled" as const } } : {}),
    ...(choice.thinking === "between-tools" ? { thinking: { type: "between_tools" as const } } : {}),
    ...(Object.keys(outputConfig).length > 0 ? { output_config: outputConfig } : {}),
    ...(usesTool
      ? {
          tools: [
            {
              name: toSchemaName(schema),
              description: "Gives the answer.",
              input_schema: { ...fitSchema(schema), type: "object" as const },
            },
          ],
          tool_choice: { type: "tool" as const, name: toSchemaName(schema) },
        }
      : {}),
  };
}

function toImageBlock({ bytes, mediaType }: PromptImage): ImageBlockParam {
  const data = Buffer.from(bytes).toString("base64");
  return { type: "image", source: { type: "base64", media_type: mediaType, data } };
}

/** One block a part; parts of white space, which the protocol refuses as blocks, join the one before. */
function toBlocks(prompt: readonly PromptPart[]): TextBlockParam[] {
  const blocks: { text: string; cache: boolean }[] = [];
  for (const { text, cache = false } of prompt) {
    const last = blocks.at(-1);
    if (last === undefined || (text.trim() !== "" && last.text.trim() !== "")) blocks.push({ text, cache });
    else blocks.splice(-1, 1, { text: last.text + text, cache: cache || (last.cache && text.trim() === "") });
  }
  const marked = new Set(blocks.filter(({ cache }) => cache).slice(-mostCacheMarks));
  return blocks
    .filter(({ text }) => text.trim() !== "")
    .map((block) => ({
      type: "text",
      text: block.text,
      ...(marked.has(block) ? { cache_control: { type: "ephemeral" } } : {}),
    }));
}
