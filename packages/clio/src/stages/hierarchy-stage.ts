import { createRandom } from "@observatory/core";
import {
  cachedEmbedder,
  readVectors,
  writeFileAtomic,
  type RunDirectory,
  type StageResult,
  type VectorCache,
} from "@observatory/store";
import { join } from "node:path";
import type { AnalystCallOptions } from "../analyst.ts";
import { buildTree } from "../hierarchy/build-tree.ts";
import { toLevelSizes } from "../hierarchy/level-sizes.ts";
import { createModelGrower, type GrowthRule } from "../hierarchy/model-grower.ts";
import { createWardGrower } from "../hierarchy/ward-grower.ts";
import { supportKey } from "../privacy/words/glossary.ts";
import { toClusterIds } from "../release/cluster-ids.ts";
import { recordAnalystUsage } from "./analyst-usage.ts";
import { readConversationIds } from "./conversation-ids.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { readGroups } from "./group-table.ts";
import { growLevels } from "./grow-levels.ts";
import type { Hierarchy } from "./hierarchy-file.ts";
import type { OutsiderFinder } from "./outsiders.ts";
import { openEmbeddingCache } from "./embed-stage.ts";
import type { StageContext } from "./stage-context.ts";
import { warnOfRules } from "./warn-of-rules.ts";

export interface HierarchyInputs {
  readonly facets: StageResult;
  readonly clustered: StageResult;
  readonly named: StageResult;
  readonly index: ConversationIndex;
  readonly openFinder: () => Promise<OutsiderFinder>;
}

/** Stage 9: base clusters with names -> a tree, its parents named from their children. */
export async function hierarchyStage(run: RunDirectory, sources: HierarchyInputs, context: StageContext) {
  const { facets, clustered, named, index } = sources;
  const { analyst, embedder, facet, seed, signal, engine } = context;
  const levelSizes = toLevelSizes(clustered.counts["clusters"] ?? 1, context.levels);
  const inputs = {
    cluster: clustered.key,
    name: named.key,
    analyst: [analyst.keys.hierarchy, analyst.keys.names],
    embedder: analyst.hierarchy ? embedder.id : null,
    levelSizes,
    facet,
    seed,
    support: supportKey(context.glossary, context.preset),
    engine: engine.backend,
  };
  return run.stage(
    "hierarchy",
    inputs,
    async ({ directory, key, report, recordUsage }) => {
      const bases = await readGroups(join(clustered.directory, "bases"), index, signal);
      const counts = { levels: 1, clusters: 0, retried: 0, byRule: 0 };
      const calls: AnalystCallOptions = {
        purpose: key,
        onMisfit: ({ attempt }) => counts[attempt === 1 ? "retried" : "byRule"]++,
      };
      const { cuts, proposals } = await recordAnalystUsage(analyst, key, recordUsage, async () => {
        const onRule = (rule: GrowthRule, count: number): void => warnOfGrowth(run, rule, count);
        await using cache = analyst.hierarchy ? await openEmbeddingCache(run, context) : null;
        const grower = await createGrower({ cache, clustered, bases, levelSizes, calls, context, onRule });
        const naming = { facets, openFinder: sources.openFinder, context, calls };
        return await growLevels({
          ...sources,
          directory,
          bases,
          grower,
          naming,
          levelSizes,
          report,
          context,
        });
      });
      if (cuts.length < levelSizes.length) {
        run.appendEvent({
          type: "warning",
          code: "fewer-levels",
          message: `a level above ${cuts.length} would not have been smaller, so the tree has ${cuts.length} instead of ${levelSizes.length} levels`,
        });
      }

      const nodes = buildTree(cuts);
      const members = await readConversationIds(
        join(facets.directory, "facets"),
        index,
        bases,
        cuts[0]?.length ?? 0,
        signal,
      );
      const ids = toClusterIds(nodes, members);
      const hierarchy: Hierarchy = {
        levels: cuts.length,
        nodes: nodes.map((node, position) => {
          const group = cuts[node.level]?.[node.bases[0] ?? 0] ?? 0;
          const own = [...(proposals[node.level]?.[group] ?? [])];
          return { id: ids[position] ?? "", ...node, group, bases: [...node.bases], proposals: own };
        }),
      };
      await writeFileAtomic(join(directory, "hierarchy.json"), JSON.stringify(hierarchy));
      warnOfRules(run, "hierarchy", counts.byRule, nodes.length);
      return { ...counts, levels: cuts.length, clusters: nodes.length };
    },
    { signal },
  );
}

interface GrowerOptions {
  readonly cache: VectorCache | null;
  readonly clustered: StageResult;
  readonly bases: Int32Array;
  readonly levelSizes: readonly number[];
  readonly calls: AnalystCallOptions;
  readonly context: StageContext;
  readonly onRule: (rule: GrowthRule, count: number) => void;
}

async function createGrower({ cache, clustered, bases, levelSizes, calls, context, onRule }: GrowerOptions) {
  const { analyst, embedder, engine, facet, seed, signal } = context;
  if (analyst.hierarchy && cache) {
    return createModelGrower(analyst.hierarchy, {
      levelSizes,
      facet,
      embedder: cachedEmbedder(embedder, cache),
      engine,
      random: createRandom(seed).fork("hierarchy"),
      seed,
      calls,
      signal,
      onRule,
    });
  }
  const clusters = clustered.counts["clusters"] ?? 0;
  const sizes = new Int32Array(clusters);
  for (const base of bases) sizes[base] = (sizes[base] ?? 0) + 1;
  const path = join(clustered.directory, "centroids.f32");
  const shape = { rows: clusters, columns: clustered.counts["dimensions"] ?? 0 };
  const centroids = { ...shape, data: await readVectors(path, shape, { signal }) };
  return createWardGrower(centroids, sizes, { levelSizes, signal });
}

function warnOfGrowth(run: RunDirectory, rule: GrowthRule, count: number): void {
  const what = {
    "assigned-by-embedding": `${count} clusters went to the parent whose name is nearest, since the model named none of the list`,
    "merged-by-embedding":
      "a list of parents was thinned by what the names mean, since the model left it too long",
    "grown-by-ward": "a level was made by Ward's method, since the model gave no two usable parents",
  } as const satisfies Record<GrowthRule, string>;
  run.appendEvent({ type: "warning", code: rule, message: `hierarchy: ${what[rule]}` });
}
