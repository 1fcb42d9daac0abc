import { z } from "zod";
import { cellKeySchema, resultsHeadSchema, tiePolicies } from "../evaluate/results.ts";

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const intervalSchema = z.tuple([z.number(), z.number()]).readonly();

/** The rows of a type, or a part of them, and what can be had there without eyes. */
export const barSchema = z.strictObject({
  type: z.string(),
  key: cellKeySchema,
  rows: count,
  images: count,
  chance: share,
  /**
   * The blind probe that is best on these rows (where these are of fewer than 30 images: on the whole type, or on all rows),
   * or `chance` where it is not above that.
   */
  over: z.string(),
  /** R@1 of that, on all rows. */
  rAt1: share,
});
export type Bar = z.infer<typeof barSchema>;

/** What a scorer reaches more than a bar, on the rows that it has scored. */
export const gainSchema = z.strictObject({
  type: z.string(),
  key: cellKeySchema,
  over: z.string(),
  rows: count,
  images: count,
  /** R@1 of the bar on these rows. */
  bar: share,
  /** R@1 of the scorer less the bar, as a share. */
  gain: z.number(),
  /** 95 %, paired by row, by a bootstrap that draws images. The bar stays the same in all draws. */
  interval: intervalSchema,
});
export type Gain = z.infer<typeof gainSchema>;

/** How R@1 moves from combinations that training captions name to those that they do not. */
export const fallSchema = z.strictObject({
  trainingSet: z.string(),
  type: z.string(),
  to: z.enum(["UC", "UA"]),
  /** In SC, and in the other split. */
  rows: z.tuple([count, count]).readonly(),
  /** R@1 there less R@1 in SC, as a share: below 0 where it falls. */
  change: z.number(),
  /** 95 %, by a bootstrap that draws images. */
  interval: intervalSchema,
});
export type Fall = z.infer<typeof fallSchema>;

const meanGainSchema = z.strictObject({
  /** Rows and types that both have scored. */
  rows: count,
  types: count,
  gain: z.number(),
  interval: intervalSchema,
});

/** One scorer with what its results do not tell by themselves. */
export const reportedScorerSchema = z.strictObject({
  results: resultsHeadSchema,
  /** Whether its results are for other items than the present ones; nothing of them is compared then. */
  stale: z.boolean(),
  /** Rows that it has scored, of `benchmark.rows`. */
  rows: count,
  /**
   * Over the best blind probe of each type: `micro`, where every row counts the same, and `macro`, where every type does. Null
   * where there is none, as for chance and the probes themselves.
   */
  gain: z.strictObject({ micro: meanGainSchema, macro: meanGainSchema }).nullable(),
  gains: z.array(gainSchema).readonly(),
  falls: z.array(fallSchema).readonly(),
});
export type ReportedScorer = z.infer<typeof reportedScorerSchema>;

export const scorerDifferenceSchema = z.strictObject({
  a: z.string(),
  b: z.string(),
  rows: count,
  difference: z.number(),
  interval: intervalSchema,
  p: share,
  adjustedP: share,
});
export type ScorerDifference = z.infer<typeof scorerDifferenceSchema>;

export const reportNoteSchema = z.strictObject({
  code: z.enum(["no-blind-probes", "ties-differ", "partial", "stale"]),
  /** For people. */
  text: z.string(),
});
export type ReportNote = z.infer<typeof reportNoteSchema>;

/** What all scorers of a benchmark reach, compared: what `crepe report --json` prints. */
export const crepeReportSchema = z.strictObject({
  schema: z.literal("observatory/crepe-report@1"),
  benchmark: z.strictObject({
    name: z.string(),
    contentHash: z.string(),
    items: count,
    /** Items by types of negatives: what is scored. */
    rows: count,
    /** Images, where pairs and families count as one. */
    images: count,
  }),
  /** Of the bootstrap for gains, falls and differences; tables of single scorers have their own. */
  seed: z.number(),
  resamples: count,
  /** How those that are compared count equal scores; of others nothing but their own results is told. */
  ties: z.enum(tiePolicies),
  /** Chance first, then blind probes, then those that see, by id. */
  scorers: z.array(reportedScorerSchema).readonly(),
  /** For each type and each part of it that some results tell of. Empty without a blind probe. */
  bars: z.array(barSchema).readonly(),
  /** Between those that see, best first, the best blind probe and chance, on all rows that both have scored. */
  differences: z.array(scorerDifferenceSchema).readonly(),
  notes: z.array(reportNoteSchema).readonly(),
  /** Files of results that could not be used. */
  warnings: z.array(z.strictObject({ file: z.string(), reason: z.string() })).readonly(),
});
export type CrepeReport = z.infer<typeof crepeReportSchema>;
