import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import type { Conversation } from "../conversation.ts";
import type { ImportOptions } from "../import/import-conversations.ts";
import type { LossReport } from "../import/loss-report.ts";
import { importAll } from "./import-all.ts";

export interface ImportedRecords {
  readonly conversations: readonly Conversation[];
  /** Times that each reason was counted. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly repaired: Readonly<Record<string, number>>;
  readonly losses: LossReport;
}

/**
 * Imports files with these records, written as an array where the name ends in `.json` and else as lines. The files are
 * read in the order of their names; records without names are one file. No conversation at all is no error here.
 */
export async function importRecords(
  input: readonly unknown[] | Readonly<Record<string, readonly unknown[]>>,
  options: ImportOptions = {},
): Promise<ImportedRecords> {
  using directory = createTemporaryDirectory();
  const files = isList(input) ? { "x.jsonl": input } : input;
  for (const [name, records] of Object.entries(files)) {
    const path = join(directory.path, "export", name);
    mkdirSync(dirname(path), { recursive: true });
    const lines = records.map((record) => JSON.stringify(record)).join("\n");
    writeFileSync(path, name.endsWith(".json") ? JSON.stringify(records) : lines);
  }
  const { conversations, losses, error } = await importAll(join(directory.path, "export"), options);
  if (error !== null && !(error instanceof InputError)) throw error;
  return { conversations, losses, skipped: count(losses.skipped), repaired: count(losses.repaired) };
}

function isList(
  input: readonly unknown[] | Readonly<Record<string, readonly unknown[]>>,
): input is readonly unknown[] {
  return Array.isArray(input);
}

function count(losses: LossReport["skipped"]): Record<string, number> {
  return Object.fromEntries(losses.map((loss) => [loss.reason, loss.count]));
}
