import { InputError, parseJson } from "@observatory/core";
import { readParquetRows } from "@observatory/store";
import { readLines } from "../interchange/read-lines.ts";

/** What one line or row of a file says, not yet checked. */
export interface FileRecord {
  readonly value: unknown;
  readonly line: number;
}

/** Lines of JSON, gzip'd or not; null for a line that is none. Throws InputError with the line of what cannot be read. */
export async function* readJsonRecords(
  path: string,
  options: { readonly signal?: AbortSignal },
): AsyncGenerator<FileRecord> {
  for await (const outcome of readLines(path, options)) {
    const { line } = outcome;
    if (!outcome.ok) throw new InputError(`${path}, line ${line}: ${outcome.reason}`);
    if (outcome.text.trim() === "") continue;
    const json = parseJson(outcome.text);
    yield { value: json.ok ? json.value : null, line };
  }
}

/** Rows of a Parquet file, the named columns as texts; what is null is left out. */
export async function* readParquetRecords(
  path: string,
  columns: readonly string[],
  options: { readonly signal?: AbortSignal },
): AsyncGenerator<{ readonly value: Readonly<Record<string, string>>; readonly line: number }> {
  let line = 0;
  for await (const rows of readParquetRows(path, columns, options)) {
    for (const row of rows) {
      const entries = columns.flatMap((column, i) => (row[i] == null ? [] : [[column, row[i]] as const]));
      yield { value: Object.fromEntries(entries), line: ++line };
    }
  }
}
