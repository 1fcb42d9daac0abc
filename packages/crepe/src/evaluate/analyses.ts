import { z } from "zod";

// What results tell beyond their tables: schemas of the parts of a results file that later versions added. All optional.

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const intervalSchema = z.tuple([z.number(), z.number()]).readonly();
const rowsShape = { type: z.string(), rows: count, images: count };

const estimateSchema = z.strictObject({
  value: z.number(),
  /** 95 %, by a bootstrap that draws images. */
  interval: intervalSchema,
});
export type Estimate = z.infer<typeof estimateSchema>;

/** How R@1 moves with how often a training set names an item's rarest compound. */
export const doseSlopeSchema = z.strictObject({
  ...rowsShape,
  trainingSet: z.string(),
  /** Change of the log odds of a first place for ten times the captions; null where it cannot be told. */
  slope: estimateSchema.nullable(),
  /** Why there is no slope, in kebab-case; absent where there is one. */
  reason: z.string().optional(),
});
export type DoseSlope = z.infer<typeof doseSlopeSchema>;

/** What one atom more in the caption does to R@1. */
export const complexityEffectSchema = z.strictObject({
  ...rowsShape,
  /** Change of R@1 for one atom more, all else left as it comes. */
  total: estimateSchema.nullable(),
  /** The same at fixed length and style of the caption, and fixed kinds of edits. */
  partial: estimateSchema.nullable(),
  /** What is held fixed: `words`, and where items tell them `style` and `edit`, the kinds of atoms that were changed. */
  fixed: z.array(z.string()).readonly(),
  /** Why an effect is null, in kebab-case. */
  reason: z.string().optional(),
});
export type ComplexityEffect = z.infer<typeof complexityEffectSchema>;

const gatedCellSchema = z.strictObject({
  ...rowsShape,
  /** Of the rows that passed; null where none did. */
  chance: share.nullable(),
  rAt1: share.nullable(),
  interval: intervalSchema.nullable(),
  /** Rows that name an atom that cannot be tested: they are left out here and there. Absent in earlier versions. */
  untestable: count.optional(),
  /** The same over all rows whose atoms can be tested. */
  ungated: z.strictObject({ rows: count, rAt1: share, interval: intervalSchema }),
});
export type GatedCell = z.infer<typeof gatedCellSchema>;

/** Scores on items of which the scorer recognises every object and attribute alone. */
export const gateSchema = z.strictObject({
  /** Hash of the probes that were scored. */
  probesHash: z.string(),
  atoms: z
    .array(
      z.strictObject({
        kind: z.enum(["object", "attribute"]),
        atom: z.string(),
        probes: count,
        /** With fewer probes it could not pass: it is not testable. Absent in earlier versions. */
        needed: count.optional(),
        /** This and the next two are null without probes. */
        chance: share.nullable(),
        rAt1: share.nullable(),
        /** How often its caption comes first where it is false. */
        falseAlarms: share.nullable(),
        recognised: z.boolean(),
      }),
    )
    .readonly(),
  cells: z.array(gatedCellSchema).readonly(),
});
export type Gate = z.infer<typeof gateSchema>;

const retrievalSchema = z.strictObject({
  queries: count,
  candidates: count,
  rAt1: share,
  interval: intervalSchema,
  rAt5: share,
  rAt10: share,
  medianRank: z.number().min(1),
  /** What random vectors reach: a query with several right answers has more. */
  chance: z.strictObject({ rAt1: share, rAt5: share, rAt10: share }),
});
export type Retrieval = z.infer<typeof retrievalSchema>;

/** Retrieval over the whole set, both ways. */
export const fullSetSchema = z.strictObject({
  /** Cosines no farther apart are equal. */
  tolerance: z.number().nonnegative(),
  imageToText: retrievalSchema,
  textToImage: retrievalSchema,
});
export type FullSet = z.infer<typeof fullSetSchema>;
