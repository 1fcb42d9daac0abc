import type { CallOptions, ModelError, ModelReply, ModelRequest } from "@observatory/core";

export interface BatchItem {
  /** What its result is found by: letters, digits, `_` and `-`, at most 64, unique in its batch. */
  readonly customId: string;
  readonly request: ModelRequest;
}

/** How one item of a batch ended. */
export type BatchOutcome =
  | { readonly type: "reply"; readonly reply: ModelReply }
  | { readonly type: "error"; readonly error: ModelError }
  /** Not begun in the time that a batch has, or cancelled. */
  | { readonly type: "expired" };

export interface BatchResult {
  readonly customId: string;
  readonly outcome: BatchOutcome;
}

export type BatchStatus =
  | { readonly state: "running" | "ended"; readonly done: number; readonly total: number }
  /** Refused as a whole, after it was taken. */
  | { readonly state: "failed"; readonly error: ModelError }
  /** The provider knows of no such batch. */
  | { readonly state: "lost" };

/** A batch that the provider lists. */
export interface RecentBatch {
  readonly batchId: string;
  /** What it was submitted under; null where the provider keeps no such thing. */
  readonly intent: string | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly total: number;
}

/** The batch endpoint of a provider: one attempt a call. Everything throws ModelError, and the reason of an abort. */
export interface BatchClient {
  /** What one batch may hold. */
  readonly limits: { readonly requests: number; readonly bytes: number };
  /** Bytes that an item takes in a batch. */
  sizeOf(item: BatchItem): number;
  /** Submits a batch under a name of ours, by which it can be found where the provider keeps it; gives its id. */
  submit(
    items: readonly BatchItem[],
    options: CallOptions & { readonly intent: string },
  ): Promise<string>;
  status(batchId: string, options?: CallOptions): Promise<BatchStatus>;
  /** Results of a batch that has ended, in any order. */
  results(batchId: string, options?: CallOptions): AsyncIterable<BatchResult>;
  /** Batches that were created since then, newest first. */
  listRecent(sinceMs: number, options?: CallOptions): AsyncIterable<RecentBatch>;
  cancel(batchId: string, options?: CallOptions): Promise<void>;
}
