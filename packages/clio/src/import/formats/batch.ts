import { toCanonicalJson } from "@observatory/core";
import { z } from "zod";
import {
  found,
  lost,
  type ConversationDraft,
  type ConversationPart,
  type OnRepair,
  type Reading,
} from "./conversation-draft.ts";
import { joinAnswer, toMessageDrafts, turnSchema } from "./turns.ts";

const partSchema = z.object({
  side: z.enum(["request", "answer"]),
  turns: z.array(turnSchema),
  hasHidden: z.boolean(),
  /** Whether the answer is an error, or was never given. */
  hasFailed: z.boolean(),
  /** Whether the answer had other versions beside the first. */
  hasOthers: z.boolean(),
  account: z.string().nullable(),
  model: z.string().nullable(),
  time: z.union([z.string(), z.number()]).nullable(),
});

/** A request of a batch or its answer, as it waits for the other. */
export type BatchPart = Readonly<z.infer<typeof partSchema>>;

/** The part of a record with this `custom_id`: requests come before answers. */
export function toBatchPart(customId: string, part: BatchPart): ConversationPart {
  return { group: customId, order: part.side === "request" ? "0" : "1", value: { ...part } };
}

/**
 * The conversation of the parts of one `custom_id`.
 *
 * An id is only unique within its batch. A request that was sent again after a failure counts once, with the answer
 * that came; of different requests the first is kept, with the first answer if there are as many answers.
 */
export function assembleBatch(
  parts: readonly ConversationPart[],
  onRepair: OnRepair,
): Reading<ConversationDraft> {
  const all = parts.map(({ value }) => partSchema.parse(value));
  const requests = distinctRequests(all.filter(({ side }) => side === "request"));
  const answers = all.filter(({ side }) => side === "answer");
  const [request] = requests;
  if (request === undefined) return lost("request-missing");
  if (requests.length > 1) onRepair("ambiguous-request");

  const answer = chooseAnswer(requests.length, answers);
  if (answer === undefined) onRepair("answer-missing");
  else if (answer.hasFailed) onRepair("answer-failed");
  if (answer?.hasOthers === true) onRepair("branches-dropped");
  if (request.hasHidden || answer?.hasHidden === true) onRepair("hidden-parts-dropped");
  return found({
    id: parts[0]?.group,
    account: request.account,
    createdAt: answer?.time,
    model: answer?.model ?? request.model,
    messages: toMessageDrafts(joinAnswer(request.turns, answer?.turns ?? []), onRepair),
  });
}

function chooseAnswer(requests: number, answers: readonly BatchPart[]): BatchPart | undefined {
  if (requests > 1) return answers.length === requests ? answers[0] : undefined;
  return answers.find(({ hasFailed }) => !hasFailed) ?? answers[0];
}

function distinctRequests(requests: readonly BatchPart[]): BatchPart[] {
  const seen = new Set<string>();
  return requests.filter((request) => {
    const key = toCanonicalJson(request);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
