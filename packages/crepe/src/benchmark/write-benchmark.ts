import { writeFileAtomic } from "@observatory/store";
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BenchmarkRecord, Item } from "./item.ts";

/**
 * Writes `items.jsonl`, then `benchmark.json` with its hash and counts: a directory with a benchmark.json is whole.
 *
 * Counts are items, negatives, negatives by falsity, and items in each cell such as `atom/4`. Throws StateError.
 */
export async function writeBenchmark(
  directory: string,
  record: Omit<BenchmarkRecord, "schema" | "contentHash" | "counts">,
  items: AsyncIterable<Item> | Iterable<Item>,
): Promise<BenchmarkRecord> {
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
  const full: BenchmarkRecord = {
    schema: "observatory/crepe-benchmark@1",
    ...record,
    counts: sortKeys(counts),
    contentHash: hash.digest("hex"),
  };
  await writeFileAtomic(join(directory, "benchmark.json"), `${JSON.stringify(full, null, 2)}\n`);
  return full;
}

function sortKeys(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true })),
  );
}
