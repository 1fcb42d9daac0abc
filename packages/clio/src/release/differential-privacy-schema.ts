import { z } from "zod";
import { count } from "./number-schemas.ts";

/** What `release.json` says of a release under differential privacy. */
export const differentialPrivacySchema = z.strictObject({
  /** Whose presence is hidden: all conversations of an account, or one conversation. */
  unit: z.enum(["account", "conversation"]),
  /** Two inputs are neighbours where one has all of one unit more. */
  neighbours: z.literal("add-remove"),
  epsilon: z.number(),
  delta: z.number(),
  /** Zero-concentrated differential privacy of all parts together. */
  rho: z.number(),
  /** The parts that noise was drawn for, with what each cost. */
  parts: z.array(
    z.strictObject({ part: z.string(), mechanism: z.literal("discrete Gaussian"), rho: z.number() }),
  ),
  /** What is looked at of one unit at most. */
  contributions: z.strictObject({ conversations: count, vocabulary: count, words: count, pairs: count }),
  /** The closed list of words that names are made of. */
  vocabulary: z.strictObject({ source: z.string(), words: count }),
  dimensions: count,
  /** Standard deviation of the noise in a base cluster's number. */
  sizeDeviation: z.number(),
  /** What is not in this release because nothing was paid for it. */
  leftOut: z.array(z.string()),
});

export type DifferentialPrivacy = z.infer<typeof differentialPrivacySchema>;
