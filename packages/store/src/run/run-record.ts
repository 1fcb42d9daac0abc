import { UsageError, type Json } from "@observatory/core";
import { join } from "node:path";
import { z } from "zod";
import { readVersionedFile } from "../files/read-json-file.ts";

const count = z.number().int().nonnegative();

const usageSchema = z.strictObject({
  calls: count,
  /** Tokens of whole prompts; those read from a provider's cache and written to one are part of them. */
  inputTokens: count,
  cachedInputTokens: count.default(0),
  cacheWriteTokens: count.default(0),
  outputTokens: count,
  costUsd: z.number().nonnegative(),
  /** Calls that were answered by a reply that another stage or run has paid for; no part of the other numbers. */
  reusedCalls: count.default(0),
});

const stageRecordSchema = z.strictObject({
  key: z.string(),
  status: z.enum(["running", "done", "reused", "failed", "interrupted"]),
  counts: z.record(z.string(), z.number()),
  /** Of the attempt that finished it, or of the last one. */
  durationMs: z.number().nonnegative(),
  usage: usageSchema,
});

const runRecordSchema = z.strictObject({
  schema: z.literal("observatory/run@1"),
  createdAt: z.string(),
  updatedAt: z.string(),
  status: z.enum(["running", "done", "failed", "interrupted"]),
  /** What was read: its name and the SHA-256 of its bytes. */
  inputs: z.array(z.strictObject({ name: z.string(), sha256: z.string(), bytes: count })),
  /** What reading the inputs lost and changed, by reason and place. */
  losses: z.custom<Json>().optional(), // what was JSON in the file
  /** Every setting that the result depends on. */
  config: z.record(z.string(), z.json()),
  seed: z.number().nullable(),
  analyst: z.string().nullable(),
  embedder: z.string().nullable(),
  /** Versions of the programs and data that took part. */
  versions: z.record(z.string(), z.string()),
  stages: z.record(z.string(), stageRecordSchema),
});

/** `run.json`: what ran. It holds no text of a conversation. */
export type RunRecord = z.infer<typeof runRecordSchema>;
export type StageRecord = z.infer<typeof stageRecordSchema>;

/** What calls to models took; zero where none was made. */
export type ModelUsage = z.infer<typeof usageSchema>;

/** The part of the record that the instruments fill in. */
export type RunRecordPatch = Partial<Omit<RunRecord, "schema" | "createdAt" | "updatedAt" | "stages">>;

/** The record of a run directory, read without its lock. Throws UsageError where there is none, StateError for a damaged or newer one. */
export async function readRunRecord(runPath: string): Promise<RunRecord> {
  const record = await findRunRecord(runPath);
  if (record) return record;
  throw new UsageError(`${runPath} is not a run directory: it has no run.json`, {
    hint: "Give the directory that a run wrote with --out.",
  });
}

/** As {@link readRunRecord}, with null where there is no `run.json`. */
export async function findRunRecord(runPath: string): Promise<RunRecord | null> {
  return await readVersionedFile(join(runPath, "run.json"), {
    name: "observatory/run",
    version: 1,
    schema: runRecordSchema,
    cure: "Delete the directory and run again, or write to another one.",
  });
}

export function createRunRecord(at: string): RunRecord {
  return {
    schema: "observatory/run@1",
    createdAt: at,
    updatedAt: at,
    status: "running",
    inputs: [],
    config: {},
    seed: null,
    analyst: null,
    embedder: null,
    versions: {},
    stages: {},
  };
}

/** Usage with the numbers that are given, and zero for the others. */
export function toModelUsage(usage: Partial<ModelUsage>): ModelUsage {
  return {
    calls: usage.calls ?? 0,
    inputTokens: usage.inputTokens ?? 0,
    cachedInputTokens: usage.cachedInputTokens ?? 0,
    cacheWriteTokens: usage.cacheWriteTokens ?? 0,
    outputTokens: usage.outputTokens ?? 0,
    costUsd: usage.costUsd ?? 0,
    reusedCalls: usage.reusedCalls ?? 0,
  };
}
