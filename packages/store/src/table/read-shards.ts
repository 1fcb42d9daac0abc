import { dirname } from "node:path";
import type { Columns, RowOf } from "./columns.ts";
import { openDatabase } from "./open-database.ts";
import { readShardFile } from "./shard-file.ts";
import { loadManifest, shardPaths, toSummary, type TableSummary } from "./shard-manifest.ts";

export interface ReadShardsOptions {
  readonly signal?: AbortSignal;
}

/**
 * Streams the rows of a finished table in order, with memory for a part of one shard.
 *
 * `columns` may be a subset of the table's: only those are read. Throws StateError that names the file and the cure
 * for a table that is unfinished, damaged, or has other columns.
 */
export async function* readShards<C extends Columns>(
  directory: string,
  columns: C,
  options: ReadShardsOptions = {},
): AsyncGenerator<RowOf<C>> {
  for await (const rows of readShardBatches(directory, columns, options)) yield* rows;
}

/** {@link readShards} in batches of at most 2,048 rows: the faster form. */
export async function* readShardBatches<C extends Columns>(
  directory: string,
  columns: C,
  options: ReadShardsOptions = {},
): AsyncGenerator<readonly RowOf<C>[]> {
  const manifest = await loadManifest(directory, columns);
  using database = await openDatabase({ directories: [directory] });
  for (const path of shardPaths(directory, manifest)) yield* readShardFile(database, path, columns, options);
}

/** All rows of one shard's file. Throws StateError. */
export async function readShard<C extends Columns>(
  path: string,
  columns: C,
  options: ReadShardsOptions = {},
): Promise<RowOf<C>[]> {
  using database = await openDatabase({ directories: [dirname(path)] });
  const rows: RowOf<C>[] = [];
  for await (const part of readShardFile(database, path, columns, options)) rows.push(...part);
  return rows;
}

/** Streams the rows of one Parquet file that this program wrote, in batches of at most 2,048. Throws StateError. */
export async function* readTableFile<C extends Columns>(
  path: string,
  columns: C,
  options: ReadShardsOptions = {},
): AsyncGenerator<readonly RowOf<C>[]> {
  using database = await openDatabase({ directories: [dirname(path)] });
  yield* readShardFile(database, path, columns, options);
}

/** Number of rows and shards of a finished table. Throws StateError. */
export async function describeTable(directory: string): Promise<TableSummary> {
  return toSummary(await loadManifest(directory, {}));
}

/** Number of rows of a finished table. Throws StateError. */
export async function countRows(directory: string): Promise<number> {
  return (await describeTable(directory)).rows;
}
