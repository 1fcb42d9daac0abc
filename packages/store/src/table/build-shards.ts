import { mapConcurrent } from "@observatory/core";
import { createDirectory } from "../files/create-directory.ts";
import { removeTemporaryFiles } from "../files/temporary-files.ts";
import type { Columns, RowOf } from "./columns.ts";
import type { MapShardsOptions, ShardContext, ShardedTable } from "./map-shards.ts";
import { openDatabase } from "./open-database.ts";
import { countShardRows, encodeRow, writeShardFile } from "./shard-file.ts";
import { shardPath, writeManifest, type TableSummary } from "./shard-manifest.ts";

/**
 * Makes a table from a stream of parts: `toRows` gives the rows of each part's shard. After a crash the same call goes
 * on: the stream must give the same parts again, and `toRows` is called only for those whose shard is missing.
 *
 * `onShard` counts the rows of the shards. Throws StateError, and whatever the stream and `toRows` throw.
 */
export async function buildShards<Part, C extends Columns>(
  output: ShardedTable<C>,
  parts: AsyncIterable<Part> | Iterable<Part>,
  toRows: (part: Part, context: ShardContext) => Promise<readonly RowOf<C>[]>,
  options: MapShardsOptions = {},
): Promise<TableSummary> {
  const { directory, columns } = output;
  const { concurrency = 1, signal } = options;
  await createDirectory(directory);
  await removeTemporaryFiles(directory);
  using database = await openDatabase({ directories: [directory] });
  let next = 0;

  const buildShard = async (part: Part, inner: AbortSignal): Promise<number> => {
    const shard = next++;
    const path = shardPath(directory, shard);
    const finished = await countShardRows(database, path, columns);
    if (finished !== null) return finished;
    const rows = await toRows(part, { shard, signal: inner });
    const encoded = rows.map((row) => encodeRow(columns, row));
    await writeShardFile(database, path, columns, encoded, { signal: inner });
    return rows.length;
  };

  const sizes: number[] = [];
  let rows = 0;
  for await (const size of mapConcurrent(parts, buildShard, { concurrency, signal })) {
    rows += size;
    options.onShard?.({ shard: sizes.length, rows });
    sizes.push(size);
  }
  return await writeManifest(directory, columns, sizes);
}
