import { failed, sha256, type Outcome, type TextEmbedder } from "@observatory/core";
import { ensurePrivateDirectory, writeFileAtomic } from "@observatory/store";
import { join } from "node:path";
import type { Analyst, AnalystCallOptions, Facets } from "../analyst.ts";
import { writeConversations } from "../import/write-conversations.ts";
import { runClio } from "../pipeline.ts";
import { listMemberships, type Membership } from "./list-memberships.ts";
import type { KnownConversation } from "./validation-corpus.ts";

export interface TrialOptions {
  readonly embedder: TextEmbedder;
  /** Where the run goes; gone on with where there is one. */
  readonly out: string;
  readonly seed: number;
  readonly threads: number;
  /** For the calls that name clusters. */
  readonly calls: AnalystCallOptions;
}

/**
 * Clusters and names known conversations by the pipeline as it is, with facets that were read before, one level deep and
 * without an auditor, and lists what went where.
 *
 * @param facets one outcome per conversation
 */
export async function runTrial(
  analyst: Analyst,
  known: readonly KnownConversation[],
  facets: readonly Outcome<Facets>[],
  options: TrialOptions,
): Promise<readonly Membership[]> {
  const { out, embedder, seed, threads, calls } = options;
  const signal = calls.signal ? { signal: calls.signal } : {};
  const lines: string[] = [];
  for await (const line of writeConversations(known.map(({ conversation }) => conversation)))
    lines.push(line);
  const text = lines.join("");
  const corpus = join(out, `corpus-${sha256(text).slice(0, 16)}.jsonl`);
  await ensurePrivateDirectory(out);
  await writeFileAtomic(corpus, text);
  const read = new Map(known.map(({ conversation }, index) => [conversation.id, facets[index]]));
  const run = join(out, "run");
  await runClio([corpus], {
    out: run,
    analyst: toNamer(analyst, read, calls),
    embedder,
    levels: 1,
    seed,
    threads,
    ...signal,
  });
  return listMemberships(run, signal);
}

/** The analyst with facets that it has read already, its calls counted for `calls.purpose`, and no more than a trial needs. */
function toNamer(
  analyst: Analyst,
  read: ReadonlyMap<string, Outcome<Facets> | undefined>,
  calls: AnalystCallOptions,
): Analyst {
  const { id, keys, membersShown, outsidersShown, naming, splitHalves } = analyst;
  return {
    id,
    keys,
    membersShown,
    outsidersShown,
    naming,
    splitHalves,
    extractFacets: async (conversations) =>
      conversations.map((conversation) => read.get(conversation.id) ?? failed("not-read")),
    nameClusters: (clusters, call) => analyst.nameClusters(clusters, { facet: "request", ...call, ...calls }),
    close: async () => {},
  };
}
