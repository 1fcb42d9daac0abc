import { PrivacyError, sha256 } from "@observatory/core";
import { writeFileAtomic, type RunDirectory } from "@observatory/store";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import { publishName } from "../privacy/door.ts";
import { suppress } from "../privacy/suppress.ts";
import { buildClusters, type ClusterSummary } from "../release/build-clusters.ts";
import {
  clustersSchemaName,
  releaseSchemaName,
  type ClustersFile,
  type ReleaseFile,
} from "../release/schema.ts";
import { version } from "../version.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { loadHierarchy } from "./hierarchy-file.ts";
import { collectLevel } from "./level-statistics.ts";
import { loadProposals } from "./name-stage.ts";
import { roundToUnit } from "../privacy/round-tree.ts";
import type { StageContext } from "./stage-context.ts";

export interface ReleaseInputs {
  readonly facets: { readonly directory: string };
  readonly embedded: { readonly counts: Readonly<Record<string, number>> };
  readonly clustered: { readonly key: string; readonly directory: string };
  readonly named: { readonly key: string; readonly directory: string };
  readonly index: ConversationIndex;
}

const releaseFiles = ["clusters.json", "release.json"] as const;

/** Stages 7 and 12: private clusters and proposals -> through the door -> `release/`. Throws PrivacyError where nothing may be shown. */
export async function releaseStage(run: RunDirectory, sources: ReleaseInputs, context: StageContext) {
  const { preset, thresholds, signal } = context;
  const inputs = { cluster: sources.clustered.key, name: sources.named.key, preset, thresholds, version };
  const result = await run.stage(
    "release",
    inputs,
    async ({ directory }) => {
      // An earlier release under other settings must not stand where this one is refused.
      for (const file of releaseFiles) await rm(join(run.releasePath, file), { force: true });
      assertEnough(sources.index, context);
      const { clustersFile, releaseFile, counts } = await buildRelease(sources, context);
      const clustersText = toText(clustersFile);
      const files = {
        "clusters.json": { sha256: sha256(clustersText), bytes: Buffer.byteLength(clustersText) },
      };
      await writeFileAtomic(join(directory, "clusters.json"), clustersText);
      await writeFileAtomic(join(directory, "release.json"), toText({ ...releaseFile, files }));
      return counts;
    },
    { signal },
  );
  // The stage's directory is the original: what stands in release/ is made good again even if somebody changed it.
  for (const file of releaseFiles) {
    await writeFileAtomic(join(run.releasePath, file), await readFile(join(result.directory, file)));
  }
  return result;
}

async function buildRelease(
  { facets, embedded, clustered, named, index }: ReleaseInputs,
  context: StageContext,
) {
  const { analyst, embedder, facet, preset, thresholds, seed, signal } = context;
  const { nodes, levels } = await loadHierarchy(clustered.directory);
  const proposals = await loadProposals(named.directory);
  const summaries: ClusterSummary[] = nodes.map((node) => ({
    ...node,
    conversations: 0,
    accounts: 0,
    name: null,
  }));
  for (let level = 0; level < levels; level++) {
    const statistics = await collectLevel(nodes, {
      facetsDirectory: join(facets.directory, "facets"),
      assignmentsDirectory: join(clustered.directory, "assignments"),
      levels,
      level,
      facet,
      signal,
    });
    for (const [position, { conversations, support }] of statistics) {
      const node = nodes[position];
      if (!node) continue;
      const name = publishName(proposals[position] ?? [], support, hasPersonalData);
      summaries[position] = { ...node, conversations, accounts: support.accounts, name };
    }
  }

  const suppression = suppress(
    summaries.map(({ parent, conversations, accounts, name }) => ({
      parent,
      conversations,
      accounts,
      nameable: name !== null,
    })),
    thresholds,
  );
  const totals = { conversations: index.distinct, accounts: index.accounts };
  const published = buildClusters(summaries, totals, suppression, thresholds);
  const shownNames = summaries.flatMap(({ name }, position) =>
    name !== null && suppression.visible[position] ? [name] : [],
  );

  const clustersFile: ClustersFile = {
    schema: clustersSchemaName,
    facet,
    levels,
    clusters: [...published.clusters],
  };
  const releaseFile: Omit<ReleaseFile, "files"> = {
    schema: releaseSchemaName,
    version,
    preset,
    thresholds,
    supportRule: { minAccounts: 5, minShareOfAccounts: 0.01 },
    epsilon: null,
    accountProtection: index.accountProtection,
    analyst: analyst.id,
    embedder: embedder.id,
    seed,
    totals: published.totals,
    routes: {
      semantic: roundToUnit(embedded.counts["semantic"] ?? 0, thresholds.roundTo),
      lexical: roundToUnit(embedded.counts["lexical"] ?? 0, thresholds.roundTo),
    },
    withheld: { topClusters: published.withheldAtTop, ...suppression.counts },
    names: {
      first: shownNames.filter((name) => name.proposal === 0).length,
      again: shownNames.filter((name) => name.proposal > 0).length,
      withheld: suppression.counts.unnamed,
    },
  };
  const counts = { shown: published.clusters.length, withheld: nodes.length - published.clusters.length };
  return { clustersFile, releaseFile, counts };
}

function assertEnough(index: ConversationIndex, { thresholds, preset }: StageContext): void {
  if (index.distinct >= thresholds.minConversations && index.accounts >= thresholds.minAccounts) return;
  throw new PrivacyError(
    `the input has ${index.distinct} distinct conversations of ${index.accounts} accounts, fewer than the ${thresholds.minConversations} of ${thresholds.minAccounts} that even one cluster needs`,
    { hint: `Give more conversations, or lower --min-conversations and --min-accounts (preset ${preset}).` },
  );
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
