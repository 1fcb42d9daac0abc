import { loadRelease } from "@observatory/clio/release/load";
import { loadPage } from "../server/load-page.ts";
import { openSources } from "../server/open-sources.ts";
import type { EmbeddedData } from "../shared/embedded-data.ts";
import { embedBenchmark } from "./embed-benchmark.ts";
import { embedFiles, type EmbedFilesOptions } from "./embed-files.ts";
import { renderReport } from "./render-report.ts";

export interface RenderSourcesOptions {
  readonly signal?: AbortSignal;
}

/**
 * One file over benchmarks as others released them, which are one source together. Throws what {@link embedFiles} throws.
 */
export async function renderFiles(
  paths: readonly string[],
  options: Omit<EmbedFilesOptions, "maxBytes"> = {},
): Promise<string> {
  const page = await loadPage();
  const data = await embedFiles(paths, { ...options, maxBytes: bytesForItems });
  const source = { id: "files", kind: "crepe", title: data.overview.record.name } as const;
  return renderReport({ sources: [source], clio: {}, crepe: { [source.id]: data } }, page);
}

/** What the items of all benchmarks may add to the file. */
const bytesForItems = 3_500_000;

/**
 * One file over runs and benchmarks as they stand on disk; with several, the reader switches between them. Of a
 * benchmark it holds the tables and a sample of the items with their images.
 *
 * Throws what `startExplorer` throws for a path that cannot be shown.
 */
export async function renderSources(
  paths: readonly string[],
  { signal }: RenderSourcesOptions = {},
): Promise<string> {
  const page = await loadPage();
  const opened = await openSources(paths);
  const sources = opened.map(({ id, kind, title }) => ({ id, kind, title }));
  const data: Required<EmbeddedData> = { sources, clio: {}, crepe: {} };
  const benchmarks = opened.filter(({ kind }) => kind === "crepe").length;
  for (const { id, kind, path } of opened) {
    signal?.throwIfAborted();
    if (kind === "clio") data.clio[id] = await loadRelease(path);
    else data.crepe[id] = await embedBenchmark(path, { maxBytes: bytesForItems / benchmarks, signal });
  }
  return renderReport(data, page);
}
