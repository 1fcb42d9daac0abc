import { join } from "node:path";
import type { AuditRating } from "../analyst.ts";
import { nameOfFacet } from "../facets/own/own-facet.ts";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import { acceptableRating, isAcceptable, publishName } from "../privacy/door.ts";
import { conversationsOfAccount } from "../privacy/thresholds.ts";
import { nameRefusals, type NameRefusal } from "../privacy/refusal-reasons.ts";
import { roundToUnit } from "../privacy/round-tree.ts";
import { commonWordRule, unknownWordRule } from "../privacy/support-counter.ts";
import { suppress } from "../privacy/suppress.ts";
import { buildClusters, type ClusterSummary } from "../release/build-clusters.ts";
import { buildContributions } from "../release/build-contributions.ts";
import { buildMap } from "../release/build-map.ts";
import { buildRoutes } from "../release/build-routes.ts";
import type { MapFile } from "../release/map-schema.ts";
import {
  clustersSchemaName,
  releaseSchemaName,
  type ClustersFile,
  type ReleaseFile,
} from "../release/schema.ts";
import { buildOverlays } from "../release/build-overlays.ts";
import { buildTimeline } from "../release/build-timeline.ts";
import type { OverlaysFile } from "../release/overlays-schema.ts";
import { toShownTree } from "../release/shown-tree.ts";
import type { TimelineFile } from "../release/timeline-schema.ts";
import { version } from "../version.ts";
import { loadAnalysis } from "./analysis-stage.ts";
import { loadRatings, type Ratings } from "./audit-stage.ts";
import { collectGroups } from "./group-statistics.ts";
import { loadHierarchy, type HierarchyNode } from "./hierarchy-file.ts";
import { readCentroids } from "./read-centroids.ts";
import type { ReleaseInputs } from "./release-inputs.ts";
import type { StageContext } from "./stage-context.ts";

/** What goes into a release, before it is written. */
export interface BuiltRelease {
  /** By name of the file; what `release.json` says of the others is added where their bytes are known. */
  readonly contents: {
    readonly "clusters.json": ClustersFile;
    readonly "overlays.json": OverlaysFile;
    readonly "timeline.json": TimelineFile;
    readonly "map.json": MapFile;
  };
  readonly release: Omit<ReleaseFile, "files">;
  readonly counts: Readonly<Record<string, number>>;
}

