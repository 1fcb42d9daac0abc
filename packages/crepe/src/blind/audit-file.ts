import { z } from "zod";
import type { AuditReport } from "./audit-rows.ts";

const count = z.number().int().nonnegative();
const intervalSchema = z.tuple([z.number(), z.number()]).readonly();

const probeResultSchema = z.strictObject({
  probe: z.string(),
  clue: z.string(),
  rAt1: z.number(),
  interval: intervalSchema,
  gain: z.number(),
  jointInterval: intervalSchema,
  overallInterval: intervalSchema,
  tiedForFirst: count,
});

const cellAuditSchema = z.strictObject({
  cell: z.string(),
  rows: count,
  images: count,
  counterbalanced: z.boolean(),
  chance: z.number(),
  probes: z.array(probeResultSchema).readonly(),
  central: z.strictObject({ rAt1: z.number(), interval: intervalSchema }),
  best: z.string(),
  verdict: z.enum(["blind-proof", "leaks", "undecided"]),
  leaks: z.array(z.string()).readonly(),
  largestPossibleGain: z.number(),
});

const auditReportSchema: z.ZodType<AuditReport> = z.strictObject({
  seed: z.number(),
  resamples: count,
  rows: count,
  images: count,
  rowsWithoutNegatives: count,
  probes: z.array(z.string()).readonly(),
  cells: z.array(cellAuditSchema).readonly(),
  overall: z.strictObject({
    intervals: count,
    above: count,
    below: count,
    leaks: z.array(z.strictObject({ cell: z.string(), probe: z.string(), gain: z.number() })).readonly(),
  }),
});

/** `audit.json` of a benchmark: what blind probes find in it. */
export const auditFileSchema = z.strictObject({
  schema: z.literal("observatory/crepe-audit@1"),
  /** What was audited. */
  benchmark: z.strictObject({ name: z.string(), contentHash: z.string() }),
  /** Null where the set was refined and not audited since. */
  audit: auditReportSchema.nullable(),
  /** What refining found before and after, for people; null where nothing was refined. */
  refinement: z.unknown().nullable(),
});

export type AuditFile = z.infer<typeof auditFileSchema>;
