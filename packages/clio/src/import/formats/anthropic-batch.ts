import { z } from "zod";
import { toName } from "../conversion/to-name.ts";
import { readAnthropicAnswer, readAnthropicRequest } from "./anthropic-exchange.ts";
import { assembleBatch, toBatchPart } from "./batch.ts";
import { found, lost, type ConversationPart, type GroupedFormat } from "./conversation-draft.ts";

const request = z.object({ custom_id: z.string(), params: z.looseObject({}) });
const result = z.object({
  custom_id: z.string(),
  result: z.object({
    type: z.enum(["succeeded", "errored", "canceled", "expired"]),
    message: z.unknown().optional(),
  }),
});
/** The body that creates a batch. */
const wholeBatch = z.object({ requests: z.array(z.unknown()).min(1) });
const likely = z.union([
  request,
  result,
  z.object({ requests: z.array(z.unknown()).refine(([first]) => request.safeParse(first).success) }),
]);

/**
 * Anthropic's Message Batches: the requests, a line each or as the body that creates the batch, and the results, whose
 * lines come in any order. Both are joined by `custom_id`. A request without a result, or with one that is no
 * message, is kept without an answer; a result without its request is lost. Batches have no times.
 */
export const anthropicBatchFormat = {
  name: "anthropic-batch",
  describe:
    'Anthropic Message Batches, requests and results: {"custom_id","params":{...}} and {"custom_id","result":{...}}',
  detect: (value) => (likely.safeParse(value).success ? 1 : 0),
  parseParts: (value) => {
    const whole = wholeBatch.safeParse(value).data;
    if (whole === undefined) {
      const part = toRequest(value) ?? toResult(value);
      return part === null ? lost("not-a-conversation") : found([part]);
    }
    const parts = whole.requests.flatMap((entry) => toRequest(entry) ?? []);
    return parts.length === 0 ? lost("not-a-conversation") : found(parts);
  },
  assemble: assembleBatch,
} as const satisfies GroupedFormat;

function toRequest(value: unknown): ConversationPart | null {
  const { data } = request.safeParse(value);
  const body = data === undefined ? null : readAnthropicRequest(data.params);
  if (data === undefined || body === null) return null;
  return toBatchPart(data.custom_id, {
    side: "request",
    turns: [...body.turns],
    hasHidden: body.hasHidden,
    hasFailed: false,
    hasOthers: false,
    account: toName(body.account).name,
    model: toName(body.model).name,
    time: null,
  });
}

function toResult(value: unknown): ConversationPart | null {
  const { data } = result.safeParse(value);
  if (data === undefined) return null;
  const message = data.result.type === "succeeded" ? readAnthropicAnswer(data.result.message) : null;
  return toBatchPart(data.custom_id, {
    side: "answer",
    turns: [...(message?.turns ?? [])],
    hasHidden: message?.hasHidden ?? false,
    hasFailed: message === null,
    hasOthers: false,
    account: null,
    model: toName(message?.model).name,
    time: null,
  });
}
