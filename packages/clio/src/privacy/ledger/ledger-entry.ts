import { z } from "zod";

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/u);
const shared = {
  /** ISO 8601, UTC. */
  time: z.iso.datetime(),
  /** SHA-256 of the line before; null in the first. A line that was taken out or changed breaks the chain. */
  after: hashSchema.nullable(),
};

const releaseEntrySchema = z.strictObject({
  kind: z.literal("release"),
  ...shared,
  /** Counted from 1. */
  number: z.number().int().positive(),
  /** Key of the run's release stage: what the release was made of and how. */
  run: z.string().min(1),
  /** SHA-256 of the input's accounts, sorted. */
  accounts: hashSchema,
  /** SHA-256 of `release.json`. */
  release: hashSchema,
  /** SHA-256 of what is kept in private, to compare the next release with. */
  snapshot: hashSchema,
});

const budgetEntrySchema = z.strictObject({
  kind: z.literal("budget"),
  ...shared,
  epsilon: z.number().nonnegative(),
  delta: z.number().min(0).lt(1),
  /** Of zero-concentrated differential privacy. */
  rho: z.number().nonnegative(),
  /** What it pays for. */
  purpose: z.string().min(1).max(200),
});

const limitEntrySchema = z.strictObject({
  kind: z.literal("limit"),
  ...shared,
  /** What all budget entries may come to together; set once. */
  epsilon: z.number().positive(),
  delta: z.number().gt(0).lt(1),
});

/** One line of `ledger.jsonl`. */
export const ledgerEntrySchema = z.discriminatedUnion("kind", [
  releaseEntrySchema,
  budgetEntrySchema,
  limitEntrySchema,
]);

export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export type ReleaseEntry = z.infer<typeof releaseEntrySchema>;
export type BudgetEntry = z.infer<typeof budgetEntrySchema>;
export type LimitEntry = z.infer<typeof limitEntrySchema>;