/** Private clusters and proposals through the door. Every file of a release is an entry of `contents`. */
export async function buildRelease(
  sources: ReleaseInputs,
  context: StageContext,
  onProgress: (done: number, total: number) => void,
): Promise<BuiltRelease> {
  const { embedded, hierarchy, audited, analysed, index } = sources;
  const { analyst, embedder, facet, preset, thresholds, cellThresholds, glossary, seed, engine, signal } =
    context;
  const { nodes, levels } = await loadHierarchy(hierarchy.directory);
  const ratings = audited === null ? null : await loadRatings(audited.directory);
  const { summaries, refused } = await summarizeNodes(nodes, levels, ratings, sources, context);

  const suppression = suppress(
    summaries.map(({ parent, counted, name }) => ({
      parent,
      ...counted,
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
  const mapFile = await buildMap(clustersFile.clusters, await readCentroids(nodes, sources, signal), {
    seed,
    engine,
    onProgress,
    signal,
  });
  const release: Omit<ReleaseFile, "files"> = {
    schema: releaseSchemaName,
    version,
    preset,
    thresholds,
    supportRule: {
      minAccounts: 5,
      minShareOfAccounts: 0.01,
      bothHalves: analyst.splitHalves,
      unknownWords: { ...unknownWordRule, commonInRun: { ...commonWordRule } },
      terms: glossary.terms,
    },
    naming: analyst.naming,
    epsilon: null,
    differentialPrivacy: null,
    accountProtection: index.accountProtection,
    contributions: buildContributions(index, context.history, thresholds),
    analyst: analyst.id,
    embedder: embedder.id,
    seed,
    totals: published.totals,
    routes: buildRoutes(
      { semantic: embedded.counts["semantic"] ?? 0, lexical: embedded.counts["lexical"] ?? 0 },
      thresholds,
    ),
    withheld: { topClusters: published.withheldAtTop, ...suppression.counts },
    names: {
      first: shownNames.filter(({ name }) => name.proposal === 0).length,
      again: shownNames.filter(({ name }) => name.proposal > 0).length,
      byRule: shownNames.filter(({ name, node }) => node.proposals[name.proposal]?.source === "rule").length,
      withheld: suppression.counts.unnamed,
      refused: countRefusals(
        refused.filter((_, position) => suppression.visible[position] || summaries[position]?.name === null),
        thresholds.roundTo,
      ),
    },
    audit:
      ratings === null
        ? null
        : describeAudit(
            ratings,
            shownNames.map(({ name }) => name.rating),
          ),
  };
  const { layout, counts: cells } = await loadAnalysis(analysed.directory, signal);
  const tables = {
    tree: toShownTree(nodes, clustersFile.clusters),
    counts: cells,
    totals: published.totals,
    thresholds: cellThresholds,
    clusterUnit: thresholds.roundTo,
  };
  const overlays = buildOverlays(layout.facets, tables);
  const timeline = buildTimeline(layout.time, tables);
  const counts = {
    shown: published.clusters.length,
    withheld: nodes.length - published.clusters.length,
    "cells shown": countCells(overlays),
    "cells withheld": overlays.withheld.belowThreshold + overlays.withheld.complementary,
  };
  return {
    contents: {
      "clusters.json": clustersFile,
      "overlays.json": overlays,
      "timeline.json": timeline,
      "map.json": mapFile,
    },
    release,
    counts,
  };
}

function countCells({ facets }: OverlaysFile): number {
  return facets.reduce((sum, { clusters }) => sum + Object.values(clusters).flat().length, 0);
}

/** Each node with its exact numbers and the name that may be shown, if any. */
async function summarizeNodes(
  nodes: readonly HierarchyNode[],
  levels: number,
  ratings: Ratings | null,
  { facets, clustered, hierarchy }: ReleaseInputs,
  { analyst, facet, preset, openWordClasses, thresholds, seed, signal }: StageContext,
) {
  const summaries = nodes.map(({ id, level, parent, bases }): ClusterSummary => ({
    id,
    level,
    parent,
    bases,
    conversations: 0,
    accounts: 0,
    counted: { conversations: 0, accounts: 0 },
    name: null,
  }));
  const refused = nodes.map(() => new Set<NameRefusal>());
  for (let level = 0; level < levels; level++) {
    const nodeOf = new Map(
      nodes.flatMap((node, at) => (node.level === level ? [[node.group, at] as const] : [])),
    );
    const source = {
      facetsDirectory: join(facets.directory, "facets"),
      groupsDirectory:
        level === 0 ? join(clustered.directory, "bases") : join(hierarchy.directory, `level-${level}`),
      facet,
      signal,
    };
    const statistics = await collectGroups({
      ...source,
      splitHalves: analyst.splitHalves,
      seed,
      classes: await openWordClasses(source),
      wanted: (group) => nodeOf.has(group),
      mostOfAccount: conversationsOfAccount(thresholds),
    });
    for (const [group, { conversations, accounts, countedConversations, support }] of statistics) {
      const position = nodeOf.get(group) ?? -1;
      const summary = summaries[position];
      if (summary === undefined) continue;
      // What anybody may read must have been rated; a team that looks at its own product has the other rules.
      const unratedPasses = preset !== "public";
      const rules = {
        hasPersonalData,
        unratedPasses,
        onRefused: (reason: NameRefusal) => refused[position]?.add(reason),
        ...(ratings ? { ratings: ratings[position] ?? new Map() } : {}),
      };
      const name = publishName(nodes[position]?.proposals ?? [], support, rules);
      const counted = { conversations: countedConversations, accounts: support.accounts };
      summaries[position] = { ...summary, conversations, accounts, counted, name };
    }
  }
  return { summaries, refused };
}

/**
 * Of how many clusters proposals were turned down, by reason. Rounded, and by cluster instead of by proposal: who writes the
 * proposals could tell something by their number.
 */
function countRefusals(refused: readonly ReadonlySet<NameRefusal>[], unit: number) {
  const counts: Partial<Record<NameRefusal, number>> = {};
  for (const reason of nameRefusals) {
    const count = roundToUnit(refused.filter((reasons) => reasons.has(reason)).length, unit);
    if (count > 0) counts[reason] = count;
  }
  return counts;
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
