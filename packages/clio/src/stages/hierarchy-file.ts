import { join } from "node:path";
import { z } from "zod";
import { loadPrivateJson } from "./private-json.ts";

const hierarchySchema = z.strictObject({
  levels: z.number().int().positive(),
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      level: z.number().int(),
      parent: z.number().int().nullable(),
      bases: z.array(z.number().int()),
    }),
  ),
});

/** `private/cluster-<key>/hierarchy.json`: the tree of clusters, every parent before its children. */
export type Hierarchy = z.infer<typeof hierarchySchema>;

/** Throws StateError for a file that is not as this version writes it. */
export async function loadHierarchy(clusterDirectory: string): Promise<Hierarchy> {
  return loadPrivateJson(join(clusterDirectory, "hierarchy.json"), hierarchySchema);
}
