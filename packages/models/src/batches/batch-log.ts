import type { Json } from "@observatory/core";
import { z } from "zod";

/** Where batches are written down before anything depends on them. One process has it open at a time. */
export interface BatchLog {
  /** What earlier processes appended, in order. */
  readonly entries: readonly unknown[];
  /** On disk when it returns. */
  append(entry: Json): Promise<void>;
}

const entrySchema = z.discriminatedUnion("type", [
  /** A batch is about to be submitted. */
  z.object({ type: z.literal("intent"), intent: z.string(), model: z.string(), at: z.number(), keys: z.array(z.string()) }),
  z.object({ type: z.literal("submitted"), intent: z.string(), batchId: z.string() }),
  /** It was never submitted, or the provider does not know it any more. */
  z.object({ type: z.literal("gone"), intent: z.string() }),
]);
export type BatchEntry = z.infer<typeof entrySchema>;

/** A batch that was submitted, or may have been. */
export interface LoggedBatch {
  readonly intent: string;
  /** Milliseconds since 1970: when it was about to be submitted. */
  readonly at: number;
  /** Keys of its calls: their custom ids. */
  readonly keys: ReadonlySet<string>;
  /** Null where it is not known whether it was submitted. */
  readonly batchId: string | null;
}

/** The batches of a model that may still bring results, oldest first. Entries that cannot be read are passed over. */
export function readLoggedBatches(entries: readonly unknown[], model: string): LoggedBatch[] {
  const batches = new Map<string, LoggedBatch>();
  for (const entry of entries) {
    const parsed = entrySchema.safeParse(entry);
    if (!parsed.success) continue;
    const { data } = parsed;
    const known = batches.get(data.intent);
    if (data.type === "intent" && data.model === model)
      batches.set(data.intent, { intent: data.intent, at: data.at, keys: new Set(data.keys), batchId: null });
    else if (data.type === "submitted" && known) batches.set(data.intent, { ...known, batchId: data.batchId });
    else if (data.type === "gone") batches.delete(data.intent);
  }
  return [...batches.values()];
}
