import { rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { ensurePrivateDirectory } from "../files/ensure-private-directory.ts";
import { temporaryPathFor } from "../files/temporary-files.ts";
import { commitFile } from "../files/write-file-atomic.ts";
import type { Columns, NameOf } from "./columns.ts";
import type { ShardedTable } from "./map-shards.ts";
import { openDatabase, quoteName, quoteText, readParquet } from "./open-database.ts";
import { runStatements } from "./run-query.ts";
import { loadManifest, shardPaths } from "./shard-manifest.ts";

export interface SumShardsOptions<C extends Columns> {
  /** The `integer` column to sum; rows that agree in all other columns become one. */
  readonly sum: NameOf<C>;
  /** Where the one Parquet file goes. */
  readonly path: string;
  /** The sum spills to disk beyond this (512). */
  readonly memoryLimitMegabytes?: number;
  /** Threads of the database (1). */
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/**
 * Sums a finished table by group, out of core, into one Parquet file, written atomically: sorted by the other columns
 * in their order (numbers in numeric, texts in code-point order, null first), so equal tables give equal rows.
 *
 * Memory stays within the limit; the spilled files stand beside the output meanwhile. Throws StateError, and TypeError
 * for a table without shards.
 */
export async function sumShards<C extends Columns>(
  table: ShardedTable<C>,
  options: SumShardsOptions<C>,
): Promise<void> {
  const { directory, columns } = table;
  const path = resolve(options.path);
  const manifest = await loadManifest(directory, columns);
  if (manifest.shards.length === 0) throw new TypeError("the table has no shard to sum");
  const names = Object.keys(columns);
  const keys = names.filter((name) => name !== options.sum).map(quoteName);
  const selected = names.map((name) =>
    name === options.sum ? `CAST(sum(${quoteName(name)}) AS BIGINT) AS ${quoteName(name)}` : quoteName(name),
  );
  const order = keys.map((key) => `${key} NULLS FIRST`).join(", ");
  const query = `SELECT ${selected.join(", ")} FROM ${readParquet(shardPaths(directory, manifest))} GROUP BY ${keys.join(", ")} ORDER BY ${order}`;
  const temporary = temporaryPathFor(path);
  const temporaryDirectory = temporaryPathFor(`${path}.sum`);
  await ensurePrivateDirectory(temporaryDirectory);
  try {
    using database = await openDatabase({
      directories: [directory, dirname(path)],
      temporaryDirectory,
      memoryLimitMegabytes: options.memoryLimitMegabytes,
      threads: options.threads,
    });
    await runStatements(
      database,
      { doing: "sum", path: directory, signal: options.signal },
      async (connection) => {
        await connection.run(`COPY (${query}) TO ${quoteText(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
      },
    );
    await commitFile(temporary, path);
  } finally {
    await rm(temporary, { force: true });
    await rm(temporaryDirectory, { recursive: true, force: true });
  }
}
