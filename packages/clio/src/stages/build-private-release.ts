import { sha256 } from "@observatory/core";
import { rowOf } from "@observatory/numerics";
import { nameOfFacet } from "../facets/own/own-facet.ts";
import { buildTree, type ClusterNode } from "../hierarchy/build-tree.ts";
import { budgetParts } from "../privacy/differential/budget-plan.ts";
import { wordSignificance } from "../privacy/differential/choose-clusters.ts";
import { nameNodes } from "../privacy/differential/name-nodes.ts";
import type { PrivacySettings } from "../privacy/differential/privacy-settings.ts";
import { loadPublicWords } from "../privacy/differential/public-words.ts";
import { publishNoisy } from "../privacy/door.ts";
import { buildMap } from "../release/build-map.ts";
import { buildPrivateClusters, type NoisyNode } from "../release/build-private-clusters.ts";
import { toClusterIds } from "../release/cluster-ids.ts";
import type { DifferentialPrivacy } from "../release/differential-privacy-schema.ts";
import type { MapFile } from "../release/map-schema.ts";
import {
  clustersSchemaName,
  releaseSchemaName,
  type ClustersFile,
  type ReleaseFile,
} from "../release/schema.ts";
import { version } from "../version.ts";
import { toPlaces, type NoisyFindings } from "./noisy-findings.ts";
import type { StageContext } from "./stage-context.ts";

/** Standard deviations above which a cluster is taken for more than noise. */
const sizeSignificance = 3;

/** A release made of noisy numbers alone. */
export async function buildPrivateRelease(
  findings: NoisyFindings,
  privacy: PrivacySettings,
  { analyst, embedder, facet, preset, thresholds, seed, engine, signal }: StageContext,
  onProgress: (done: number, total: number) => void,
): Promise<{
  readonly clusters: ClustersFile;
  readonly map: MapFile;
  readonly release: Omit<ReleaseFile, "files">;
}> {
  const vocabulary = await loadPublicWords(privacy.terms);
  const tree = toNoisyTree(findings);
  const names = nameNodes(tree, { ...findings, vocabulary });
  const nodes: NoisyNode[] = tree.map((node, index) => ({ ...node, name: names[index] ?? null }));
  const floor = Math.max(thresholds.minConversations, thresholds.minAccounts);
  const published = buildPrivateClusters(nodes, {
    least: ({ bases }) =>
      Math.max(floor, sizeSignificance * findings.sizeDeviation * Math.sqrt(bases.length)),
  });
  const clusters: ClustersFile = {
    schema: clustersSchemaName,
    facet: nameOfFacet(facet),
    levels: findings.cuts.length,
    clusters: [...published.clusters],
  };
  const places = toPlaces(findings);
  const placeOf = new Map(nodes.map(({ id, bases }) => [id, bases]));
  const map = await buildMap(
    clusters.clusters,
    (id) => meanRow(places, placeOf.get(id) ?? [], findings.sizes),
    { seed, engine, onProgress, signal },
  );
  const lexical = findings.sizes
    .slice(findings.centroids.length)
    .reduce((sum, size) => sum + Math.max(0, size), 0);
  const wordDeviation = findings.words[0]?.deviation ?? 0;
  const release: Omit<ReleaseFile, "files"> = {
    schema: releaseSchemaName,
    version,
    preset,
    thresholds: { ...thresholds, roundTo: 1 },
    supportRule: {
      minAccounts: Math.ceil(wordSignificance * wordDeviation),
      minShareOfAccounts: 0,
      bothHalves: false,
      // No other word than those of the closed list.
      unknownWords: {
        minAccounts: 0,
        minShareOfAccounts: 0,
        commonInRun: { minAccounts: 0, minShareOfAccounts: 0 },
      },
      terms: privacy.terms.length,
    },
    naming: "rules",
    // What thresholds on exact numbers would need: there are none here, and whose account counts is no choice of the data.
    contributions: {
      conversationsToSupport: 1,
      summariesToNamer: 0,
      conversationsToThreshold: 1,
      copies: { resemblance: 1, passageTokens: 0 },
      knownPrompts: 0,
      minAccountDays: null,
      minAccountConversations: null,
      accountsNotCounted: 0,
    },
    epsilon: privacy.plan.epsilon,
    differentialPrivacy: describePrivacy(findings, privacy, vocabulary.words.length),
    accountProtection: privacy.unit === "account",
    analyst: analyst.id,
    embedder: embedder.id,
    seed,
    totals: { conversations: published.conversations, accounts: publishNoisy(findings.accounts) },
    routes: { semantic: publishNoisy(published.conversations - lexical), lexical: publishNoisy(lexical) },
    withheld: { topClusters: published.withheldAtTop, ...published.counts, complementary: 0, homogeneous: 0 },
    // Numbers of releases that differ by noise alone are nobody's; what they tell together is in the budget.
    ledger: { number: 1, continues: null },
    names: {
      first: clusters.clusters.length,
      again: 0,
      byRule: clusters.clusters.length,
      withheld: published.counts.unnamed,
      refused: {},
    },
    audit: null,
  };
  return { clusters, map, release };
}

/** The tree with ids that come from noisy places, not from members. */
export function toNoisyTree(findings: NoisyFindings): readonly (ClusterNode & Omit<NoisyNode, "name">)[] {
  const { centroids, languages, sizes, cuts, accountsOfGroups } = findings;
  const baseIds = [
    ...centroids.map((row) => [sha256(row.join(" "))]),
    ...languages.map((language) => [sha256(`language ${language} ${centroids[0]?.join(" ") ?? ""}`)]),
  ];
  const nodes = buildTree(cuts);
  const ids = toClusterIds(nodes, baseIds);
  return nodes.map((node, index) => {
    const [first = 0] = node.bases;
    const size = node.bases.reduce((sum, base) => sum + (sizes[base] ?? 0), 0);
    const group = cuts[node.level]?.[first] ?? 0;
    const counted = node.level === 0 ? size : (accountsOfGroups[node.level - 1]?.[group] ?? size);
    return { ...node, id: ids[index] ?? "", size, accounts: counted };
  });
}

function meanRow(places: ReturnType<typeof toPlaces>, bases: readonly number[], sizes: readonly number[]) {
  const mean = new Float64Array(places.columns);
  const total = bases.reduce((sum, base) => sum + Math.max(1, sizes[base] ?? 1), 0);
  for (const base of bases)
    rowOf(places, base).forEach((value, d) => {
      mean[d] = (mean[d] ?? 0) + (value * Math.max(1, sizes[base] ?? 1)) / Math.max(1, total);
    });
  return mean;
}

function describePrivacy(
  findings: NoisyFindings,
  { plan, unit, terms }: PrivacySettings,
  words: number,
): DifferentialPrivacy {
  return {
    unit,
    neighbours: "add-remove",
    epsilon: plan.epsilon,
    delta: plan.delta,
    rho: plan.rho,
    parts: budgetParts.map((part) => ({ part, mechanism: "discrete Gaussian", rho: plan.rhoOf[part] })),
    contributions: { ...plan.bounds },
    vocabulary: {
      source: `SUBTLEX-US${terms.length === 0 ? "" : ` and ${terms.length} terms of the publisher's own`}`,
      words,
    },
    dimensions: findings.centroids[0]?.length ?? 0,
    sizeDeviation: Number(findings.sizeDeviation.toPrecision(3)),
    leftOut: [
      "counts by language, model and other facets",
      "counts over time",
      "conversations beyond the bound on an account",
      "exact numbers, and what thresholds on them withhold",
    ],
  };
}
