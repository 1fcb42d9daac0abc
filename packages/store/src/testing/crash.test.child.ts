import { createRandom, sha256 } from "@observatory/core";
import {
  defineColumns,
  mapShards,
  openCallJournal,
  openRunDirectory,
  openVectorCache,
  sortShards,
  writeShards,
  type CallJournal,
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

/** Asks for replies for ever, 32 at a time; `tell` gets the number of each call whose reply was given out. */
export async function fillJournal(path: string, first: number, tell: (call: string) => void): Promise<void> {
  const journal = await openCallJournal(path, { scope: "run" });
  let next = first;
  const ask = async (): Promise<void> => {
    for (;;) {
      const number = next++;
      const isPaid = await askJournal(journal, number);
      tell(`${number} ${isPaid ? "paid" : "kept"}`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, ask));
}

/** Asks for the reply of a numbered call and tells whether it had to be paid for. */
export async function askJournal(journal: CallJournal, number: number): Promise<boolean> {
  let isPaid = false;
  const call = { key: sha256(`call ${number}`), model: "fake/crash@1", purpose: "facets" };
  const { text } = await journal.answer(call, async () => {
    isPaid = true;
    const usage = { inputTokens: 1, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 1 };
    return { reply: { text: crashReply(number), stop: "end", usage }, costUsd: 0 };
  });
  if (text !== crashReply(number)) throw new Error(`call ${number} has another call's reply`);
  return isPaid;
}

function crashReply(number: number): string {
  return `reply ${number} `.repeat(1 + (number % 50));
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
