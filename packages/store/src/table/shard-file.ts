import { StateError } from "@observatory/core";
import { DuckDBDataChunk, type DuckDBValue } from "@duckdb/node-api";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { temporaryPathFor } from "../files/temporary-files.ts";
import { commitFile } from "../files/write-file-atomic.ts";
import { decodeValue, describeColumn, encodeValue, storageOf, type Columns, type RowOf } from "./columns.ts";
import { quoteName, quoteText, readParquet, type Database } from "./open-database.ts";
import { runStatements, streamChunks } from "./run-query.ts";

/** The stored form of a row, in the order of the columns. */
export type EncodedRow = readonly DuckDBValue[];

export function encodeRow<C extends Columns>(columns: C, row: RowOf<C>): EncodedRow {
  return Object.entries(columns).map(([name, column]) => encodeValue(column, name, row[name]));
}

/** Writes one Parquet file atomically; equal rows give equal bytes. Throws StateError. */
export async function writeShardFile(
  database: Database,
  path: string,
  columns: Columns,
  rows: readonly EncodedRow[],
  options: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const temporary = temporaryPathFor(resolve(path));
  const storages = Object.values(columns).map(storageOf);
  const declared = Object.keys(columns).map(
    (name, index) => `${quoteName(name)} ${storages[index]?.sql ?? ""}`,
  );
  try {
    await runStatements(database, { doing: "write", path, ...options }, async (connection) => {
      await connection.run(`CREATE TEMP TABLE shard (${declared.join(", ")})`);
      const appender = await connection.createAppender("shard");
      for (let start = 0; start < rows.length; start += rowsPerChunk) {
        const part = rows.slice(start, start + rowsPerChunk);
        const chunk = DuckDBDataChunk.create(
          storages.map(({ type }) => type),
          part.length,
        );
        for (let column = 0; column < storages.length; column++) {
          chunk.setColumnValues(
            column,
            part.map((row) => row[column] ?? null),
          );
        }
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
      await connection.run(`COPY shard TO ${quoteText(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
      await connection.run("DROP TABLE shard");
    });
    await commitFile(temporary, path, { mode: 0o600 });
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Streams the rows of Parquet files in order. Throws StateError that names the file for a damaged or unfitting one. */
export async function* readShardFile<C extends Columns>(
  database: Database,
  path: string,
  columns: C,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<RowOf<C>[]> {
  const names = Object.keys(columns).map(quoteName);
  const sql = `SELECT ${names.join(", ")} FROM ${readParquet([path])}`;
  let first = 0;
  for await (const chunk of streamChunks(database, sql, { doing: "read", path, ...options })) {
    yield decodeChunk(chunk, columns, { path, firstColumn: 0, firstRow: first });
    first += chunk.rowCount;
  }
}

export interface ChunkPlace {
  /** For errors. */
  readonly path: string;
  /** Index of the first of these columns in the chunk. */
  readonly firstColumn: number;
  /** For errors: the row's number in the file or result. */
  readonly firstRow: number;
}

export function decodeChunk<C extends Columns>(
  chunk: DuckDBDataChunk,
  columns: C,
  place: ChunkPlace,
): RowOf<C>[] {
  const rows: Record<string, unknown>[] = Array.from({ length: chunk.rowCount }, () => ({}));
  for (const [index, [name, column]] of Object.entries(columns).entries()) {
    const values = chunk.getColumnValues(place.firstColumn + index);
    for (const [position, row] of rows.entries()) {
      const value = decodeValue(column, values[position] ?? null);
      if (value === undefined) {
        throw new StateError(
          `${place.path}, row ${place.firstRow + position + 1}: the column "${name}" is not ${describeColumn(column)}`,
          { hint: "Delete this file's directory and run the same command again: it is made anew." },
        );
      }
      row[name] = value;
    }
  }
  // Each column of C was set to a value that its kind or schema accepted.
  return rows as RowOf<C>[];
}

/** Rows of a readable shard that has these columns, or null for a missing, torn or unfitting one. */
export async function countShardRows(
  database: Database,
  path: string,
  columns: Columns,
): Promise<number | null> {
  const names = Object.keys(columns).map(quoteName);
  const query = { doing: "read", path };
  try {
    const described = `DESCRIBE SELECT ${names.join(", ")} FROM ${readParquet([path])}`;
    const types: DuckDBValue[] = [];
    for await (const chunk of streamChunks(database, described, query))
      types.push(...chunk.getColumnValues(1));
    if (Object.values(columns).some((column, index) => types[index] !== storageOf(column).sql)) return null;
    const counted = `SELECT num_rows FROM parquet_file_metadata([${quoteText(resolve(path))}])`;
    let rows = 0;
    for await (const chunk of streamChunks(database, counted, query))
      rows += Number(chunk.getColumnValues(0)[0]);
    return rows;
  } catch (error) {
    if (error instanceof StateError) return null;
    throw error;
  }
}

/** The size of a vector in DuckDB: no chunk may hold more rows. */
const rowsPerChunk = 2048;
