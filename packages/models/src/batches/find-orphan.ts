import type { BatchClient } from "./batch-client.ts";
import type { LoggedBatch } from "./batch-log.ts";

export interface FindOrphanOptions {
  readonly client: BatchClient;
  /** Ids of batches that are known to be others. */
  readonly claimed: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/**
 * Looks at the provider for a batch whose id was never heard of. Where the provider keeps our name of it, that is
 * certain; else the oldest batch of the right size that was created soon after is a guess, which the custom ids of
 * its results confirm. Null where there is none. Throws ModelError.
 */
export async function findOrphan(
  { intent, at, keys }: Pick<LoggedBatch, "intent" | "at" | "keys">,
  { client, claimed, signal }: FindOrphanOptions,
): Promise<{ readonly batchId: string; readonly isCertain: boolean } | null> {
  let guess: string | null = null;
  for await (const recent of client.listRecent(at - clocksDifferMs, { signal })) {
    if (recent.intent === intent) return { batchId: recent.batchId, isCertain: true };
    const isLikely =
      recent.intent === null &&
      recent.total === keys.size &&
      recent.createdAtMs < at + submittingMs &&
      !claimed.has(recent.batchId);
    if (isLikely) guess = recent.batchId;
  }
  return guess === null ? null : { batchId: guess, isCertain: false };
}

/** How far the provider's clock may be behind ours. */
const clocksDifferMs = 5 * 60_000;
/** How long it may take to submit a batch, tries that failed and the clocks' difference included. */
const submittingMs = 60 * 60_000;
