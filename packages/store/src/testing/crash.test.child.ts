import { createRandom } from "@observatory/core";
import {
  defineColumns,
  mapShards,
  openRunDirectory,
  openVectorCache,
  sortShards,
  writeShards,
} from "../index.ts";

export const rowColumns = defineColumns({ id: "text", account: "text?", weight: "double" });

/** Rows that are the same in each process. */
function* makeRows(): Generator<{ id: string; account: string | null; weight: number }> {
  const random = createRandom("rows");
  for (let i = 0; i < 2000; i++) {
    const account = i % 7 === 0 ? null : `account ${random.integer(100)}`;
    yield { id: `${i}-${"text ".repeat(random.integer(20))}`, account, weight: random.next() };
  }
}

/** A run of three stages whose every output depends on the rows alone. `tell` is called once it begins. */
export async function runStages(path: string, tell: () => void): Promise<void> {
  tell();
  await using run = await openRunDirectory(path, { create: true });
  const rows = await run.stage("import", { seed: 1 }, async ({ directory, report }) => {
    const onShard = ({ rows: done }: { readonly rows: number }): void => report(done, 2000);
    const { rows: count } = await writeShards(directory, rowColumns, makeRows(), {
      rowsPerShard: 150,
      onShard,
    });
    return { rows: count };
  });
  const mapped = await run.stage("map", { rows: rows.key }, async ({ directory, recordUsage }) => {
    const input = { directory: rows.directory, columns: rowColumns };
    const summary = await mapShards(input, { directory, columns: rowColumns }, async (part) => {
      await recordUsage({ calls: 1 });
      return part.map((row) => ({ ...row, weight: 2 * row.weight }));
    });
    return { rows: summary.rows };
  });
  const sorted = await run.stage("sort", { rows: mapped.key }, async ({ directory }) => {
    const input = { directory: mapped.directory, columns: rowColumns };
    const summary = await sortShards(input, ["account", "weight desc"], directory, { rowsPerShard: 500 });
    return { rows: summary.rows };
  });
  await run.removeStale([rows.key, mapped.key, sorted.key]);
  await run.finish("done");
}

/** Fills a cache for ever; `tell` gets the number of texts that are kept for certain. */
export async function fillCache(path: string, tell: (kept: number) => void): Promise<void> {
  const cache = await openVectorCache(path, { embedderId: "fake/crash@1", dimensions: 64 });
  for (let kept = cache.size; ; kept = cache.size) {
    const texts = Array.from({ length: 50 }, (_, i) => `text ${kept + i}`);
    await cache.putMany(texts, texts.map(crashVector));
    tell(cache.size);
  }
}

export function crashVector(text: string): Float32Array {
  const random = createRandom(text);
  return Float32Array.from({ length: 64 }, () => random.next());
}

/** Tells whether this process got the run directory, and holds it until `end` settles. */
export async function holdRun(
  path: string,
  tell: (result: string) => void,
  end: Promise<unknown>,
): Promise<void> {
  try {
    await using run = await openRunDirectory(path, { create: true });
    tell(run.path === path ? "held" : run.path);
    await end;
  } catch (error) {
    tell(error instanceof Error ? error.message : "failed");
  }
}
