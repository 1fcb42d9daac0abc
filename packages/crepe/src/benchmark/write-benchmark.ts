import { writeFileAtomic } from "@observatory/store";
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BenchmarkRecord, Item } from "./item.ts";

/** What was written of the items. */
export interface WrittenItems {
  /** Items, negatives, negatives by falsity, and items in each cell such as `atom/4`. */
  readonly counts: Readonly<Record<string, number>>;
  /** SHA-256 of the file. */
  readonly contentHash: string;
}

/** Writes `items.jsonl` as items come. Throws StateError. */
export async function writeItems(
  directory: string,
  items: AsyncIterable<Item> | Iterable<Item>,
): Promise<WrittenItems> {
  await mkdir(join(directory, "images"), { recursive: true });
  const hash = createHash("sha256");
  const counts: Record<string, number> = { items: 0, negatives: 0 };
  const add = (key: string, by = 1) => {
    counts[key] = (counts[key] ?? 0) + by;
  };
  async function* lines(): AsyncGenerator<string> {
    for await (const item of items) {
      add("items");
      add("negatives", item.negatives.length);
      for (const { falsity } of item.negatives) add(falsity);
      for (const type of new Set(item.negatives.map((negative) => negative.type)))
        add(`${type}/${item.complexity.n}`);
      const line = `${JSON.stringify(item)}\n`;
      hash.update(line);
      yield line;
    }
  }
  await writeFileAtomic(join(directory, "items.jsonl"), lines());
  return { counts: sortKeys(counts), contentHash: hash.digest("hex") };
}

/** Writes `benchmark.json`, last of all: a directory that has it is whole. Throws StateError. */
export async function writeRecord(
  directory: string,
  record: Omit<BenchmarkRecord, "schema" | "contentHash" | "counts">,
  { counts, contentHash }: WrittenItems,
): Promise<BenchmarkRecord> {
  const full: BenchmarkRecord = {
    schema: "observatory/crepe-benchmark@1",
    ...record,
    counts: { ...counts },
    contentHash,
  };
  await writeFileAtomic(join(directory, "benchmark.json"), `${JSON.stringify(full, null, 2)}\n`);
  return full;
}

/** Writes items, then the record. Throws StateError. */
export async function writeBenchmark(
  directory: string,
  record: Omit<BenchmarkRecord, "schema" | "contentHash" | "counts">,
  items: AsyncIterable<Item> | Iterable<Item>,
): Promise<BenchmarkRecord> {
  return writeRecord(directory, record, await writeItems(directory, items));
}

function sortKeys(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true })),
  );
}
