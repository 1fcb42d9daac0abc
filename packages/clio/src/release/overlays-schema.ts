import { z } from "zod";
import { cellThresholdsSchema, count, intervalSchema } from "./number-schemas.ts";

export const overlaysSchemaName = "observatory/clio-overlays@1";

/** One cell of cluster x value that may be shown. What is not listed is under the thresholds, or hidden to protect one that is. */
const overlayCellSchema = z.strictObject({
  /** Index in the facet's `values`. */
  value: count,
  conversations: count,
  accounts: count,
  /** The value's share in this cluster to its share in all other conversations; null where the rest has none. */
  ratio: z.number().nullable(),
  /** 95 %, with the account as the unit; null where `ratio` is. */
  interval: intervalSchema.nullable(),
  /** Whether the share differs from that of all others, also where they have none, at the file's false-discovery rate, over all cells of all facets. */
  significant: z.boolean(),
});

const overlayFacetSchema = z.strictObject({
  /** `languages`, `concern`, `turns`, `length`, `model`, a facet of the user's own, or a joined column. */
  name: z.string(),
  title: z.string(),
  source: z.enum(["built-in", "own", "column"]),
  /** Of `several` a conversation may have more than one value; values of `ordinal` have an order, and stand in it. */
  kind: z.enum(["category", "several", "ordinal"]),
  values: z.array(
    z.strictObject({ value: z.string(), conversations: count, accounts: count, share: z.number() }),
  ),
  /**
   * Conversations without a value, or with one that is not listed; null where saying so would show a hidden cell, and of
   * `several` where more than one of these is held, since nobody counted how many hold both.
   */
  otherConversations: count.nullable(),
  /** By id of the cluster; each list in the order of `values`. Clusters without any shown cell are left out. */
  clusters: z.record(z.string(), z.array(overlayCellSchema)),
});

/** `release/overlays.json`: each shown cluster by each value of each facet. Every number in it is rounded or made of rounded ones. */
export const overlaysFileSchema = z.strictObject({
  schema: z.literal(overlaysSchemaName),
  /** What a cell needs to be shown. */
  thresholds: cellThresholdsSchema,
  falseDiscoveryRate: z.number(),
  facets: z.array(overlayFacetSchema),
  /** Cells that hold somebody and are not shown: under a threshold, or to protect another. */
  withheld: z.strictObject({ belowThreshold: count, complementary: count }),
});

export type OverlayCell = z.infer<typeof overlayCellSchema>;
export type OverlayFacet = z.infer<typeof overlayFacetSchema>;
export type OverlaysFile = z.infer<typeof overlaysFileSchema>;
