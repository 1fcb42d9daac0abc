import { createRandom } from "@observatory/core";
import { kMeans, type Matrix } from "@observatory/numerics";
import { createVectorWriter, readVectors, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { chooseClusterCount } from "../cluster/cluster-count.ts";
import { toLevelSizes } from "../hierarchy/level-sizes.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { writeGroups } from "./group-table.ts";
import type { StageContext } from "./stage-context.ts";

/** Stage 6: vectors -> base clusters by k-means. */
export async function clusterStage(
  run: RunDirectory,
  vectors: StageResult,
  index: ConversationIndex,
  plan: ClusterPlan,
  context: StageContext,
) {
  const { history, seed, signal, engine } = context;
  const { clusters } = plan;
  // The table of groups also says who counts.
  const inputs = { vectors: vectors.key, clusters, seed, history, engine: engine.backend, version: 2 };
  return run.stage(
    "cluster",
    inputs,
    async ({ directory, report }) => {
      const shape = { rows: index.distinct, columns: vectors.counts["dimensions"] ?? 0 };
      const data = await readVectors(join(vectors.directory, "vectors.f32"), shape, { signal });
      const points: Matrix = { ...shape, data };
      const random = createRandom(seed).fork("k-means");
      const { labels, centroids, iterations } = await kMeans(points, {
        clusters,
        random,
        engine,
        signal,
        onIteration: ({ iteration }) => report(iteration, null),
      });
      await writeGroups(join(directory, "bases"), index, labels, signal);
      await using writer = await createVectorWriter(join(directory, "centroids.f32"), centroids.columns);
      await writer.append(centroids.data);
      await writer.finish();
      return { clusters: centroids.rows, dimensions: centroids.columns, iterations };
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
  const wanted = context.clusters ?? chooseClusterCount(index.conversations, context.thresholds);
  if (wanted <= index.distinct) return wanted;
  run.appendEvent({
    type: "warning",
    code: "fewer-conversations-than-clusters",
    message: `${wanted} clusters were asked for, but there are only ${index.distinct} distinct conversations`,
    hint: "Each stands alone now, so little can be shown. Leave --clusters out, or give more conversations.",
  });
  return index.distinct;
}
