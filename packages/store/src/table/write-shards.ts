import { StateError } from "@observatory/core";
import { rm } from "node:fs/promises";
import { createDirectory } from "../files/create-directory.ts";
import { removeTemporaryFiles } from "../files/temporary-files.ts";
import type { Columns, RowOf } from "./columns.ts";
import { openDatabase, type Database } from "./open-database.ts";
import { countShardRows, encodeRow, writeShardFile, type EncodedRow } from "./shard-file.ts";
import { findManifest, shardPath, writeManifest, type TableSummary } from "./shard-manifest.ts";

export interface ShardProgress {
  /** Index of the shard that is on disk now. */
  readonly shard: number;
  /** Rows in all shards so far. */
  readonly rows: number;
}

export interface WriteShardsOptions {
  /** A shard ends after this many rows (10,000), */
  readonly rowsPerShard?: number;
  /** or earlier once its texts pass this many UTF-16 code units (32 Mi), so that one shard always fits in memory. */
  readonly charactersPerShard?: number;
  /** Called for each shard that is on disk, those of an earlier attempt included. */
  readonly onShard?: (progress: ShardProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes rows as a sharded table: `00000.parquet` ... in input order, then `shards.json`. Equal rows give equal bytes.
 *
 * Each shard is written atomically. After a crash the same call goes on: the input must give the same rows again, and
 * as many of them as whole shards hold are read and passed over. All of the input is read in any case, so that what
 * the caller counts on the way is complete. Throws StateError where the input gives other than the earlier rows.
 */
export async function writeShards<C extends Columns>(
  directory: string,
  columns: C,
  rows: AsyncIterable<RowOf<C>> | Iterable<RowOf<C>>,
  options: WriteShardsOptions = {},
): Promise<TableSummary> {
  const { rowsPerShard = 10_000, charactersPerShard = 32 * 2 ** 20, onShard, signal } = options;
  await createDirectory(directory);
  await removeTemporaryFiles(directory);
  using database = await openDatabase({ directories: [directory] });
  const sizes = await findFinishedShards(database, directory, columns);
  const finished = (await findManifest(directory)) !== null;
  const toSkip = sizes.reduce((sum, size) => sum + size, 0);

  let skipped = 0;
  let written = 0;
  for (const [shard, size] of sizes.entries()) onShard?.({ shard, rows: (written += size) });

  let pending: EncodedRow[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    const shard = sizes.length;
    await writeShardFile(database, shardPath(directory, shard), columns, pending, { signal });
    sizes.push(pending.length);
    written += pending.length;
    pending = [];
    characters = 0;
    onShard?.({ shard, rows: written });
  };

  for await (const row of rows) {
    signal?.throwIfAborted();
    if (skipped < toSkip) {
      skipped++;
      continue;
    }
    if (finished) throw otherRows(directory);
    const encoded = encodeRow(columns, row);
    pending.push(encoded);
    for (const value of encoded) characters += typeof value === "string" ? value.length : 8;
    if (pending.length >= rowsPerShard || characters >= charactersPerShard) await flush();
  }
  if (skipped < toSkip) throw otherRows(directory);
  if (pending.length > 0) await flush();
  return await writeManifest(directory, columns, sizes);
}

/** Rows of each shard of the longest readable run of shards; what comes after it is deleted. */
async function findFinishedShards(
  database: Database,
  directory: string,
  columns: Columns,
): Promise<number[]> {
  const sizes: number[] = [];
  for (;;) {
    const rows = await countShardRows(database, shardPath(directory, sizes.length), columns);
    if (rows === null) break;
    sizes.push(rows);
  }
  const manifest = await findManifest(directory);
  if (manifest && manifest.shards.join() !== sizes.join()) await rm(`${directory}/shards.json`);
  return sizes;
}

function otherRows(directory: string): StateError {
  return new StateError(`the input gives other rows than those that ${directory} holds`, {
    hint: "Delete this directory and run the same command again: it is made anew.",
  });
}
