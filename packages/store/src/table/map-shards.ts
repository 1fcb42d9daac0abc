import { mapConcurrent } from "@observatory/core";
import { createDirectory } from "../files/create-directory.ts";
import { removeTemporaryFiles } from "../files/temporary-files.ts";
import type { Columns, RowOf } from "./columns.ts";
import { openDatabase } from "./open-database.ts";
import { countShardRows, encodeRow, readShardFile, writeShardFile } from "./shard-file.ts";
import { loadManifest, shardPath, writeManifest, type TableSummary } from "./shard-manifest.ts";
import type { ShardProgress } from "./write-shards.ts";

export interface ShardedTable<C extends Columns> {
  readonly directory: string;
  readonly columns: C;
}

export interface MapShardsOptions {
  /** How many shards are in work at once (1). */
  readonly concurrency?: number;
  /** Called for each shard that is on disk, in order, those of an earlier attempt included; `rows` are input rows. */
  readonly onShard?: (progress: ShardProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ShardContext {
  /** Index of the shard. */
  readonly shard: number;
  readonly signal: AbortSignal;
}

/**
 * Makes a table from a finished one, shard by shard: `mapRows` gets all rows of a shard and returns the rows of the
 * output's shard of the same number. After a crash the same call goes on with the shards that are missing.
 * Throws StateError, and whatever `mapRows` throws.
 */
export async function mapShards<In extends Columns, Out extends Columns>(
  input: ShardedTable<In>,
  output: ShardedTable<Out>,
  mapRows: (rows: readonly RowOf<In>[], context: ShardContext) => Promise<readonly RowOf<Out>[]>,
  options: MapShardsOptions = {},
): Promise<TableSummary> {
  const manifest = await loadManifest(input.directory, input.columns);
  await createDirectory(output.directory);
  await removeTemporaryFiles(output.directory);
  using database = await openDatabase({ directories: [input.directory, output.directory] });

  const mapShard = async (shard: number, signal: AbortSignal): Promise<number> => {
    const path = shardPath(output.directory, shard);
    const finished = await countShardRows(database, path, output.columns);
    if (finished !== null) return finished;
    const rows: RowOf<In>[] = [];
    for await (const part of readShardFile(database, shardPath(input.directory, shard), input.columns, {
      signal,
    }))
      rows.push(...part);
    const mapped = await mapRows(rows, { shard, signal });
    await writeShardFile(
      database,
      path,
      output.columns,
      mapped.map((row) => encodeRow(output.columns, row)),
      { signal },
    );
    return mapped.length;
  };

  const sizes: number[] = [];
  let inputRows = 0;
  const { concurrency = 1, signal } = options;
  for await (const size of mapConcurrent(manifest.shards.keys(), mapShard, { concurrency, signal })) {
    inputRows += manifest.shards[sizes.length] ?? 0;
    options.onShard?.({ shard: sizes.length, rows: inputRows });
    sizes.push(size);
  }
  return await writeManifest(output.directory, output.columns, sizes);
}
