import type { Conversation } from "../conversation.ts";
import { importRecords } from "./import-records.ts";

/** What an import gave, in the short forms that tests of formats look at. */
export interface ImportedTalks {
  readonly conversations: readonly Conversation[];
  /** Each conversation's messages as `role: text`. */
  readonly talks: readonly (readonly string[])[];
  /** How many records of each reason were lost or mended. */
  readonly losses: Readonly<Record<string, number>>;
  /** Format of each file, in order. */
  readonly formats: readonly (string | null)[];
}

/** Imports what {@link importRecords} takes and tells what was said, and what was lost. */
export async function importTalks(input: Parameters<typeof importRecords>[0]): Promise<ImportedTalks> {
  const { conversations, skipped, repaired, losses } = await importRecords(input);
  return {
    conversations,
    talks: conversations.map(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`)),
    losses: { ...skipped, ...repaired },
    formats: losses.files.map(({ format }) => format),
  };
}
