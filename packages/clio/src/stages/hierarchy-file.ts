import { join } from "node:path";
import { z } from "zod";
import { proposalSchema } from "./name-groups.ts";
import { loadPrivateJson } from "./private-json.ts";

const nodeSchema = z.strictObject({
  id: z.string(),
  level: z.number().int(),
  parent: z.number().int().nullable(),
  /** Its number in the table of groups of its level. */
  group: z.number().int(),
  bases: z.array(z.number().int()),
  /** Names and descriptions, best first. Not yet fit to be shown. */
  proposals: z.array(proposalSchema),
});

const hierarchySchema = z.strictObject({
  levels: z.number().int().positive(),
  nodes: z.array(nodeSchema),
});

export type HierarchyNode = z.infer<typeof nodeSchema>;

/** `private/hierarchy-<key>/hierarchy.json`: the tree of clusters, every parent before its children. */
export type Hierarchy = z.infer<typeof hierarchySchema>;

/** Throws StateError for a file that is not as this version writes it. */
export async function loadHierarchy(hierarchyDirectory: string): Promise<Hierarchy> {
  return loadPrivateJson(join(hierarchyDirectory, "hierarchy.json"), hierarchySchema);
}
