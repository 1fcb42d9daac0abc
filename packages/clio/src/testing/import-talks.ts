import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryDirectory } from "@observatory/core/testing";
import type { Conversation } from "../conversation.ts";
import { importConversations } from "../import/import-conversations.ts";

/** What an import gave, in the short forms that tests look at. */
export interface ImportedTalks {
  readonly conversations: readonly Conversation[];
  /** Each conversation's messages as `role: text`. */
  readonly talks: readonly (readonly string[])[];
  /** How many records of each reason were lost or mended. */
  readonly losses: Readonly<Record<string, number>>;
  /** Format of each file, in order. */
  readonly formats: readonly (string | null)[];
}

/** Imports one file that holds the given records, one a line. Throws InputError where nothing can be read. */
export function importTalks(records: readonly unknown[]): Promise<ImportedTalks> {
  return importTalkFiles({ "records.jsonl": records });
}

/**
 * Imports files by name, each of which holds the given records, one a line, or the given text; formats are told from
 * them. Throws InputError where nothing can be read.
 */
export async function importTalkFiles(
  files: Readonly<Record<string, readonly unknown[] | string>>,
): Promise<ImportedTalks> {
  using directory = createTemporaryDirectory();
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(directory.path, name);
    const text =
      typeof content === "string" ? content : content.map((record) => JSON.stringify(record)).join("\n");
    writeFileSync(path, text);
    return path;
  });
  const chats = importConversations(paths);
  const conversations: Conversation[] = [];
  for await (const conversation of chats.conversations) conversations.push(conversation);
  const { skipped, repaired, files: imported } = chats.losses();
  return {
    conversations,
    talks: conversations.map(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`)),
    losses: Object.fromEntries([...skipped, ...repaired].map(({ reason, count }) => [reason, count])),
    formats: imported.map(({ format }) => format),
  };
}
