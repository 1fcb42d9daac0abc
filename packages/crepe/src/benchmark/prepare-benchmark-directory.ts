import { UsageError } from "@observatory/core";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { loadBenchmark } from "./load-benchmark.ts";

const names = new Set([
  "images",
  "items.jsonl",
  "benchmark.json",
  "audit.json",
  "training-captions.txt",
  "scenes.part",
  "vocabularies",
  "csv",
  "results",
  ".scoring",
  "atoms",
]);
/** What a run that was killed was writing. */
const unfinished = /^\.(?:items\.jsonl|benchmark\.json|audit\.json|training-captions\.txt)\..*\.tmp$/u;

/**
 * Makes a directory ready for a benchmark: a new or empty one, one that an interrupted run left, or that of a benchmark,
 * which is removed with the images that its items name. Results stay: what they cost is paid. Throws UsageError for a directory with anything else in it.
 */
export async function prepareBenchmarkDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true }).catch((cause: unknown) => {
    throw new UsageError(`${directory} cannot be made a directory`, { cause });
  });
  const entries: string[] = [];
  for (const name of await readdir(directory)) {
    if (unfinished.test(name)) await rm(join(directory, name));
    else entries.push(name);
  }
  const foreign = entries.find((name) => !names.has(name));
  if (foreign !== undefined) {
    throw new UsageError(`${directory} holds ${foreign}, which is no part of a benchmark`, {
      hint: "Name a new directory with --out.",
    });
  }
  if (entries.includes("benchmark.json")) {
    const { items } = await loadBenchmark(directory);
    const files = new Set<string>();
    for await (const { image } of items()) if (image.file !== null) files.add(image.file);
    await rm(join(directory, "benchmark.json"));
    for (const file of files)
      if (!file.includes("..")) await rm(join(directory, "images", file), { force: true });
  }
  for (const name of ["audit.json", "items.jsonl", "training-captions.txt", "scenes.part", "csv"])
    await rm(join(directory, name), { force: true, recursive: true });
}
