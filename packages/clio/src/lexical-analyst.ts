import {
  createWorkerPool,
  mapConcurrent,
  workerEntry,
  type Outcome,
  type WorkerPool,
} from "@observatory/core";
import type { Analyst, Facets } from "./analyst.ts";
import type { Conversation } from "./conversation.ts";
import { extractLexicalFacets } from "./facets/extract-lexical-facets.ts";
import { nameClustersLexically } from "./naming/name-clusters-lexically.ts";

type FacetPool = WorkerPool<readonly Conversation[], readonly Outcome<Facets>[]>;

const id = "lexical@2";
const batchSize = 500;

/**
 * An analyst without a model: facets by rules, names by contrast and grammar. It reads words, not meaning; everything
 * that it wrote says so by its id.
 *
 * @example
 * const analyst = createLexicalAnalyst({ threads: 2 });
 */
export function createLexicalAnalyst(options: { readonly threads?: number } = {}): Analyst {
  const threads = options.threads ?? 1;
  let pool: FacetPool | null = null;
  const openPool = (): FacetPool =>
    (pool ??= createWorkerPool(workerEntry("./facets/extract-facets.worker.js", import.meta.url), {
      threads,
    }));

  return {
    id,
    keys: { screen: id, facets: id, names: id, hierarchy: "ward@1", audit: "none" },
    membersShown: 300,
    outsidersShown: 100,
    naming: "rules",
    splitHalves: false,
    extractFacets: async (conversations, { signal } = {}) => {
      if (threads === 1 || conversations.length <= batchSize) return conversations.map(extractLexicalFacets);
      const outcomes: Outcome<Facets>[] = [];
      const run = (batch: readonly Conversation[]) => openPool().run(batch);
      const callOptions = { concurrency: threads + 1, ...(signal ? { signal } : {}) };
      for await (const part of mapConcurrent(toBatches(conversations), run, callOptions))
        outcomes.push(...part);
      return outcomes;
    },
    nameClusters: async (clusters, call) => nameClustersLexically(clusters, call),
    close: async () => {
      await pool?.close();
      pool = null;
    },
  };
}

function* toBatches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
