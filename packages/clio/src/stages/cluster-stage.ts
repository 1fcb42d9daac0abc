import { createRandom } from "@observatory/core";
import { cutTree, kMeans, normaliseRows, wardTree, type Matrix } from "@observatory/numerics";
import {
  createVectorWriter,
  readVectors,
  writeFileAtomic,
  writeShards,
  type RunDirectory,
  type StageResult,
} from "@observatory/store";
import { join } from "node:path";
import { chooseClusterCount } from "../cluster/cluster-count.ts";
import { buildTree, toPaths, type ClusterNode } from "../hierarchy/build-tree.ts";
import { toLevelSizes } from "../hierarchy/level-sizes.ts";
import { toClusterIds } from "../release/cluster-ids.ts";
import { readConversationIds } from "./conversation-ids.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import type { Hierarchy } from "./hierarchy-file.ts";
import type { StageContext } from "./stage-context.ts";
import { toAssignmentColumns } from "./tables.ts";

/** Stages 6 and 9: vectors -> base clusters by k-means -> the tree above them by Ward's method. */
export async function clusterStage(
  run: RunDirectory,
  facets: StageResult,
  vectors: StageResult,
  index: ConversationIndex,
  plan: ClusterPlan,
  context: StageContext,
) {
  const { seed, signal, engine } = context;
  const { clusters } = plan;
  const inputs = {
    vectors: vectors.key,
    clusters,
    levelSizes: plan.levelSizes,
    seed,
    engine: engine.backend,
  };
  return run.stage(
    "cluster",
    inputs,
    async ({ directory, report }) => {
      const shape = { rows: index.distinct, columns: vectors.counts["dimensions"] ?? 0 };
      const data = await readVectors(join(vectors.directory, "vectors.f32"), shape, { signal });
      const points: Matrix = { ...shape, data };
      const random = createRandom(seed).fork("k-means");
      const { labels, centroids, sizes, iterations } = await kMeans(points, {
        clusters,
        random,
        engine,
        signal,
        onIteration: ({ iteration }) => report(iteration, null),
      });

      const levelSizes = toLevelSizes(centroids.rows, context.levels);
      const directions: Matrix = { ...centroids, data: centroids.data.slice() };
      normaliseRows(directions);
      const ward = await wardTree(directions, sizes, { signal });
      const cuts = levelSizes.map((size) => cutTree(ward, size));
      const nodes = buildTree(cuts);
      const levels = levelSizes.length;
      const rows = toAssignments(index, labels, nodes, centroids.rows, levels);
      await writeShards(join(directory, "assignments"), toAssignmentColumns(levels), rows, { signal });

      const members = await readConversationIds(
        join(facets.directory, "facets"),
        index,
        labels,
        centroids.rows,
        signal,
      );
      const ids = toClusterIds(nodes, members);
      const hierarchy: Hierarchy = {
        levels,
        nodes: nodes.map((node, position) => ({ id: ids[position] ?? "", ...node, bases: [...node.bases] })),
      };
      await writeFileAtomic(join(directory, "hierarchy.json"), JSON.stringify(hierarchy));
      await using writer = await createVectorWriter(join(directory, "centroids.f32"), centroids.columns);
      await writer.append(centroids.data);
      await writer.finish();
      return { clusters: centroids.rows, levels, iterations };
    },
    { signal },
  );
}

/** How many clusters and levels there will be. */
export interface ClusterPlan {
  readonly clusters: number;
  readonly levelSizes: readonly number[];
}

/** Decides before the long work whether the wished clusters and levels fit. Throws UsageError where they do not. */
export function planClusters(
  run: RunDirectory,
  index: ConversationIndex,
  context: StageContext,
): ClusterPlan {
  const clusters = toClusterCount(run, index, context);
  return { clusters, levelSizes: toLevelSizes(clusters, context.levels) };
}

function toClusterCount(run: RunDirectory, index: ConversationIndex, context: StageContext): number {
  const wanted = context.clusters ?? chooseClusterCount(index.distinct, context.thresholds);
  if (wanted <= index.distinct) return wanted;
  run.appendEvent({
    type: "warning",
    code: "fewer-conversations-than-clusters",
    message: `${wanted} clusters were asked for, but there are only ${index.distinct} distinct conversations`,
    hint: "Each stands alone now, so little can be shown. Leave --clusters out, or give more conversations.",
  });
  return index.distinct;
}

/** Row by row of the facets: whether it is the first telling, its base cluster, and its node at every level. */
function* toAssignments(
  index: ConversationIndex,
  labels: Int32Array,
  nodes: readonly ClusterNode[],
  baseCount: number,
  levels: number,
) {
  const nodeAtLevel = toPaths(nodes, baseCount).map((path) =>
    Array.from(
      { length: levels },
      (_, level) => path.find((node) => (nodes[node]?.level ?? 0) <= level) ?? 0,
    ),
  );
  for (let row = 0; row < index.rows; row++) {
    const base = labels[index.slotOf[row] ?? 0] ?? 0;
    const perLevel = Object.fromEntries(
      (nodeAtLevel[base] ?? []).map((node, level) => [`level${level}` as const, node]),
    );
    yield { first: index.isFirst[row] === 1, base, ...perLevel };
  }
}
