import { z } from "zod";
import { tiePolicies } from "../names.ts";
import { complexityEffectSchema, doseSlopeSchema, fullSetSchema, gateSchema } from "./analyses.ts";
import { chatReportSchema } from "./chat/chat-report.ts";

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const intervalSchema = z.tuple([z.number(), z.number()]).readonly();

export { tiePolicies, type TiePolicy } from "../names.ts";

/** How equal scores are recognised and counted. */
export const tiesSchema = z.strictObject({
  policy: z.enum(tiePolicies),
  /** Scores no farther apart than this are equal; 0 for models. */
  tolerance: z.number().nonnegative(),
});
export type Ties = z.infer<typeof tiesSchema>;

/** What gave the scores, and everything that they depend on. */
export const scorerSchema = z.strictObject({
  /** Unique among the results of a benchmark: `chance`, `blind/bigram_lm`, `openai/ViT-B-32`. */
  id: z.string().min(1).max(300),
  /**
   * `chance`; `blind`, which never sees the image; `reference`, which reads the true graph or pixels of drawn scenes;
   * `embedding`, an image and a text tower; `language-model`, asked in words; `file`, scores made elsewhere.
   */
  kind: z.enum(["chance", "blind", "reference", "embedding", "language-model", "file"]),
  /** Weights, their hash, preprocessing, prompt, provider, versions ... whatever another scorer of this id could differ in. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ScorerInfo = z.infer<typeof scorerSchema>;

/** One item with its negatives of one type. */
export const resultRowSchema = z.strictObject({
  item: z.string(),
  type: z.string(),
  /** The score of the true caption; higher means more likely to be true. */
  positive: z.number(),
  /** The scores of the negatives of this type, in the item's order. */
  negatives: z.array(z.number()).min(1),
  /** Place of the true caption by the file's tie policy, 1 the best; `expected` ranks may be halves. */
  rank: z.number().min(1),
  /** Ranks over the whole set: of its caption for its image, and of its image for its caption. The same in all its rows. */
  fullSet: z
    .tuple([z.number().min(1), z.number().min(1)])
    .readonly()
    .optional(),
});
export type ResultRow = z.infer<typeof resultRowSchema>;

/**
 * Which rows of a type a cell holds: all of them, those of one complexity, those of one split by a training set, or
 * those whose rarest compound a training set names so often (`to` null: or more often).
 */
export const cellKeySchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("type") }),
  z.strictObject({ by: z.literal("complexity"), n: count }),
  z.strictObject({ by: z.literal("split"), trainingSet: z.string(), split: z.enum(["SC", "UC", "UA"]) }),
  z.strictObject({
    by: z.literal("seen"),
    trainingSet: z.string(),
    from: count,
    to: count.nullable(),
  }),
]);
export type CellKey = z.infer<typeof cellKeySchema>;

const scoresShape = {
  /** Mean over the rows of the share of first places, by the tie policy. */
  rAt1: share,
  /** 95 %, by a bootstrap that draws images, each with all its rows. */
  interval: intervalSchema,
  rAt3: share,
  meanRank: z.number().min(1),
  medianRank: z.number().min(1),
};

export const resultCellSchema = z.strictObject({
  type: z.string(),
  key: cellKeySchema,
  rows: count,
  /** Images, where pairs and families count as one. */
  images: count,
  /** Mean over the rows of 1 / (1 + k). */
  chance: share,
  ...scoresShape,
  /** Rows in which a negative has the same score as the true caption. */
  ties: count,
});
export type ResultCell = z.infer<typeof resultCellSchema>;

const averageSchema = z.strictObject({ chance: share, ...scoresShape });
export type ResultAverage = z.infer<typeof averageSchema>;

const measureSchema = z.strictObject({ share, interval: intervalSchema });

/**
 * Text, image and group score of pairs, the 2 x 2 sets of two images and two captions (Winoground), with intervals by a
 * bootstrap that draws pairs.
 */
export const pairScoresSchema = z.strictObject({
  pairs: count,
  text: measureSchema,
  image: measureSchema,
  group: measureSchema,
  chance: z.strictObject({ text: share, image: share, group: share }),
});
export type PairScores = z.infer<typeof pairScoresSchema>;

/** A figure as a release's own scripts compute it, so that it can be held against published ones. */
export const publishedFigureSchema = z.strictObject({
  release: z.enum(["CREPE", "SugarCrepe", "Winoground", "ARO"]),
  /** Of which rows or groups: `swap`, `seen compounds in cc12m, atom`, `replace`, `all files`. */
  name: z.string(),
  /** `R@1`, which all but Winoground call accuracy or Precision@1; else Winoground's three. */
  measure: z.enum(["R@1", "text", "image", "group"]),
  /** `micro`: each item counts the same; `macro`: each group does. */
  average: z.enum(["micro", "macro"]),
  /** What the mean is over. */
  over: z.enum(["items", "pairs", "files", "complexities", "relations", "attribute pairs"]),
  groups: count,
  items: count,
  /** What the scripts do with equal scores, which need not be what the file's tables do. */
  ties: z.enum(tiePolicies),
  chance: share,
  share,
  interval: intervalSchema,
});
export type PublishedFigure = z.infer<typeof publishedFigureSchema>;

const headShape = {
  schema: z.literal("observatory/crepe-results@1"),
  scorer: scorerSchema,
  /** What was scored; the hash is that of `benchmark.json`, or of the files of a benchmark of another format. */
  benchmark: z.strictObject({ name: z.string(), contentHash: z.string() }),
  /** Seed and resamples of the bootstrap. */
  seed: z.number(),
  resamples: count,
  ties: tiesSchema,
  /** Rows that have no scores, by reason in kebab-case: `no-image`, `refused`, `filtered`. No cell counts them. */
  losses: z.record(z.string(), count),
  cells: z.array(resultCellSchema).readonly(),
  averages: z.strictObject({
    /** Every row counts the same. Null where there is none. */
    micro: averageSchema.nullable(),
    /** Every type of negatives counts the same. */
    macro: averageSchema.nullable(),
  }),
  /** Absent where no pair is whole. */
  pairs: pairScoresSchema.optional(),
  /** Absent where no training set is known. */
  doseSlopes: z.array(doseSlopeSchema).readonly().optional(),
  /** Absent where captions have no complexity. */
  complexityEffects: z.array(complexityEffectSchema).readonly().optional(),
  /** Absent where the scorer's recognition of atoms was not measured. */
  gate: gateSchema.optional(),
  /** Absent where it was not asked for, or the scorer compares no vectors. */
  fullSet: fullSetSchema.optional(),
  /** Absent where the rows are of no release whose scripts are known. */
  figures: z.array(publishedFigureSchema).readonly().optional(),
  /** How a chat model answered. */
  chat: chatReportSchema.optional(),
};

/** All of a results file but its rows. */
export const resultsHeadSchema = z.strictObject(headShape);
export type ResultsHead = z.infer<typeof resultsHeadSchema>;

/** `results/<scorer>.json`: what one scorer reaches on one benchmark. */
export const resultsSchema = z.strictObject({ ...headShape, rows: z.array(resultRowSchema).readonly() });
export type Results = z.infer<typeof resultsSchema>;
