import { auditFileSchema, benchmarkSchema, crepeReportSchema } from "@observatory/crepe/release";
import { z } from "zod";

const count = z.number().int().nonnegative();

/** Values that items can be filtered by, each with the number of items that have it; most frequent first. */
const facetSchema = z.array(z.object({ value: z.string(), items: count }));

/** A whole benchmark but its items. */
export const crepeOverviewSchema = z.object({
  /** Of released files no more than what they are and hold. */
  record: benchmarkSchema.partial({ version: true, source: true, set: true, seed: true, strict: true }),
  /** Of exactly these items; null where there is none. */
  audit: auditFileSchema.shape.audit,
  /** Its scorers compared: what `crepe report` tells. */
  report: crepeReportSchema,
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
export type CrepeScorer = CrepeOverview["report"]["scorers"][number];
export type FacetName = keyof CrepeOverview["facets"];
