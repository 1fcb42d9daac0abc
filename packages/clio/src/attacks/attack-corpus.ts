import { ignoreEvents, PrivacyError } from "@observatory/core";
import { ensurePrivateDirectory, writeFileAtomic } from "@observatory/store";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Analyst } from "../analyst.ts";
import { readAssignments } from "../assignments.ts";
import type { Conversation } from "../conversation.ts";
import { writeConversations } from "../import/write-conversations.ts";
import { runClio } from "../pipeline.ts";
import type { ClioRunOptions } from "../clio-run-options.ts";
import { emptyPublication, loadPublication, loadUndefended, type Publication } from "./publication.ts";
import type { SuiteContext } from "./suite-context.ts";
import { createWordEmbedder } from "./word-embedder.ts";

export interface CorpusToAttack {
  /** Of its directory. */
  readonly name: string;
  readonly conversations: Iterable<Conversation>;
  /** The analysts of the runs with a defence. */
  readonly defended: readonly Analyst[];
  /** The analyst of the run without a defence: see `createUndefendedAnalyst`. */
  readonly undefended: Analyst;
  readonly options?: Partial<ClioRunOptions>;
  /** Whether the page, the terminal and the events are searched too. */
  readonly whole?: boolean;
  /** Leaves the run where it is, so that an attack on the same corpus that differs in names alone need not read it again. */
  readonly keepsWork?: boolean;
}

/** What came of a corpus. */
export interface AttackedCorpus {
  readonly off: AttackedSide;
  /** In the order of `defended`. */
  readonly on: readonly AttackedSide[];
}

export interface AttackedSide {
  readonly publication: Publication;
  /** Ids of the clusters of each conversation, from the top to the base. */
  readonly pathOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Runs the pipeline as it is over a corpus: once with an analyst for whom nothing is refused, of which the private stages are read, and
 * once for each analyst with a defence, of which the release is read. A run that is refused for privacy shows nothing.
 */
export async function attackCorpus(corpus: CorpusToAttack, context: SuiteContext): Promise<AttackedCorpus> {
  const { work, preset, seed, threads, signal } = context;
  const directory = join(work, corpus.name);
  await ensurePrivateDirectory(directory);
  const input = join(directory, "corpus.jsonl");
  await writeFileAtomic(input, writeConversations(corpus.conversations));
  const shared = {
    embedder: createWordEmbedder(),
    preset,
    seed,
    threads,
    signal,
    onEvent: ignoreEvents,
    ...corpus.options,
  };
  const run = async (analyst: Analyst, options: Partial<ClioRunOptions> = {}): Promise<boolean> => {
    const out = join(directory, "run");
    return runClio([input], { ...shared, ...options, out, analyst }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof PrivacyError) return false;
        throw error;
      },
    );
  };
  const out = join(directory, "run");
  if (!(await run(corpus.undefended))) return { off: refused, on: corpus.defended.map(() => refused) };
  const pathOf = await loadPaths(out);
  const off = { publication: await loadUndefended(out, countClusters(pathOf)), pathOf };
  const on: AttackedSide[] = [];
  for (const analyst of corpus.defended) {
    const page = corpus.whole === true && context.renderReport ? { renderReport: context.renderReport } : {};
    const done = await run(analyst, page);
    on.push(
      done
        ? { publication: await loadPublication(out, context.print), pathOf: await loadPaths(out) }
        : refused,
    );
  }
  if (corpus.keepsWork !== true) await rm(directory, { recursive: true, force: true });
  return { off, on };
}

const refused: AttackedSide = { publication: emptyPublication, pathOf: new Map() };

async function loadPaths(run: string): Promise<Map<string, readonly string[]>> {
  const paths = new Map<string, readonly string[]>();
  for await (const { id, path } of readAssignments(run)) paths.set(id, path);
  return paths;
}

function countClusters(paths: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths.values()) for (const id of path) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
