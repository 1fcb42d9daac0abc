import { toMatrix } from "@observatory/numerics";
import { readShardBatches, writeFileAtomic, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { nearestCentroid } from "../privacy/differential/nearest-centroid.ts";
import { projectRows } from "../privacy/differential/public-basis.ts";
import { languageNumber } from "../privacy/differential/public-languages.ts";
import { toNoisyTree } from "./build-private-release.ts";
import { writeGroups } from "./group-table.ts";
import type { Hierarchy } from "./hierarchy-file.ts";
import type { NoiseSources } from "./noise-stage.ts";
import { loadFindings } from "./noisy-findings.ts";
import { hasVector, readSemantic } from "./private-points.ts";
import { loadPublicBasis } from "./public-basis-stage.ts";
import type { StageContext } from "./stage-context.ts";
import { facetColumns } from "./tables.ts";

/**
 * Where every conversation would go among the noisy clusters, for those who may look into the run. Private: it is exact, and
 * no part of the release.
 */
export async function privateAssignmentStages(
  run: RunDirectory,
  noise: StageResult,
  sources: NoiseSources,
  context: StageContext,
): Promise<readonly StageResult[]> {
  const { signal } = context;
  const { facets, embedded, basis, index } = sources;
  const clustered = await run.stage(
    "cluster",
    { noise: noise.key, private: 1 },
    async ({ directory }) => {
      const findings = await loadFindings(noise.directory);
      const centroids = toMatrix(findings.centroids);
      const semantic = await readSemantic({ embedded, index, context });
      const points = projectRows(semantic, await loadPublicBasis(basis, context));
      const groups = new Int32Array(index.distinct).fill(-1);
      let row = 0;
      for await (const batch of readShardBatches(join(facets.directory, "facets"), facetColumns, {
        signal,
      })) {
        for (const { languages } of batch) {
          const slot = index.slotOf[row++] ?? -1;
          if (slot < 0 || groups[slot] !== -1) continue;
          const place = findings.languages.indexOf(languageNumber(languages[0]));
          groups[slot] = hasVector(semantic, slot)
            ? nearestCentroid(points, slot, centroids)
            : place < 0
              ? -1
              : centroids.rows + place;
        }
      }
      await writeGroups(join(directory, "bases"), index, groups, signal);
      return { clusters: findings.sizes.length };
    },
    { signal },
  );
  // The name under which readers of a run find the tree that was released.
  const identified = await run.stage(
    "identify",
    { cluster: clustered.key, private: 1 },
    async ({ directory }) => {
      const findings = await loadFindings(noise.directory);
      const tree: Hierarchy = {
        levels: findings.cuts.length,
        nodes: toNoisyTree(findings).map(({ id, level, parent, bases }) => ({
          id,
          level,
          parent,
          bases: [...bases],
          group: findings.cuts[level]?.[bases[0] ?? 0] ?? 0,
          proposals: [],
        })),
      };
      await writeFileAtomic(join(directory, "hierarchy.json"), JSON.stringify(tree));
      return { levels: tree.levels, clusters: tree.nodes.length };
    },
    { signal },
  );
  return [clustered, identified];
}
