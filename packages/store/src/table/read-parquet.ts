import { InputError } from "@observatory/core";
import { DuckDBBlobValue, type DuckDBDataChunk } from "@duckdb/node-api";
import { dirname, resolve } from "node:path";
import { openDatabase, quoteName, quoteText, readParquet } from "./open-database.ts";
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

/** As the `datasets` library writes images: the bytes of a file, and its name. */
const imageType = "STRUCT(bytes BLOB, path VARCHAR)";

/** The name of an image; the column and the row where it has none. */
function imageName(column: string): string {
  const name = quoteName(column);
  return `coalesce(nullif(${name}['path'], ''), ${quoteText(column)} || '-' || file_row_number)`;
}

/**
 * Streams whole rows of anyone's Parquet file as texts of JSON objects, in batches of at most 2,048. Columns of bytes are
 * left out; of a column of images, as the `datasets` library writes them, the name stands there as
 * {@link readParquetImages} gives it. Throws InputError where the file is damaged.
 */
export async function* readParquetObjects(
  path: string,
  options: ReadParquetOptions = {},
): AsyncGenerator<readonly string[]> {
  const fields = (await describeParquet(path, options)).flatMap(({ name, type }) => {
    const column = quoteName(name);
    if (type === imageType) return [`${column} := ${imageName(name)}`];
    return type.includes("BLOB") ? [] : [`${column} := ${column}`];
  });
  if (fields.length === 0) return;
  const sql = `SELECT CAST(to_json(struct_pack(${fields.join(", ")})) AS VARCHAR) FROM ${readParquet([path], { rowNumber: true })}`;
  for await (const chunk of streamParquet(path, sql, options))
    yield chunk.getColumnValues(0).map((value) => (typeof value === "string" ? value : "null"));
}

/** Names of the columns that hold images, as the `datasets` library writes them. Throws InputError. */
export async function listParquetImageColumns(
  path: string,
  options: ReadParquetOptions = {},
): Promise<readonly string[]> {
  const columns = await describeParquet(path, options);
  return columns.flatMap(({ name, type }) => (type === imageType ? [name] : []));
}

/**
 * Streams the images of such a column, row by row; those without bytes are left out. The name is the file's, or the column
 * and the row. Throws InputError.
 */
export async function* readParquetImages(
  path: string,
  column: string,
  options: ReadParquetOptions = {},
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const sql = `SELECT ${imageName(column)}, ${quoteName(column)}['bytes'] FROM ${readParquet([path], { rowNumber: true })}`;
  for await (const chunk of streamParquet(path, sql, { ...options, memoryLimitMegabytes: 2048 }))
    for (const [name, value] of chunk.getRows())
      if (value instanceof DuckDBBlobValue) yield { name: String(name), bytes: value.bytes };
}

/** Streams what a query on one Parquet file gives. Throws InputError where the file is damaged. */
export async function* streamParquet(
  path: string,
  sql: string,
  options: ReadParquetOptions & { readonly memoryLimitMegabytes?: number },
): AsyncGenerator<DuckDBDataChunk> {
  const { memoryLimitMegabytes } = options;
  using database = await openDatabase({ directories: [dirname(resolve(path))], memoryLimitMegabytes });
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
