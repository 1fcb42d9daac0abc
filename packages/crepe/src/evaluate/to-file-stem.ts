import { basename } from "node:path";

/** The name of a file of scores or vectors without what says its format. */
export function toFileStem(path: string): string {
  return basename(path).replace(/(?:\.(?:jsonl|ndjson|json|parquet|npz))?(?:\.gz)?$/iu, "");
}
