import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadRelease } from "../release/load-release.ts";
import type { Release } from "../release/release.ts";
import { findHierarchy } from "../stages/find-hierarchy.ts";
import { loadHierarchy } from "../stages/hierarchy-file.ts";

/** What somebody can read: the release, or what would stand there without a defence. */
export interface Publication {
  readonly clusters: readonly PublishedText[];
  /** Every file and every line for people, whole. */
  readonly files: readonly string[];
  /** Null where there is no release. */
  readonly release: Release | null;
}

export interface PublishedText {
  readonly id: string;
  readonly level: number;
  readonly name: string;
  readonly description: string;
  /** Exact without a defence. */
  readonly conversations: number;
}

/**
 * All that a finished run shows: each file of its release, what is packed into its page, and what is printed.
 *
 * @param print the lines that a terminal shows of a release
 */
export async function loadPublication(
  run: string,
  print: (release: Release) => readonly string[] = () => [],
): Promise<Publication> {
  const release = await loadRelease(run);
  const directory = join(run, "release");
  const names = (await readdir(directory)).toSorted();
  const files = await Promise.all(names.map((name) => readFile(join(directory, name), "utf8")));
  const events = await readFile(join(run, "events.jsonl"), "utf8");
  return {
    clusters: release.clusters.clusters,
    files: [...files, ...files.flatMap(unpackPage), print(release).join("\n"), events],
    release,
  };
}

/** The data that a page holds, as it is once a browser has unpacked it. */
function unpackPage(text: string): string[] {
  return [...text.matchAll(/<script[^>]*>([A-Za-z0-9+/=]{40,})<\/script>/gu)].map(([, packed = ""]) => {
    const bytes = Buffer.from(packed, "base64");
    return bytes.readUInt16BE(0) === 0x1f8b ? gunzipSync(bytes).toString() : bytes.toString();
  });
}

/** Nothing: a run that was refused. */
export const emptyPublication: Publication = { clusters: [], files: [], release: null };

/**
 * What a run would show without a defence: of each cluster, whatever its size, the first proposal of a name as the analyst made it, and
 * exact counts. Read from the private stages, which is why no option of the pipeline can do this.
 *
 * @param sizes conversations of each cluster by its id
 */
export async function loadUndefended(run: string, sizes: ReadonlyMap<string, number>): Promise<Publication> {
  const { nodes } = await loadHierarchy(await findHierarchy(run));
  const clusters = nodes.map(({ id, level, proposals }): PublishedText => ({
    id,
    level,
    name: proposals[0]?.name ?? "",
    description: proposals[0]?.description ?? "",
    conversations: sizes.get(id) ?? 0,
  }));
  return { clusters, files: [JSON.stringify(clusters)], release: null };
}

/** All texts of a release that come from conversations, apart from its numbers. */
export function listTexts({ clusters, release }: Publication): string[] {
  return [
    ...clusters.flatMap(({ name, description }) => [name, description]),
    ...(release?.overlays?.facets ?? []).flatMap(({ title, values }) => [
      title,
      ...values.map(({ value }) => value),
    ]),
  ];
}
