import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Paths of all files of a directory with this extension (with its dot), without it, sorted. */
export async function listSegments(directory: string, extension: string): Promise<string[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(extension));
  return names.toSorted().map((name) => join(directory, name.slice(0, -extension.length)));
}
