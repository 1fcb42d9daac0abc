import { readVectors } from "@observatory/store";
import { join } from "node:path";
import { readGroups } from "./group-table.ts";
import type { HierarchyNode } from "./hierarchy-file.ts";
import type { ReleaseInputs } from "./release-inputs.ts";

/** The centroid of each cluster of the tree by its id: the mean of its members' vectors. Private. */
export async function readCentroids(
  nodes: readonly HierarchyNode[],
  { clustered, index }: Pick<ReleaseInputs, "clustered" | "index">,
  signal: AbortSignal,
): Promise<(id: string) => Float64Array> {
  const columns = clustered.counts["dimensions"] ?? 0;
  const shape = { rows: clustered.counts["clusters"] ?? 0, columns };
  const ofBases = await readVectors(join(clustered.directory, "centroids.f32"), shape, { signal });
  const sizes = new Float64Array(shape.rows);
  for (const base of await readGroups(join(clustered.directory, "bases"), index, signal)) {
    sizes[base] = (sizes[base] ?? 0) + 1;
  }
  const basesOf = new Map(nodes.map(({ id, bases }) => [id, bases]));
  return (id) => {
    const sums = new Float64Array(columns);
    let total = 0;
    for (const base of basesOf.get(id) ?? []) {
      const size = sizes[base] ?? 0;
      total += size;
      for (let d = 0; d < columns; d++) sums[d] = (sums[d] ?? 0) + size * (ofBases[base * columns + d] ?? 0);
    }
    return sums.map((sum) => sum / Math.max(1, total));
  };
}
