import { contentHash } from "@observatory/core";
import type { AuditRating } from "../analyst.ts";
import { nameOfFacet } from "../facets/own/own-facet.ts";
import { acceptableRating, isAcceptable } from "../privacy/door.ts";
import { unknownWordPresets } from "../privacy/thresholds.ts";
import { nameRefusals, type NameRefusal } from "../privacy/refusal-reasons.ts";
import { roundToUnit } from "../privacy/round-tree.ts";
import { supportKey } from "../privacy/words/glossary.ts";
import { suppress } from "../privacy/suppress.ts";
import { buildClusters, type ClusterSummary, type PublishedClusters } from "../release/build-clusters.ts";
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
import type { EarlierTable } from "../privacy/protect-cells.ts";
import { toShownTree } from "../release/shown-tree.ts";
import type { TimelineFile } from "../release/timeline-schema.ts";
import { version } from "../version.ts";
import { loadAnalysis } from "./analysis-stage.ts";
import { loadRatings, type Ratings } from "./audit-stage.ts";
import { loadHierarchy, type HierarchyNode } from "./hierarchy-file.ts";
import { loadIdentities, readMembers } from "./identify-stage.ts";
import { readCentroids } from "./read-centroids.ts";
import { openHistory, type ReleaseHistory } from "./release-history.ts";
import type { ReleaseInputs } from "./release-inputs.ts";
import type { SnapshotParts } from "./release-snapshot.ts";
import { toSensitive } from "./sensitive-values.ts";
import { summarizeNodes, type UnreviewedWords } from "./summarize-nodes.ts";
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
  /** What a reviewed glossary could add to names. Private. */
  readonly unreviewed: UnreviewedWords;
  /** What is kept to compare the next release with. Private. */
  readonly kept: SnapshotParts;
}

/** Private clusters and proposals through the door. Every file of a release is an entry of `contents`. */
export async function buildRelease(
  sources: ReleaseInputs,
  context: StageContext,
  onProgress: (done: number, total: number) => void,
): Promise<BuiltRelease> {
  const { embedded, identified, audited, analysed, index, project } = sources;
  const { analyst, embedder, facet, preset, thresholds, cellThresholds, glossary, seed, engine, signal } =
    context;
  const { nodes, levels } = await loadHierarchy(identified.directory);
  const identities = await loadIdentities(identified.directory, embedder.dimensions, signal);
  const ratings = audited === null ? null : await loadRatings(audited.directory);
  const { layout, counts: cells } = await loadAnalysis(analysed.directory, signal);
  const nameRules = contentHash([supportKey(glossary, preset), preset, analyst.keys.audit]);
  const history = await openHistory(
    project.earlier,
    { nodes, layout, cells, identities, settings: sources.settings, nameRules },
    context,
  );
  const {
    summaries: exact,
    refused,
    unreviewed,
  } = await summarizeNodes(nodes, levels, ratings, sources, context);
  const summaries = exact.map((summary, node) => history.keep(summary, node));

  const suppression = suppress(
    summaries.map(({ id, parent, conversations, accounts, counted, name }, node) => ({
      parent,
      // Never shown under a threshold: neither by what counts of it nor as it is told.
      conversations: Math.min(conversations, counted.conversations),
      accounts: Math.min(accounts, counted.accounts),
      nameable: name !== null,
      staysHidden: history.staysHidden(node),
      wasShown: history.wasShown(id),
    })),
    thresholds,
  );
  const totals = { conversations: index.conversations, accounts: index.accounts };
  const published = buildClusters(summaries, totals, suppression, {
    thresholds,
    hasAuditor: ratings !== null,
    kept: history.sizes,
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
  const mapFile =
    history.keptMap(clustersFile.clusters) ??
    (await buildMap(clustersFile.clusters, await readCentroids(nodes, sources, signal), {
      seed,
      engine,
      onProgress,
      signal,
    }));
  const routes = history.keepRoutes({
    semantic: embedded.counts["semantic"] ?? 0,
    lexical: embedded.counts["lexical"] ?? 0,
  });
  const tables = {
    tree: toShownTree(nodes, clustersFile.clusters),
    counts: cells,
    held: history.held.counts,
    totals: published.totals,
    thresholds: cellThresholds,
    clusterUnit: thresholds.roundTo,
    tables: { earlier: history.tables, now: new Map<string, EarlierTable>() },
  };
  const facets = layout.facets.map((of) => ({ ...of, isSensitive: toSensitive(of, context.sensitive) }));
  const { file: overlays, homogeneous } = buildOverlays(facets, tables);
  const timeline = buildTimeline(layout.time, tables);
  const release: Omit<ReleaseFile, "files"> = {
    schema: releaseSchemaName,
    version,
    preset,
    thresholds,
    supportRule: {
      minAccounts: 5,
      minShareOfAccounts: 0.01,
      bothHalves: analyst.splitHalves,
      unknownWords: unknownWordPresets[preset],
      terms: glossary.terms,
    },
    naming: analyst.naming,
    epsilon: null,
    differentialPrivacy: null,
    accountProtection: index.accountProtection,
    contributions: buildContributions(index, context),
    analyst: analyst.id,
    embedder: embedder.id,
    seed,
    totals: published.totals,
    routes: buildRoutes(routes, thresholds),
    withheld: { topClusters: published.withheldAtTop, ...suppression.counts, homogeneous },
    ledger: { number: (project.earlier?.number ?? 0) + 1, continues: project.earlier?.number ?? null },
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
            thresholds.roundTo,
          ),
  };
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
    unreviewed,
    kept: {
      snapshot: {
        settings: sources.settings,
        nameRules,
        embedder: embedder.id,
        dimensions: embedder.dimensions,
        roundTo: thresholds.roundTo,
        nodes: nodes.map(({ id, level, parent, bases }, node) => ({
          id,
          level,
          parent,
          bases,
          shown: suppression.visible[node] === true,
          everShown: suppression.visible[node] === true || history.wasShown(id),
          moved: history.movedSinceNamed(node),
        })),
        sizes: identities.sizes,
        withheld: describeWithheld(nodes, summaries, suppression.visible, published, history),
        routes,
        columns: [...history.names.columns],
      },
      cells: { counts: history.held.counts, names: history.names },
      members: readMembers(analysed, signal),
      accounts: sources.accounts,
      subjects: identities.subjects,
      tables: tables.tables.now,
    },
  };
}

