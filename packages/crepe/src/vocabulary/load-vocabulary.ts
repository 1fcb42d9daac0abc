import { hashFile, parseJson, StateError } from "@observatory/core";
import { readTableFile } from "@observatory/store";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createCountTable } from "./count-table.ts";
import {
  recordPathOf,
  vocabularyColumns,
  vocabularyRecordSchema,
  type VocabularyRecord,
  type VocabularyRow,
} from "./vocabulary-file.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface LoadVocabularyOptions {
  readonly signal?: AbortSignal;
}

/** A vocabulary in memory, with what its JSON file says. */
export interface LoadedVocabulary extends Vocabulary {
  readonly record: VocabularyRecord;
}

/**
 * Loads what `buildVocabulary` wrote. Texts are looked up in lower case, spaces within compounds single.
 *
 * Only 64-bit fingerprints of the texts are kept, 24 to 48 bytes an entry: ten million take less than 500 MB, and a
 * text that is not there is taken for one that is with a chance below 1e-12. Throws StateError for a file that is
 * missing, damaged, or does not belong to its JSON file.
 */
export async function loadVocabulary(
  path: string,
  options: LoadVocabularyOptions = {},
): Promise<LoadedVocabulary> {
  const file = resolve(path);
  const record = await readRecord(file);
  if ((await hashFile(file, options)) !== record.contentHash) {
    throw new StateError(`${file} does not belong to the JSON file beside it`, { hint: cure });
  }
  const entries = Object.values(record.entries).reduce((sum, count) => sum + count, 0);
  const table = createCountTable(entries);
  for await (const rows of readTableFile(file, vocabularyColumns, options))
    for (const row of rows) table.add(keyOf(row), row.captions);
  return {
    name: record.name,
    record,
    countAtom: (kind, text) => table.count(`${kind}\t${normalise(text)}`),
    countCompound: (compound) => table.count(`compound\t${normalise(compound)}`),
  };
}

function keyOf({ kind, subject, attribute, relation, object }: VocabularyRow): string {
  const text = [subject, attribute, relation, object].filter((word) => word !== null).join(" ");
  return `${kind.includes("-") ? "compound" : kind}\t${text}`;
}

function normalise(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, " ").trim();
}

async function readRecord(path: string): Promise<VocabularyRecord> {
  const recordPath = recordPathOf(path);
  let text: string;
  try {
    text = await readFile(recordPath, "utf8");
  } catch (cause) {
    throw new StateError(`the vocabulary ${path} has no readable ${recordPath}`, { hint: cure, cause });
  }
  const json = parseJson(text);
  const record = vocabularyRecordSchema.safeParse(json.ok ? json.value : null);
  if (!record.success)
    throw new StateError(`${recordPath} is damaged, or of another version`, { hint: cure });
  return record.data;
}

const cure = "Build the vocabulary again.";
