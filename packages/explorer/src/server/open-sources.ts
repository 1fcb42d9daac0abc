import { UsageError } from "@observatory/core";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Source } from "../shared/source.ts";
import type { OpenSource } from "./source-kind.ts";
import { sourceKinds } from "./source-kinds.ts";
import { toSourceName } from "./to-source-name.ts";

const kinds: readonly Source["kind"][] = ["clio", "crepe"];

/**
 * Recognises and checks each path, in order, and gives each an id that is unique among them and fit for an address.
 *
 * Throws UsageError where a path is nothing that the page can show, and what the kind throws where it is one that is
 * unfinished, damaged or of a newer version.
 */
export async function openSources(paths: readonly string[]): Promise<readonly OpenSource[]> {
  const sources: OpenSource[] = [];
  for (const path of paths) {
    const kind = (await recognise(path)) ?? (await refuse(path));
    const { title } = await sourceKinds[kind].check(path);
    sources.push({ id: toUniqueId(path, sources), kind, title, path });
  }
  return sources;
}

async function recognise(path: string): Promise<Source["kind"] | null> {
  for (const kind of kinds) {
    if (await sourceKinds[kind].looksLike(path)) return kind;
  }
  return null;
}

async function refuse(path: string): Promise<never> {
  const found = await stat(path).catch(() => null);
  if (found === null) {
    throw new UsageError(`there is nothing at ${path}`, {
      hint: "Give the directory of a run of clio or of a benchmark of crepe.",
    });
  }
  if (!found.isDirectory()) {
    throw new UsageError(`${path} is a file, not a run or a benchmark`, {
      hint: path.endsWith(".html")
        ? "A report needs no server: open it by double click."
        : "Give the directory that the run or the benchmark was written to.",
    });
  }
  const names = (await readdir(path).catch((): string[] => [])).toSorted();
  const inside: string[] = [];
  for (const name of names.slice(0, 100)) {
    if ((await recognise(join(path, name))) !== null) inside.push(join(path, name));
  }
  throw new UsageError(`${path} is no run of clio and no benchmark of crepe: ${describeNames(names)}`, {
    hint:
      inside.length > 0
        ? `Give what is in it: observatory explore ${inside.slice(0, 5).join(" ")}`
        : "A run has release/release.json, a benchmark has benchmark.json; clio run and crepe generate write them.",
  });
}

function describeNames(names: readonly string[]): string {
  if (names.length === 0) return "it is empty";
  return `it holds ${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
}

/** The last part of the path, without what an address would have to escape. */
function toUniqueId(path: string, others: readonly Source[]): string {
  const plain = toSourceName(path)
    .normalize("NFKD")
    .replaceAll(/[^\w.-]+/gu, "-")
    .replaceAll(/^[-._]+|[-._]+$/gu, "");
  const base = plain === "" ? "source" : plain.slice(0, 60);
  const taken = new Set(others.map(({ id }) => id));
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}
