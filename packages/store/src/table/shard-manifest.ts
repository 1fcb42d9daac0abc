import { StateError } from "@observatory/core";
import { join } from "node:path";
import { z } from "zod";
import { readVersionedFile } from "../files/read-json-file.ts";
import { writeFileAtomic } from "../files/write-file-atomic.ts";
import { describeColumn, type Columns } from "./columns.ts";

const manifestSchema = z.strictObject({
  schema: z.literal("observatory/shards@1"),
  /** Kind of each column, in the order of the files. */
  columns: z.record(z.string(), z.string()),
  /** Rows of each shard, in order. */
  shards: z.array(z.number().int().nonnegative()),
});

/** The file `shards.json` of a finished table; it is written last. */
export type ShardManifest = z.infer<typeof manifestSchema>;

/** What a finished table holds. */
export interface TableSummary {
  readonly rows: number;
  readonly shards: number;
}

/** Path of a shard: `00000.parquet` and so on. */
export function shardPath(directory: string, shard: number): string {
  return join(directory, `${String(shard).padStart(5, "0")}.parquet`);
}

export async function writeManifest(
  directory: string,
  columns: Columns,
  shards: readonly number[],
): Promise<TableSummary> {
  const kinds = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, describeColumn(column)]),
  );
  const manifest: ShardManifest = { schema: "observatory/shards@1", columns: kinds, shards: [...shards] };
  await writeFileAtomic(join(directory, "shards.json"), `${JSON.stringify(manifest)}\n`);
  return toSummary(manifest);
}

/** The manifest of a table, or null where the table is not finished. Throws StateError for a damaged one. */
export async function findManifest(directory: string): Promise<ShardManifest | null> {
  return await readVersionedFile(join(directory, "shards.json"), {
    name: "observatory/shards",
    version: 1,
    schema: manifestSchema,
    cure,
  });
}

/** The manifest of a finished table that has these columns, or some more. Throws StateError. */
export async function loadManifest(directory: string, columns: Columns): Promise<ShardManifest> {
  const manifest = await findManifest(directory);
  if (!manifest)
    throw new StateError(`the table ${directory} is not finished`, {
      hint: "Run the same command again: it goes on.",
    });
  for (const [name, column] of Object.entries(columns)) {
    const wanted = describeColumn(column);
    const stored = manifest.columns[name];
    if (stored === wanted || `${stored}?` === wanted) continue;
    const found = stored === undefined ? "has no such column" : `holds ${stored}`;
    throw new StateError(`the table ${directory} ${found}: "${name}" (${wanted})`, { hint: cure });
  }
  return manifest;
}

export function shardPaths(directory: string, manifest: ShardManifest): string[] {
  return manifest.shards.map((_, shard) => shardPath(directory, shard));
}

export function toSummary(manifest: ShardManifest): TableSummary {
  return { rows: manifest.shards.reduce((sum, rows) => sum + rows, 0), shards: manifest.shards.length };
}

const cure = "Delete this directory and run the same command again: it is made anew.";
