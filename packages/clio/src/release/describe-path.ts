import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What stands at a path where a release was looked for. */
export interface PathDescription {
  /** To be read after "it". */
  readonly looksLike: string;
  /** What to do, as one sentence. */
  readonly cure: string;
}

/** Tells from the names of files what a path without a release is. */
export async function describePath(path: string): Promise<PathDescription> {
  const found = await stat(path).catch(() => null);
  if (found === null) {
    return {
      looksLike: "does not exist",
      cure: "Give the directory that a clio run wrote with --out.",
    };
  }
  if (!found.isDirectory()) {
    return {
      looksLike: "is a file",
      cure: "Give the run's directory; conversations become a run by: observatory clio run FILE --out RUN.",
    };
  }
  const has = async (...names: string[]): Promise<boolean> =>
    stat(join(path, ...names)).then(
      () => true,
      () => false,
    );
  if (await has("run.json")) {
    return {
      looksLike: "is a run that has not finished",
      cure: "Run the same clio run command again: it goes on where it was.",
    };
  }
  if ((await has("benchmark.json")) || (await has("items.jsonl"))) {
    return {
      looksLike: "is a benchmark of CREPE",
      cure: "Give a run of Clio here; benchmarks are looked at with: observatory explore BENCH.",
    };
  }
  if (await has("clusters.json")) {
    return {
      looksLike: "is part of a release, without its release.json",
      cure: "Copy the whole release directory of the run.",
    };
  }
  const entries = await readdir(path).catch(() => []);
  if (entries.length === 0) {
    return {
      looksLike: "is an empty directory",
      cure: "Give the directory that a clio run wrote with --out.",
    };
  }
  return {
    looksLike: "is a directory without run.json",
    cure: "Give the directory that a clio run wrote with --out, not one above or beside it.",
  };
}
