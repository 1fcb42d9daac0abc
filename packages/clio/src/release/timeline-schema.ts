import { z } from "zod";
import { cellThresholdsSchema, count, intervalSchema } from "./number-schemas.ts";

export const timelineSchemaName = "observatory/clio-timeline@1";

const periodSchema = z.strictObject({
  /** First day, `YYYY-MM-DD`, UTC. */
  start: z.string(),
  /** The day after the last. */
  end: z.string(),
});

const growthSchema = z.strictObject({
  /** The cluster's share of all conversations in the later period to that in the earlier. */
  ratio: z.number(),
  /** 95 %, with the account as the unit. */
  interval: intervalSchema,
  /** Whether the ratio is off 1 at the file's false-discovery rate, over all clusters. */
  significant: z.boolean(),
});

/** `release/timeline.json`: each shown cluster over time. Every number in it is rounded or made of rounded ones. */
export const timelineFileSchema = z.strictObject({
  schema: z.literal(timelineSchemaName),
  /** What a cell needs to be shown. */
  thresholds: cellThresholdsSchema,
  falseDiscoveryRate: z.number(),
  unit: z.enum(["day", "week", "month", "year"]),
  /** In order, without gaps; `conversations` is null where it is too few to show. */
  buckets: z.array(periodSchema.extend({ conversations: count.nullable() })),
  /** Conversations without a time, or outside the buckets; null where they are too few to show. */
  withoutTime: count.nullable(),
  /** What `growth` compares; null where there are fewer than two buckets. */
  periods: z.strictObject({ earlier: periodSchema, later: periodSchema }).nullable(),
  /** By id of the cluster: a count for each bucket, null where it may not be shown. */
  clusters: z.record(
    z.string(),
    z.strictObject({
      conversations: z.array(count.nullable()),
      /** Null where one of the two periods may not be shown. */
      growth: growthSchema.nullable(),
    }),
  ),
  withheld: z.strictObject({ belowThreshold: count, complementary: count }),
});

export type Growth = z.infer<typeof growthSchema>;
export type TimelineFile = z.infer<typeof timelineFileSchema>;
