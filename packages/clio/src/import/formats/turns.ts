import { z } from "zod";
import { toText } from "../conversion/to-text.ts";
import type { OnRepair, MessageDraft } from "./conversation-draft.ts";

/** A message whose content has become text: what grouped formats keep of it until the conversation is whole. */
export const turnSchema = z.object({
  role: z.string(),
  text: z.string(),
  /** Whether marks stand in the text for parts without any. */
  isMarked: z.boolean(),
});

export type Turn = Readonly<z.infer<typeof turnSchema>>;

/** The messages as text; one that does not say who wrote it has the empty role, which the import refuses. */
export function toTurns(messages: readonly MessageDraft[]): Turn[] {
  return messages.map(({ role, content, toolCalls }) => {
    const { text, marked } = toText(content, toolCalls);
    return { role: typeof role === "string" ? role : "", text, isMarked: marked };
  });
}

/** The turns of a request and of its answer, which goes on where the request already began it. */
export function joinAnswer(request: readonly Turn[], answer: readonly Turn[]): Turn[] {
  const begun = request.at(-1);
  const [first, ...others] = answer;
  if (begun?.role !== "assistant" || first?.role !== "assistant") return [...request, ...answer];
  const joined = {
    role: first.role,
    text: begun.text + first.text,
    isMarked: begun.isMarked || first.isMarked,
  };
  return [...request.slice(0, -1), joined, ...others];
}

/** The turns as a draft has them; marks in them are told to `onRepair`. */
export function toMessageDrafts(turns: readonly Turn[], onRepair: OnRepair): MessageDraft[] {
  if (turns.some((turn) => turn.isMarked)) onRepair("attachment-marked");
  return turns.map(({ role, text }) => ({ role, content: text }));
}
