import type { ClioData } from "./clio-data.ts";
import type { Source } from "./source.ts";

/**
 * Where the page gets its data: a live server, or the file that it stands in.
 *
 * Rejects with an error whose message says what to do.
 */
export interface Backend {
  listSources(options?: BackendOptions): Promise<readonly Source[]>;
  loadClio(sourceId: string, options?: BackendOptions): Promise<ClioData>;
}

export interface BackendOptions {
  readonly signal?: AbortSignal;
}
