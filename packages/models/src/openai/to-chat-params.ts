import type { JsonSchema, ModelRequest } from "@observatory/core";
import type {
  ChatCompletionContentPart,
  ChatCompletionCreateParamsNonStreaming,
} from "openai/resources/chat/completions";
import type { Choice, Feature } from "../wire/dialect.ts";
import { fitSchema } from "../wire/fit-schema.ts";
import { toSchemaName, withSchemaText } from "../wire/schema-name.ts";

const maxTokens = { refusal: /max_tokens|max_completion_tokens/u } as const;

/**
 * What models and servers take differently. The answers wanted here need no reasoning, and reasoning counts as
 * output: it is turned off, or down, as far as a model lets it be.
 */
export const openAiFeatures = {
  reasoning: {
    rungs: ["none", "minimal", "low", "untold"],
    refusal: /reasoning/u,
    hopeless:
      /unsupported[ _]parameter|unrecognized|unknown|unexpected|extra (?:inputs|fields)|not permitted/u,
  },
  temperature: { rungs: ["given", "untold"], refusal: /temperature/u },
  maxTokens: { ...maxTokens, rungs: ["max_completion_tokens", "max_tokens"] },
  format: {
    rungs: ["json_schema", "json_object", "text"],
    refusal: /response_format|json_schema|json_object|structured|schema|grammar/u,
  },
  logprobs: { rungs: ["given", "untold"], refusal: /logprobs/u },
} as const satisfies Record<string, Feature>;

/** The same for servers other than OpenAI: some of them pass over the newer name of the limit in silence. */
export const otherServerFeatures = {
  ...openAiFeatures,
  maxTokens: { ...maxTokens, rungs: ["max_tokens", "max_completion_tokens"] },
} as const satisfies Record<string, Feature>;

export type OpenAiFeature = keyof typeof openAiFeatures;

/** Room for the reasoning of a model that cannot be told not to; the limit counts both. */
const reasoningTokens = 8192;

/** The body of one call. `reasons` tells that the model was seen to reason although it was not asked to. */
export function toChatParams(
  model: string,
  request: ModelRequest,
  { choice, reasons }: { readonly choice: Choice<OpenAiFeature>; readonly reasons: boolean },
): ChatCompletionCreateParamsNonStreaming {
  const { schema } = request;
  const tellsSchema = schema !== null && choice.format !== "json_schema";
  const system = tellsSchema ? withSchemaText(request.system, schema) : request.system;
  const room = reasons || choice.reasoning === "minimal" || choice.reasoning === "low" ? reasoningTokens : 0;
  const limit = request.maxOutputTokens + room;
  return {
    model,
    messages: [
      ...(system === null || system === "" ? [] : [{ role: "system" as const, content: system }]),
      { role: "user", content: toContent(request) },
    ],
    ...(choice.maxTokens === "max_tokens" ? { max_tokens: limit } : { max_completion_tokens: limit }),
    ...(choice.temperature === "given" ? { temperature: request.temperature } : {}),
    ...toEffort(choice.reasoning),
    ...(schema === null ? {} : toFormat(schema, choice.format)),
    ...(request.firstTokens === undefined || choice.logprobs !== "given"
      ? {}
      : { logprobs: true, top_logprobs: Math.min(mostLogprobs, request.firstTokens) }),
  };
}

/** The API gives no more of them. */
const mostLogprobs = 20;

function toContent({ images = [], prompt }: ModelRequest): string | ChatCompletionContentPart[] {
  const text = prompt.map((part) => part.text).join("");
  if (images.length === 0) return text;
  return [
    ...images.map(({ bytes, mediaType }) => ({
      type: "image_url" as const,
      image_url: { url: `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}` },
    })),
    { type: "text", text },
  ];
}

function toEffort(rung: string): Pick<ChatCompletionCreateParamsNonStreaming, "reasoning_effort"> {
  return rung === "none" || rung === "minimal" || rung === "low" ? { reasoning_effort: rung } : {};
}

function toFormat(
  schema: JsonSchema,
  rung: string,
): Pick<ChatCompletionCreateParamsNonStreaming, "response_format"> {
  if (rung === "text") return {};
  if (rung === "json_object") return { response_format: { type: "json_object" } };
  return {
    response_format: {
      type: "json_schema",
      json_schema: { name: toSchemaName(schema), strict: true, schema: { ...fitSchema(schema) } },
    },
  };
}
