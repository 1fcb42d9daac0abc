import { loadRelease } from "@observatory/clio/release/load";
import { StateError } from "@observatory/core";
import { loadPage } from "../server/load-page.ts";
import { openSources } from "../server/open-sources.ts";
import type { OpenSource } from "../server/source-kind.ts";
import type { EmbeddedData } from "../shared/embedded-data.ts";
import { renderReport } from "./render-report.ts";

/**
 * One file over runs and benchmarks as they stand on disk; with several, the reader switches between them.
 *
 * Throws what `startExplorer` throws for a path that cannot be shown.
 */
export async function renderSources(paths: readonly string[]): Promise<string> {
  const page = await loadPage();
  const sources = await openSources(paths);
  const clio: EmbeddedData["clio"] = {};
  for (const source of sources) {
    if (source.kind === "clio") clio[source.id] = await loadRelease(source.path);
    else refuseBenchmark(source);
  }
  return renderReport({ sources: sources.map(({ id, kind, title }) => ({ id, kind, title })), clio }, page);
}

function refuseBenchmark({ path }: OpenSource): never {
  throw new StateError(`${path} is a benchmark, and reports hold runs of clio only`, {
    hint: `Look at it with: observatory explore ${path}`,
  });
}
