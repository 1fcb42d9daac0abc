import { createRandom } from "@observatory/core";
import {
  cutTree,
  fitCharacterVectors,
  kMeans,
  normaliseRows,
  toCharacterVectors,
  wardTree,
  type MatrixEngine,
  type MergeTree,
} from "@observatory/numerics";
import { createMemberSample } from "../cluster/sample-members.ts";
import { toShares } from "../model-analyst/name-clusters.ts";
import { halfOfAccount } from "../privacy/account-half.ts";
import { createSupportCounter } from "../privacy/support-counter.ts";
import { createWordClasses, type WordClasses } from "../privacy/words/word-classes.ts";
import { guessNameWords, type NameWords } from "./guess-name-words.ts";

/** A request of the sample. */
export interface SampledRequest {
  readonly account: string;
  readonly text: string;
}

/** What the naming of one cluster will show to a model. */
export interface GuessedCluster {
  /** For each call that a model gets, how many members it could see; empty where it will be told phrases alone. */
  readonly shares: readonly number[];
  /** Those of the calls whose answer will be refused for a word. */
  readonly refused: number;
  readonly outsiders: number;
  /** Clusters right below it; 0 for a base cluster. */
  readonly children: number;
}

export interface GuessOptions {
  /** How many base clusters the sample is parted into. */
  readonly bases: number;
  /** For each level above how many parents are named, and how many children each of them has. */
  readonly levels: readonly { readonly named: number; readonly children: number }[];
  readonly membersShown: number;
  readonly seed: number;
  readonly engine: MatrixEngine;
  readonly signal?: AbortSignal | undefined;
}

export interface GuessedClusters {
  readonly bases: readonly GuessedCluster[];
  /** The parents that are named, for each level above the base. */
  readonly parents: readonly (readonly GuessedCluster[])[];
}

const dimensions = 64;

/**
 * Clusters as they might come out: by which words requests share, without an embedder. Who is together with whom will differ
 * in the run; how many accounts are together is much alike. Parents are runs of like base clusters, all of nearly the same length.
 */
export async function guessClusters(
  requests: readonly SampledRequest[],
  options: GuessOptions,
): Promise<GuessedClusters> {
  const { seed, engine, signal } = options;
  if (requests.length === 0) return { bases: [], parents: options.levels.map(() => []) };
  const random = createRandom(seed).fork("guessed clusters");
  const texts = requests.map(({ text }) => text);
  const vectors = await fitCharacterVectors(texts, { random: random.fork("vectors"), dimensions, signal });
  const { labels, centroids, sizes } = await kMeans(toCharacterVectors(vectors, texts), {
    clusters: options.bases,
    random: random.fork("k-means"),
    engine,
    ...(signal ? { signal } : {}),
  });
  normaliseRows(centroids);
  const ranks = rankAlike(await wardTree(centroids, sizes, signal ? { signal } : {}), centroids.rows);
  const words = guessNameWords(texts);
  const classes = createWordClasses();
  const group = (groupOf: (base: number) => number, children: number): GuessedCluster[] =>
    [...groupBy([...requests.keys()], (row) => groupOf(labels[row] ?? 0)).values()].map((rows) =>
      toCluster(
        rows.flatMap((row) => requests[row] ?? []),
        { ...options, words, classes, children, all: requests },
      ),
    );
  return {
    bases: group((base) => base, 0),
    parents: options.levels.map(({ named, children }) =>
      group((base) => Math.floor(((ranks[base] ?? 0) * named) / centroids.rows), Math.round(children)),
    ),
  };
}

/** The place of each base cluster in an order in which like ones stand side by side. */
function rankAlike(tree: MergeTree, bases: number): readonly number[] {
  const cuts: ArrayLike<number>[] = [];
  for (let size = 2; size < 2 * bases; size *= 2) cuts.push(cutTree(tree, Math.min(size, bases)));
  const path = (base: number): string => cuts.map((cut) => String(cut[base]).padStart(6, "0")).join("/");
  const order = Array.from({ length: bases }, (_, base) => ({ base, path: path(base) })).toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  const ranks: number[] = [];
  for (const [rank, { base }] of order.entries()) ranks[base] = rank;
  return ranks;
}

interface ClusterOptions extends GuessOptions {
  readonly words: NameWords;
  readonly classes: WordClasses;
  readonly children: number;
  readonly all: readonly SampledRequest[];
}

function toCluster(requests: readonly SampledRequest[], options: ClusterOptions): GuessedCluster {
  const { seed, membersShown, words, classes, children, all } = options;
  const sample = createMemberSample(membersShown, seed);
  const support = createSupportCounter({ splitHalves: true, classes });
  for (const [account, own] of groupBy(requests, ({ account }) => account)) {
    const summaries = own.map(({ text }) => text);
    sample.addAccount(account, summaries);
    support.addAccount(summaries, halfOfAccount(account, seed));
  }
  support.freeze();
  const members = sample.members();
  const shares = toShares(
    { members: members.map(({ text }) => text), halves: members.map(({ half }) => half), phrases: null },
    0,
  );
  // The names of children are made of words that passed, and so is what a model makes of them.
  const refused =
    children > 0
      ? []
      : shares.filter(({ seen }) => support.unsupported(words.nameOf(seen).join(" ")).length > 0);
  return {
    shares: shares.map(({ seen }) => seen.length),
    refused: refused.length,
    outsiders: all.length - requests.length,
    children,
  };
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
