import { PrivacyError, sha256 } from "@observatory/core";
import { writeFileAtomic, type RunDirectory, type StageResult } from "@observatory/store";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { AuditRating } from "../analyst.ts";
import { nameOfFacet } from "../facets/own/own-facet.ts";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import { acceptableRating, isAcceptable, publishName } from "../privacy/door.ts";
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
import { loadRatings, type Ratings } from "./audit-stage.ts";
import { collectGroups } from "./group-statistics.ts";
import { loadHierarchy, type HierarchyNode } from "./hierarchy-file.ts";
import { roundToUnit } from "../privacy/round-tree.ts";
import type { StageContext } from "./stage-context.ts";

export interface ReleaseInputs {
  readonly facets: StageResult;
  readonly embedded: StageResult;
  readonly clustered: StageResult;
  readonly hierarchy: StageResult;
  /** Null where there is no auditor. */
  readonly audited: StageResult | null;
  readonly index: ConversationIndex;
}

const releaseFiles = ["clusters.json", "release.json"] as const;

/** Stages 7 and 12: private clusters and proposals -> through the door -> `release/`. */
export async function releaseStage(run: RunDirectory, sources: ReleaseInputs, context: StageContext) {
  const { preset, thresholds, signal } = context;
  const { hierarchy, audited } = sources;
  const inputs = { hierarchy: hierarchy.key, audit: audited?.key ?? null, preset, thresholds, version };
  const result = await run.stage(
    "release",
    inputs,
    async ({ directory }) => {
      // An earlier release under other settings must not stand where making this one fails.
      for (const file of releaseFiles) await rm(join(run.releasePath, file), { force: true });
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

/**
 * Refuses an input of which not even one cluster could be shown: known once the facets are, before calls for names are paid for.
 * Throws PrivacyError.
 */
export async function refuseTooFew(
  run: RunDirectory,
  index: ConversationIndex,
  { thresholds, preset }: StageContext,
): Promise<void> {
  if (index.conversations >= thresholds.minConversations && index.accounts >= thresholds.minAccounts) return;
  // An earlier release under other settings must not stand where this one is refused.
  for (const file of releaseFiles) await rm(join(run.releasePath, file), { force: true });
  throw new PrivacyError(
    `${index.conversations} distinct conversations of ${index.accounts} accounts are left to look at, fewer than the ${thresholds.minConversations} of ${thresholds.minAccounts} that even one cluster needs`,
    {
      hint: `Give more conversations, choose more of them where they are screened, or lower --min-conversations and --min-accounts (preset ${preset}).`,
    },
  );
}

async function buildRelease(sources: ReleaseInputs, context: StageContext) {
  const { embedded, hierarchy, audited, index } = sources;
  const { analyst, embedder, facet, preset, thresholds, seed } = context;
  const { nodes, levels } = await loadHierarchy(hierarchy.directory);
  const ratings = audited === null ? null : await loadRatings(audited.directory);
  const summaries = await summarizeNodes(nodes, levels, ratings, sources, context);

  const suppression = suppress(
    summaries.map(({ parent, conversations, accounts, name }) => ({
      parent,
      conversations,
      accounts,
      nameable: name !== null,
    })),
    thresholds,
  );
  const totals = { conversations: index.conversations, accounts: index.accounts };
  const published = buildClusters(summaries, totals, suppression, {
    thresholds,
    hasAuditor: ratings !== null,
  });
  const shownNames = summaries.flatMap(({ name }, position) => {
    const node = nodes[position];
    return name !== null && node !== undefined && suppression.visible[position] ? [{ name, node }] : [];
  });

  const clustersFile: ClustersFile = {
    schema: clustersSchemaName,
    facet: nameOfFacet(facet),
    levels,
    clusters: [...published.clusters],
  };
  const releaseFile: Omit<ReleaseFile, "files"> = {
    schema: releaseSchemaName,
    version,
    preset,
    thresholds,
    supportRule: { minAccounts: 5, minShareOfAccounts: 0.01, bothHalves: analyst.splitHalves },
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
      first: shownNames.filter(({ name }) => name.proposal === 0).length,
      again: shownNames.filter(({ name }) => name.proposal > 0).length,
      byRule: shownNames.filter(({ name, node }) => node.proposals[name.proposal]?.source === "rule").length,
      withheld: suppression.counts.unnamed,
    },
    audit:
      ratings === null
        ? null
        : describeAudit(
            ratings,
            shownNames.map(({ name }) => name.rating),
          ),
  };
  const counts = { shown: published.clusters.length, withheld: nodes.length - published.clusters.length };
  return { clustersFile, releaseFile, counts };
}

/** Each node with its exact numbers and the name that may be shown, if any. */
async function summarizeNodes(
  nodes: readonly HierarchyNode[],
  levels: number,
  ratings: Ratings | null,
  { facets, clustered, hierarchy }: ReleaseInputs,
  { analyst, facet, preset, seed, signal }: StageContext,
): Promise<ClusterSummary[]> {
  const summaries = nodes.map(({ id, level, parent, bases }): ClusterSummary => ({
    id,
    level,
    parent,
    bases,
    conversations: 0,
    accounts: 0,
    name: null,
  }));
  for (let level = 0; level < levels; level++) {
    const nodeOf = new Map(
      nodes.flatMap((node, at) => (node.level === level ? [[node.group, at] as const] : [])),
    );
    const statistics = await collectGroups({
      facetsDirectory: join(facets.directory, "facets"),
      groupsDirectory:
        level === 0 ? join(clustered.directory, "bases") : join(hierarchy.directory, `level-${level}`),
      facet,
      splitHalves: analyst.splitHalves,
      seed,
      signal,
      wanted: (group) => nodeOf.has(group),
    });
    for (const [group, { conversations, support }] of statistics) {
      const position = nodeOf.get(group) ?? -1;
      const summary = summaries[position];
      if (summary === undefined) continue;
      // What anybody may read must have been rated; a team that looks at its own product has the other rules.
      const unratedPasses = preset !== "public";
      const rules = {
        hasPersonalData,
        unratedPasses,
        ...(ratings ? { ratings: ratings[position] ?? new Map() } : {}),
      };
      const name = publishName(nodes[position]?.proposals ?? [], support, rules);
      summaries[position] = { ...summary, conversations, accounts: support.accounts, name };
    }
  }
  return summaries;
}

/** How the shown names were rated, and how many proposals were turned down. */
function describeAudit(ratings: Ratings, shown: readonly (AuditRating | null)[]): ReleaseFile["audit"] {
  const all = ratings.flatMap((ofNode) => [...ofNode.values()]);
  return {
    acceptable: acceptableRating,
    rated: all.length,
    refused: all.filter((rating) => !isAcceptable(rating)).length,
    shown: [1, 2, 3, 4, 5].map((rating) => shown.filter((given) => given === rating).length),
    unrated: shown.filter((rating) => rating === null).length,
  };
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
