import { z } from "zod";
import { count } from "./number-schemas.ts";

export const mapSchemaName = "observatory/clio-map@1";

/** `release/map.json`: where each shown cluster stands in the plane, and which ones are near it. */
export const mapFileSchema = z.strictObject({
  schema: z.literal(mapSchemaName),
  /** `umap` of the centroids, or `circle` where there are too few clusters for it. */
  method: z.enum(["umap", "circle"]),
  /** Of UMAP; null for a circle. */
  neighborhood: count.nullable(),
  seed: z.number(),
  /** One for each cluster of the release, in its order; -1 to 1, to three decimals. A parent stands amid its children. */
  points: z.array(z.strictObject({ id: z.string(), x: z.number(), y: z.number() })),
  /** By id: up to six clusters of the same level whose centroids are nearest by cosine, the nearest first. */
  neighbours: z.record(z.string(), z.array(z.string())),
});

export type MapFile = z.infer<typeof mapFileSchema>;
