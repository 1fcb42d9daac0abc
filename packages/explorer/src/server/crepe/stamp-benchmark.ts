import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { stampFile } from "../reload-when-changed.ts";

/** Times and sizes of what a benchmark's page depends on: its record, its audit and its results. */
export async function stampBenchmark(directory: string): Promise<string> {
  const results = join(directory, "results");
  const names = (await readdir(results).catch((): string[] => [])).toSorted();
  const paths = [
    join(directory, "benchmark.json"),
    join(directory, "items.jsonl"),
    join(directory, "audit.json"),
    ...names.map((name) => join(results, name)),
  ];
  const stamps = paths.map(async (path) => `${path} ${(await stampFile(path)) ?? "gone"}`);
  return (await Promise.all(stamps)).join("\n");
}
