import { z } from "zod";
import { toName } from "../conversion/to-name.ts";
import { assembleBatch, toBatchPart } from "./batch.ts";
import {
  found,
  lost,
  type ConversationPart,
  type GroupedFormat,
  type Reading,
} from "./conversation-draft.ts";
import { readOpenaiAnswer, readOpenaiRequest } from "./openai-exchange.ts";

const request = z.object({ custom_id: z.string(), body: z.looseObject({}), url: z.string().optional() });
const likelyRequest = z.object({ custom_id: z.string(), body: z.looseObject({}), url: z.string() });
const answer = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number().optional(), body: z.unknown().optional() }).nullish(),
  error: z.unknown().optional(),
});
const likelyAnswer = z.object({
  custom_id: z.string(),
  response: z.union([z.null(), z.looseObject({})]),
  error: z.unknown().optional(),
});
const failure = z.object({ error: z.looseObject({}) });

/**
 * OpenAI's Batch API: the input file with the requests, and the output and error files with the answers, in any order.
 * All are joined by `custom_id`, for chat completions, legacy completions and responses. A request without an answer,
 * or with an error for one, is kept without; an answer without its request is lost; requests that are no chat, such as
 * embeddings, are told apart. The time is that of the answer.
 */
export const openaiBatchFormat = {
  name: "openai-batch",
  describe:
    'OpenAI Batch API, input and output: {"custom_id","method","url","body":{...}} and {"custom_id","response":{...},"error"}',
  detect: (value) =>
    likelyRequest.safeParse(value).success || likelyAnswer.safeParse(value).success ? 1 : 0,
  parseParts: (value) => {
    const asked = request.safeParse(value).data;
    if (asked !== undefined) return toRequest(asked);
    const answered = answer.safeParse(value).data;
    if (answered === undefined || (answered.response === undefined && answered.error === undefined))
      return lost("not-a-conversation");
    return toAnswer(answered);
  },
  assemble: assembleBatch,
} as const satisfies GroupedFormat;

type Parts = Reading<readonly ConversationPart[]>;

/** Endpoints whose requests have a chat's `input` and are none. */
const otherUrls = /\/(?:embeddings|moderations|images|audio)\b/u;

function toRequest({ custom_id, body, url }: z.infer<typeof request>): Parts {
  const read = otherUrls.test(url ?? "") ? null : readOpenaiRequest(body);
  if (read === null) return lost("no-chat-request");
  const part = toBatchPart(custom_id, {
    side: "request",
    turns: [...read.turns],
    hasHidden: read.hasHidden,
    hasFailed: false,
    hasOthers: false,
    account: toName(read.account).name,
    model: toName(read.model).name,
    time: null,
  });
  return found([part]);
}

function toAnswer({ custom_id, response, error }: z.infer<typeof answer>): Parts {
  const body = response?.body;
  const read = readOpenaiAnswer(body);
  const hasFailed = (response?.status_code ?? 200) >= 400 || isSet(error) || failure.safeParse(body).success;
  if (read === null && !hasFailed) return lost("no-chat-request");
  const part = toBatchPart(custom_id, {
    side: "answer",
    turns: [...(read?.turns ?? [])],
    hasHidden: read?.hasHidden ?? false,
    hasFailed,
    hasOthers: read?.hasOthers ?? false,
    account: null,
    model: toName(read?.model).name,
    time: read?.time ?? null,
  });
  return found([part]);
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}
