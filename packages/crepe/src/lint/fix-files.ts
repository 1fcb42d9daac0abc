import { UsageError } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readRetrievalRows } from "../interchange/read-retrieval-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { toBenchmarkFile } from "../interchange/to-benchmark-file.ts";
import type { WrittenFile } from "../interchange/write-crepe.ts";
import { fixRows, type FixedRows } from "./fix-rows.ts";
import { groupBy } from "./group-by.ts";
import { createLintContext } from "./lint-context.ts";

/** The result of {@link fixFiles}. */
export interface FixedFiles extends Omit<FixedRows, "rows"> {
  readonly files: readonly WrittenFile[];
}

/**
 * Mends benchmark files by `fixRows` and writes each to a directory, in its own format and under its own name (see
 * `toBenchmarkFile`). Rows that cannot be read are left out and counted as `unreadable-row`. The originals stay.
 *
 * A file without a single row left is not written. Throws UsageError where two files would get one name or one would
 * replace its original, InputError for what cannot be read, StateError for what cannot be written.
 */
export async function fixFiles(
  paths: readonly string[],
  directory: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<FixedFiles> {
  if (paths.length !== new Set(paths).size)
    throw new UsageError("a file is given twice", { hint: "Name each file once." });
  const rows: RetrievalRow[] = [];
  let lost = 0;
  for await (const outcome of readRetrievalRows(paths, options)) {
    if (outcome.ok) rows.push(outcome.value);
    else lost++;
  }
  const { rows: fixed, changes, ...dropped } = fixRows(rows, await createLintContext(rows));
  const outputs = [...groupBy(fixed, (row) => row.source.file)].map(([source, own]) => {
    const { name, text } = toBenchmarkFile(own);
    return { source, path: join(directory, name), text, rows: own.length };
  });
  const taken = new Set([...paths, ...outputs.map(({ source }) => source)].map((path) => resolve(path)));
  for (const { path } of outputs) {
    if (taken.has(resolve(path))) {
      throw new UsageError(`${path} would be written twice or replace what it was made from`, {
        hint: "Choose another directory, or mend the files one by one.",
      });
    }
    taken.add(resolve(path));
  }
  await mkdir(directory, { recursive: true });
  for (const { path, text } of outputs) {
    options.signal?.throwIfAborted();
    await writeFileAtomic(path, text);
  }
  const files = outputs.map(({ path, rows }) => ({ path, rows }));
  return { files, changes: lost === 0 ? changes : { ...changes, "unreadable-row": lost }, ...dropped };
}
