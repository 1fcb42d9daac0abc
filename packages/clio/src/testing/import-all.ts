import type { Conversation } from "../conversation.ts";
import { importConversations, type ImportOptions } from "../import/import-conversations.ts";
import type { LossReport } from "../import/loss-report.ts";

/** What an import gave. */
export interface ImportOutcome {
  readonly conversations: readonly Conversation[];
  readonly losses: LossReport;
  /** Why it ended early; null where it did not. */
  readonly error: unknown;
}

/** All that an import gives, to its end or to its error. */
export async function importAll(
  inputs: string | readonly string[],
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  const source = importConversations(typeof inputs === "string" ? [inputs] : inputs, options);
  const conversations: Conversation[] = [];
  let error: unknown = null;
  try {
    for await (const conversation of source.conversations) conversations.push(conversation);
  } catch (thrown) {
    error = thrown;
  }
  return { conversations, losses: source.losses(), error };
}
