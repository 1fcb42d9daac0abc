import { readTableFile } from "@observatory/store";
import { entryKinds } from "./count-captions.ts";
import { vocabularyColumns } from "./vocabulary-file.ts";

/** Distinct entries of a vocabulary's file by kind, and the captions at which the parser failed. Throws StateError. */
export async function countEntries(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<{ readonly entries: Readonly<Record<string, number>>; readonly failures: number }> {
  const { kind, captions } = vocabularyColumns;
  const entries: Record<string, number> = Object.fromEntries(entryKinds.map((known) => [known, 0]));
  let failures = 0;
  for await (const rows of readTableFile(path, { kind, captions }, options)) {
    for (const row of rows) {
      if (row.kind === "failure") failures += row.captions;
      else entries[row.kind] = (entries[row.kind] ?? 0) + 1;
    }
  }
  return { entries, failures };
}
