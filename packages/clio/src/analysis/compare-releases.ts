import type { Release } from "../release/release.ts";
import type { PublishedCluster } from "../release/schema.ts";
import { listDifferences, type ReleaseDifference } from "./list-differences.ts";
import { runGradually, runSteps, type RunGraduallyOptions, type Steps } from "./in-steps.ts";
import { leastSimilarity, matchInSteps, type MatchedBy } from "./match-clusters.ts";
import { shareRatio, type PublishedShare } from "./share-ratio.ts";
import { testRatios, type TestedRatio } from "./test-ratios.ts";

/** One cluster in one of the two releases. */
export interface ComparedCluster {
  readonly id: string;
  readonly level: number;
  readonly name: string;
  readonly conversations: number;
  readonly accounts: number;
  /** Of all conversations of its release. */
  readonly share: number;
}

/** A subject that is in both releases. `ratio` is the later share of all of `after` to the earlier of all of `before`. */
export interface ComparedMatch extends TestedRatio {
  readonly level: number;
  /** The partner first; more than one where several became one. */
  readonly before: readonly ComparedCluster[];
  /** The partner first; more than one where one became several. */
  readonly after: readonly ComparedCluster[];
  /** How the partners were found. */
  readonly by: MatchedBy;
  /** Cosine of the partners' words. */
  readonly similarity: number;
  readonly shape: "one" | "split" | "merged" | "mixed";
}

export interface LevelComparison {
  readonly level: number;
  readonly clusters: { readonly before: number; readonly after: number };
  /** Shares of all conversations that are in clusters without a partner; both large where runs drew other borders. */
  readonly unmatchedShare: { readonly before: number; readonly after: number };
  /**
   * By how much log ratios vary since clusters of two runs have other borders, as a standard deviation that is part of
   * the intervals; null where there were too few matches to see it.
   */
  readonly borderSpread: number | null;
}

export interface ReleaseComparison {
  readonly falseDiscoveryRate: number;
  readonly leastSimilarity: number;
  /** What makes sizes or names of the two hard to compare, the gravest first. */
  readonly differences: readonly ReleaseDifference[];
  /** Levels that both have, from the top. */
  readonly levels: readonly LevelComparison[];
  /** From the top level down; of a level those whose share changed most first. */
  readonly matches: readonly ComparedMatch[];
  /** Shown in the later release and like nothing in the earlier; of a level the largest first. */
  readonly born: readonly ComparedCluster[];
  /** Shown in the earlier release and like nothing in the later; of a level the largest first. */
  readonly gone: readonly ComparedCluster[];
}

const falseDiscoveryRate = 0.05;

/**
 * What changed between two releases, from published numbers alone.
 *
 * Clusters of one level are matched by id, else by words (`matchClusters`). The shares of a match are compared with the account as the unit (`shareRatio`) and
 * tested together with all others (`testRatios`), at a rate of false discoveries of 5 %. Born and gone are not tested: a
 * cluster can also be missing because it was withheld, was named in other words, or went into others.
 *
 * @example
 * const { matches, born, gone } = compareReleases(await loadRelease("spring"), await loadRelease("autumn"));
 */
export function compareReleases(before: Release, after: Release): ReleaseComparison {
  return runSteps(compareInSteps(before, after));
}

/** The same with pauses, for a page: two releases of thousands of clusters take seconds. */
export function compareReleasesGradually(
  before: Release,
  after: Release,
  options?: RunGraduallyOptions,
): Promise<ReleaseComparison> {
  return runGradually(compareInSteps(before, after), options);
}

function* compareInSteps(before: Release, after: Release): Steps<ReleaseComparison> {
  const earlier = before.clusters.clusters.map((cluster) => toCompared(cluster, before));
  const later = after.clusters.clusters.map((cluster) => toCompared(cluster, after));
  const matched = yield* matchInSteps(before.clusters.clusters, after.clusters.clusters);
  yield;
  const found = matched.map((match) => ({
    ...match,
    before: match.before.flatMap((index) => earlier[index] ?? []),
    after: match.after.flatMap((index) => later[index] ?? []),
  }));
  const { results, borderSpread } = testRatios(
    found.map((match) => ({
      level: match.before[0]?.level ?? 0,
      ratio: shareRatio(toShare(match.before, before), toShare(match.after, after)),
    })),
    falseDiscoveryRate,
  );
  const matches = found.flatMap((match, index): ComparedMatch[] => {
    const result = results[index];
    const level = match.before[0]?.level;
    return result === undefined || level === undefined
      ? []
      : [{ level, ...match, shape: shapeOf(match), ...result }];
  });

  const levels = [...new Set(earlier.map(({ level }) => level))]
    .filter((level) => later.some((cluster) => cluster.level === level))
    .toSorted((a, b) => b - a);
  const isAlone = (matched: readonly ComparedCluster[]) => {
    const ids = new Set(matched.map(({ id }) => id));
    return ({ id, level }: ComparedCluster): boolean => !ids.has(id) && levels.includes(level);
  };
  const born = later.filter(isAlone(matches.flatMap((match) => match.after))).toSorted(largestFirst);
  const gone = earlier.filter(isAlone(matches.flatMap((match) => match.before))).toSorted(largestFirst);
  return {
    falseDiscoveryRate,
    leastSimilarity,
    differences: listDifferences(before, after),
    levels: levels.map((level) => {
      const ofLevel = (clusters: readonly ComparedCluster[]): readonly ComparedCluster[] =>
        clusters.filter((cluster) => cluster.level === level);
      return {
        level,
        clusters: { before: ofLevel(earlier).length, after: ofLevel(later).length },
        unmatchedShare: { before: sharesOf(ofLevel(gone)), after: sharesOf(ofLevel(born)) },
        borderSpread: borderSpread.get(level) ?? null,
      };
    }),
    matches: matches.toSorted((a, b) => b.level - a.level || changeOf(b) - changeOf(a)),
    born,
    gone,
  };
}

function toCompared(cluster: PublishedCluster, { release }: Release): ComparedCluster {
  const { id, level, name, conversations, accounts } = cluster;
  const whole = release.totals.conversations;
  return { id, level, name, conversations, accounts, share: whole === 0 ? 0 : conversations / whole };
}

function toShare(clusters: readonly ComparedCluster[], { release }: Release): PublishedShare {
  return {
    conversations: sum(clusters.map(({ conversations }) => conversations)),
    accounts: sum(clusters.map(({ accounts }) => accounts)),
    totals: release.totals,
    roundTo: release.thresholds.roundTo,
  };
}

function shapeOf({ before, after }: Pick<ComparedMatch, "before" | "after">): ComparedMatch["shape"] {
  if (before.length > 1) return after.length > 1 ? "mixed" : "merged";
  return after.length > 1 ? "split" : "one";
}

/** By how many percent of all conversations a subject's share changed. */
function changeOf({ before, after }: ComparedMatch): number {
  return Math.abs(sharesOf(after) - sharesOf(before));
}

function sharesOf(clusters: readonly ComparedCluster[]): number {
  return sum(clusters.map(({ share }) => share));
}

function largestFirst(a: ComparedCluster, b: ComparedCluster): number {
  return b.level - a.level || b.share - a.share;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
