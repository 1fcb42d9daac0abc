import { rm } from "node:fs/promises";
import { join } from "node:path";
import { temporaryPathFor } from "../files/temporary-files.ts";
import { ensurePrivateDirectory } from "../files/ensure-private-directory.ts";
import type { Columns, NameOf, RowOf } from "./columns.ts";
import type { ShardedTable } from "./map-shards.ts";
import { openDatabase, quoteName, readParquet } from "./open-database.ts";
import { streamChunks } from "./run-query.ts";
import { decodeChunk } from "./shard-file.ts";
import { loadManifest, shardPaths, type TableSummary } from "./shard-manifest.ts";
import { writeShards, type WriteShardsOptions } from "./write-shards.ts";

/** A column's name for ascending order, with ` desc` for descending. */
export type OrderBy<C extends Columns> = NameOf<C> | `${NameOf<C>} desc`;

export interface SortOptions {
  /** The sort spills to disk beyond this (512). */
  readonly memoryLimitMegabytes?: number;
  readonly signal?: AbortSignal;
}

/**
 * Streams a finished table in another order, by an out-of-core sort: memory stays within the limit.
 *
 * Numbers in numeric, texts in code-point order, null first; equal rows keep the table's order. The sort's files
 * stand in the table's directory meanwhile. Throws StateError.
 */
export async function* readSorted<C extends Columns>(
  table: ShardedTable<C>,
  orderBy: readonly OrderBy<C>[],
  options: SortOptions = {},
): AsyncGenerator<RowOf<C>> {
  const { directory, columns } = table;
  const manifest = await loadManifest(directory, columns);
  if (manifest.shards.length === 0) return;
  const names = Object.keys(columns).map(quoteName);
  const order = [...orderBy.map((term) => toOrderTerm(term)), "file_index", "file_row_number"];
  const sql = `SELECT ${names.join(", ")} FROM ${readParquet(shardPaths(directory, manifest))} ORDER BY ${order.join(", ")}`;
  const temporaryDirectory = temporaryPathFor(join(directory, "sort"));
  await ensurePrivateDirectory(temporaryDirectory);
  try {
    using database = await openDatabase({
      directories: [directory],
      temporaryDirectory,
      memoryLimitMegabytes: options.memoryLimitMegabytes,
    });
    let firstRow = 0;
    for await (const chunk of streamChunks(database, sql, {
      doing: "sort",
      path: directory,
      signal: options.signal,
    })) {
      yield* decodeChunk(chunk, columns, { path: directory, firstColumn: 0, firstRow });
      firstRow += chunk.rowCount;
    }
  } finally {
    await rm(temporaryDirectory, { recursive: true, force: true });
  }
}

/** Writes a finished table in another order: {@link readSorted} into {@link writeShards}, resumable like it. */
export async function sortShards<C extends Columns>(
  table: ShardedTable<C>,
  orderBy: readonly OrderBy<C>[],
  outputDirectory: string,
  options: SortOptions & WriteShardsOptions = {},
): Promise<TableSummary> {
  return await writeShards(outputDirectory, table.columns, readSorted(table, orderBy, options), options);
}

/** `ORDER BY` term for `name` or `name desc`; null comes first in both, as the tables' order promises. */
export function toOrderTerm(order: string, prefix = ""): string {
  const descending = order.endsWith(" desc");
  const name = descending ? order.slice(0, -" desc".length) : order;
  return `${prefix}${quoteName(name)} ${descending ? "DESC" : "ASC"} NULLS FIRST`;
}
