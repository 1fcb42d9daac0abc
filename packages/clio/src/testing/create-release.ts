import { sha256 } from "@observatory/core";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublishedCluster } from "../release/schema.ts";
import type { Release } from "../release/release.ts";

/** A release of these clusters, made up as far as nothing else is said. */
export function createRelease(
  clusters: readonly (Partial<PublishedCluster> & {
    readonly name: string;
    readonly conversations: number;
  })[],
  changes: Partial<Release["release"]> = {},
): Release {
  const published = clusters.map((cluster, index): PublishedCluster => ({
    id: `cluster-${index}`,
    level: 0,
    parent: null,
    description: "",
    accounts: Math.round(cluster.conversations / 2),
    share: 0,
    withheld: null,
    audit: { rating: null, reason: "no auditor ran" },
    ...cluster,
  }));
  const conversations = published
    .filter(({ parent }) => parent === null)
    .reduce((sum, cluster) => sum + cluster.conversations, 0);
  const totals = changes.totals ?? { conversations, accounts: Math.round(conversations / 2) };
  const none = { clusters: 0, conversations: 0 };
  return {
    release: {
      schema: "observatory/clio-release@1",
      version: "0.1.0",
      preset: "explore",
      thresholds: { minConversations: 10, minAccounts: 5, roundTo: 5 },
      supportRule: {
        minAccounts: 5,
        minShareOfAccounts: 0.01,
        bothHalves: false,
        unknownWords: {
          minAccounts: 100,
          minShareOfAccounts: 0.1,
          commonInRun: { minAccounts: 100, minShareOfAccounts: 0.001 },
        },
        terms: 0,
      },
      naming: "rules",
      epsilon: null,
      differentialPrivacy: null,
      accountProtection: true,
      contributions: {
        conversationsToSupport: 1,
        summariesToNamer: 1,
        conversationsToThreshold: 2,
        copies: { resemblance: 0.5, passageTokens: 20 },
        knownPrompts: 0,
        minAccountDays: null,
        minAccountConversations: null,
        accountsNotCounted: 0,
      },
      analyst: "lexical@1",
      embedder: "builtin@1",
      seed: 0,
      routes: { semantic: totals.conversations, lexical: 0 },
      withheld: { topClusters: none, belowThreshold: 0, unnamed: 0, complementary: 0, homogeneous: 0 },
      ledger: { number: 1, continues: null },
      names: { first: published.length, again: 0, byRule: 0, withheld: 0, refused: {} },
      audit: null,
      files: {},
      ...changes,
      totals,
    },
    clusters: {
      schema: "observatory/clio-clusters@1",
      facet: "request",
      levels: 1 + Math.max(0, ...published.map(({ level }) => level)),
      clusters: published.map((cluster) => ({
        ...cluster,
        share: Math.round((10_000 * cluster.conversations) / Math.max(1, totals.conversations)) / 10_000,
      })),
    },
    overlays: null,
    timeline: null,
    map: null,
  };
}

/** Writes these files and a `release.json` that lists them, as a run does. */
export async function writeRelease(
  directory: string,
  { release }: Release,
  contents: Readonly<Record<string, unknown>>,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const files: Record<string, { sha256: string; bytes: number }> = {};
  for (const [name, content] of Object.entries(contents)) {
    const text = JSON.stringify(content);
    files[name] = { sha256: sha256(text), bytes: Buffer.byteLength(text) };
    await writeFile(join(directory, name), text);
  }
  await writeFile(join(directory, "release.json"), JSON.stringify({ ...release, files }));
}
