import { createRandom } from "@observatory/core";
import {
  cutTree,
  fitCharacterVectors,
  kMeans,
  normaliseRows,
  toCharacterVectors,
  wardTree,
  type MatrixEngine,
} from "@observatory/numerics";
import { createMemberSample } from "../cluster/sample-members.ts";
import { toShares } from "../model-analyst/name-clusters.ts";
import { halfOfAccount } from "../privacy/account-half.ts";
import { createSupportCounter } from "../privacy/support-counter.ts";
import { guessNameWords, type WordCounts } from "./guess-name-words.ts";

/** A request of the sample. */
export interface SampledRequest {
  readonly account: string;
  readonly text: string;
}

/** What the naming of one cluster will show to a model. */
export interface GuessedCluster {
  /** For each call that a model gets, how many members it could see. */
  readonly shares: readonly number[];
  /** Those of the calls whose answer will be refused for a word. */
  readonly refused: number;
  readonly outsiders: number;
  /** Clusters right below it; 0 for a base cluster. */
  readonly children: number;
}

export interface GuessOptions {
  /** Clusters of each level in the sample, base first. */
  readonly levelSizes: readonly number[];
  readonly membersShown: number;
  readonly seed: number;
  readonly engine: MatrixEngine;
  readonly signal?: AbortSignal | undefined;
}

const dimensions = 64;

/**
 * Clusters of each level, base first, as they might come out: by which words requests share, without an embedder and
 * without a name. Which members are together will differ in the run; how many accounts are together is much alike.
 */
export async function guessClusters(
  requests: readonly SampledRequest[],
  options: GuessOptions,
): Promise<readonly (readonly GuessedCluster[])[]> {
  const { levelSizes, seed, engine, signal } = options;
  const random = createRandom(seed).fork("guessed clusters");
  const texts = requests.map(({ text }) => text);
  const vectors = await fitCharacterVectors(texts, { random: random.fork("vectors"), dimensions, signal });
  const points = toCharacterVectors(vectors, texts);
  const { labels, centroids, sizes } = await kMeans(points, {
    clusters: levelSizes[0] ?? 1,
    random: random.fork("k-means"),
    engine,
    ...(signal ? { signal } : {}),
  });
  normaliseRows(centroids);
  const tree = await wardTree(centroids, sizes, signal ? { signal } : {});
  const bases = Array.from({ length: centroids.rows }, (_, base) => base);
  const cuts = levelSizes.map((size, level) => (level === 0 ? bases : Array.from(cutTree(tree, Math.min(size, bases.length)))));
  const counts = guessNameWords(texts);
  return cuts.map((cut, level) => {
    const groups = groupBy([...requests.keys()], (row) => cut[labels[row] ?? 0] ?? 0);
    const below = cuts[level - 1];
    return [...groups].map(([group, rows]) => {
      const children = below ? new Set(bases.flatMap((base) => (cut[base] === group ? [below[base]] : []))).size : 0;
      return toCluster(rows.flatMap((row) => requests[row] ?? []), { ...options, counts, children, all: requests });
    });
  });
}

interface ClusterOptions extends GuessOptions {
  readonly counts: WordCounts;
  readonly children: number;
  readonly all: readonly SampledRequest[];
}

function toCluster(requests: readonly SampledRequest[], options: ClusterOptions): GuessedCluster {
  const { seed, membersShown, counts, children, all } = options;
  const sample = createMemberSample(membersShown, seed);
  const support = createSupportCounter({ splitHalves: true });
  for (const [account, own] of groupBy(requests, ({ account }) => account)) {
    const summaries = own.map(({ text }) => text);
    sample.addAccount(account, summaries);
    support.addAccount(summaries, halfOfAccount(account, seed));
  }
  support.freeze();
  const members = sample.members();
  const shares = toShares({ members: members.map(({ text }) => text), halves: members.map(({ half }) => half) }, 0);
  const refused = shares.filter(({ seen }) => support.unsupported(counts.nameOf(seen).join(" ")).length > 0);
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
