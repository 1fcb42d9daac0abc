import { InputError } from "@observatory/core";
import type { DuckDBDataChunk } from "@duckdb/node-api";
import { dirname, resolve } from "node:path";
import { openDatabase, quoteName, readParquet } from "./open-database.ts";
import { streamChunks } from "./run-query.ts";

export interface ParquetColumn {
  readonly name: string;
  /** As DuckDB calls it: `VARCHAR`, `BIGINT`, `STRUCT(...)`. */
  readonly type: string;
}

export interface ReadParquetOptions {
  readonly signal?: AbortSignal;
}

/** The columns of anyone's Parquet file. Throws InputError where it is none. */
export async function describeParquet(
  path: string,
  options: ReadParquetOptions = {},
): Promise<readonly ParquetColumn[]> {
  const columns: ParquetColumn[] = [];
  for await (const chunk of streamParquet(path, `DESCRIBE SELECT * FROM ${readParquet([path])}`, options)) {
    const [names, types] = [chunk.getColumnValues(0), chunk.getColumnValues(1)];
    names.forEach((name, row) => columns.push({ name: String(name), type: String(types[row]) }));
  }
  return columns;
}

/**
 * Streams one column of anyone's Parquet file as text, in the file's order, in batches of at most 2,048; what is no
 * text is written as text. Throws InputError where the file is damaged or has no such column.
 */
export async function* readParquetTexts(
  path: string,
  column: string,
  options: ReadParquetOptions = {},
): AsyncGenerator<readonly (string | null)[]> {
  for await (const rows of readParquetRows(path, [column], options)) yield rows.map(([text = null]) => text);
}

/** As {@link readParquetTexts}, of several columns: rows of texts in the order of `columns`. */
export async function* readParquetRows(
  path: string,
  columns: readonly string[],
  options: ReadParquetOptions = {},
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const texts = columns.map((column) => `CAST(${quoteName(column)} AS VARCHAR)`);
  const sql = `SELECT ${texts.join(", ")} FROM ${readParquet([path])}`;
  for await (const chunk of streamParquet(path, sql, options))
    yield chunk.getRows().map((row) => row.map((value) => (typeof value === "string" ? value : null)));
}

/** Streams what a query on one Parquet file gives. Throws InputError where the file is damaged. */
export async function* streamParquet(
  path: string,
  sql: string,
  options: ReadParquetOptions,
): AsyncGenerator<DuckDBDataChunk> {
  using database = await openDatabase({ directories: [dirname(resolve(path))] });
  try {
    yield* streamChunks(database, sql, { doing: "read", path, ...options });
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new InputError(`cannot read the Parquet file ${path}`, {
      hint: "Check that the file is whole and has the column.",
      cause: error,
    });
  }
}
