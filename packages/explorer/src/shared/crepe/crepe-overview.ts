import { auditFileSchema, benchmarkSchema, resultsHeadSchema } from "@observatory/crepe/release";
import { z } from "zod";

const count = z.number().int().nonnegative();

/** Values that items can be filtered by, each with the number of items that have it; most frequent first. */
const facetSchema = z.array(z.object({ value: z.string(), items: count }));

const differenceSchema = z.object({
  a: z.string(),
  b: z.string(),
  rows: count,
  difference: z.number(),
  interval: z.tuple([z.number(), z.number()]).readonly(),
  p: z.number(),
  adjustedP: z.number(),
});

/** A whole benchmark but its items. */
export const crepeOverviewSchema = z.object({
  record: benchmarkSchema,
  /** Of exactly these items; null where there is none. */
  audit: auditFileSchema.shape.audit,
  /** Chance first, then blind probes, then those that see. */
  scorers: z.array(z.object({ results: resultsHeadSchema, stale: z.boolean() })),
  /** Results that could not be used. */
  warnings: z.array(z.object({ file: z.string(), reason: z.string() })),
  /** Between scorers that see, the best blind one and chance. */
  differences: z.array(differenceSchema),
  items: count,
  /** Files of images that items show. */
  images: count,
  facets: z.object({
    type: facetSchema,
    n: facetSchema,
    /** `<training set>:<split>`. */
    split: facetSchema,
    rule: facetSchema,
    falsity: facetSchema,
    style: facetSchema,
  }),
  /** How many of the items are at hand where not all are: in a file. */
  sample: z.object({ items: count, seed: z.number() }).nullable(),
});

export type CrepeOverview = z.infer<typeof crepeOverviewSchema>;
export type CrepeScorer = CrepeOverview["scorers"][number];
export type CrepeDifference = CrepeOverview["differences"][number];
export type FacetName = keyof CrepeOverview["facets"];
