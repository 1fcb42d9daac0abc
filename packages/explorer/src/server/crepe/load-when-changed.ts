import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

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
  const stamps = paths.map((path) =>
    stat(path, { bigint: true }).then(
      ({ mtimeNs, size, ino }) => `${path} ${mtimeNs} ${size} ${ino}`,
      () => path,
    ),
  );
  return (await Promise.all(stamps)).join("\n");
}

/** A loader that keeps what it read for as long as the stamp stays the same. A failure is never kept. */
export function loadWhenChanged<T>(stamp: () => Promise<string>, load: () => Promise<T>): () => Promise<T> {
  let kept: { readonly stamp: string; readonly value: Promise<T> } | null = null;
  return async () => {
    const now = await stamp();
    if (kept?.stamp === now) return kept.value;
    const value = load();
    kept = { stamp: now, value };
    value.catch(() => {
      if (kept?.value === value) kept = null;
    });
    return value;
  };
}