/** What is withheld of each family: exactly, and as it is published. */
function describeWithheld(
  nodes: readonly HierarchyNode[],
  summaries: readonly ClusterSummary[],
  visible: readonly boolean[],
  { clusters, withheldAtTop }: PublishedClusters,
  { withheldAsTold }: ReleaseHistory,
): SnapshotParts["snapshot"]["withheld"] {
  const published = new Map<string, number>([["", withheldAtTop.conversations]]);
  for (const { id, withheld } of clusters) if (withheld) published.set(id, withheld.conversations);
  const exact = new Map<string, number>();
  summaries.forEach(({ parent, conversations }, node) => {
    if (visible[node] === true) return;
    const of = parent === null ? "" : (nodes[parent]?.id ?? "");
    exact.set(of, (exact.get(of) ?? 0) + conversations);
  });
  return Object.fromEntries(
    [...exact].flatMap(([id, sum]) => {
      const told = published.get(id);
      return told === undefined ? [] : [[id, { exact: withheldAsTold(id, sum), published: told }] as const];
    }),
  );
}

function countCells({ facets }: OverlaysFile): number {
  return facets.reduce((sum, { clusters }) => sum + Object.values(clusters).flat().length, 0);
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

/** How the shown names were rated, and about how many proposals were rated and turned down. */
function describeAudit(
  ratings: Ratings,
  shown: readonly (AuditRating | null)[],
  unit: number,
): ReleaseFile["audit"] {
  const all = ratings.flatMap((ofNode) => [...ofNode.values()]);
  return {
    acceptable: acceptableRating,
    rated: roundToUnit(all.length, unit),
    refused: roundToUnit(all.filter((rating) => !isAcceptable(rating)).length, unit),
    shown: [1, 2, 3, 4, 5].map((rating) => shown.filter((given) => given === rating).length),
    unrated: shown.filter((rating) => rating === null).length,
  };
}
