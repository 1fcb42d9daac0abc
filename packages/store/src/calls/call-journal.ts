import type { ModelReply } from "@observatory/core";
import { stat } from "node:fs/promises";
import { ensurePrivateDirectory } from "../files/ensure-private-directory.ts";
import { withFileErrors } from "../files/file-errors.ts";
import { keyBytes } from "../segments/key-index.ts";
import { listSegments } from "../segments/list-segments.ts";
import { createCallLedger, type CallPlace, type CallUsage } from "./call-ledger.ts";
import { encodeCallRecord, toPayer, viewCallRecord, type CallRecordView } from "./call-record.ts";
import { scanSegment, segmentExtension, type SegmentScan } from "./call-segment.ts";
import { createCallWriter } from "./call-writer.ts";
import { createFilePool } from "./file-pool.ts";
import { createSingleFlight } from "./single-flight.ts";

export interface CallJournalOptions {
  /** Which run pays for new calls. */
  readonly scope: string;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

export interface JournaledCall {
  /** Of {@link callKeyOf}. */
  readonly key: string;
  /** {@link LanguageModel.id} */
  readonly model: string;
  readonly purpose: string;
  readonly signal?: AbortSignal;
}

export interface PaidReply {
  readonly reply: ModelReply;
  readonly costUsd: number;
}

export interface CallJournal extends AsyncDisposable {
  /** Number of distinct calls that are kept. */
  readonly size: number;
  /** What could not be read: records with damaged texts, and segments that end in a part of a record. */
  readonly losses: { readonly damaged: number; readonly tornTails: number };
  /**
   * The kept reply of a call; where none is kept, what `pay` brings, on disk before it is given out. Equal calls at
   * the same time are paid for once. The signal given to `pay` is aborted when no caller waits any more; what it
   * brings all the same is kept. Throws what `pay` throws, StateError, and the reason of an abort.
   */
  answer(call: JournaledCall, pay: (signal: AbortSignal) => Promise<PaidReply>): Promise<ModelReply>;
  /** What the calls for a purpose took in this scope, in this process and in earlier ones. */
  usageOf(purpose: string): Promise<CallUsage>;
  /** US dollars that this scope has paid, in this process and in earlier ones. */
  spentUsd(): Promise<number>;
  /** Waits for calls that are under way. */
  close(): Promise<void>;
}

/**
 * Opens the replies of models, kept by content key, so that no call is paid for twice.
 *
 * Replies are appended to segments with checksums, one a process, which are never rewritten; a torn tail is left out
 * and counted. Any number of processes may have the directory open: a call that is not kept looks, a few times a
 * second, at what others have appended since. Files are private (0600) and hold replies, names of purposes, scopes
 * and models, usage, cost and time: no prompt, no key of a provider. Replies are read on demand; memory: some 50 to
 * 80 bytes a call. Throws StateError.
 *
 * @example
 * await using journal = await openCallJournal(join(run.privatePath, "calls"), { scope: "run 1" });
 */
export async function openCallJournal(directory: string, options: CallJournalOptions): Promise<CallJournal> {
  const { scope, clock = Date.now } = options;
  await ensurePrivateDirectory(directory);
  const ledger = createCallLedger();
  const files = createFilePool(maxOpenFiles);
  const flights = createSingleFlight<ModelReply>();
  const segments: Segment[] = [];
  const numbers = new Map<string, number>();
  const segmentAt = (path: string): number => {
    const number = numbers.get(path) ?? segments.push({ path, end: 0, damaged: 0, isTorn: false }) - 1;
    numbers.set(path, number);
    return number;
  };

  const writer = createCallWriter(directory, (records, path, start) => {
    const segment = segmentAt(path);
    let offset = start;
    for (const bytes of records) {
      const record = viewCallRecord(bytes, 0);
      if (typeof record === "object") ledger.add(record, { segment, offset, length: record.length });
      offset += bytes.length;
    }
    segments[segment] = { path, end: offset, damaged: 0, isTorn: false };
  });

  const readOthers = async (): Promise<void> => {
    for (const name of await listSegments(directory, segmentExtension)) {
      const path = name + segmentExtension;
      if (path === writer.path) continue;
      const number = segmentAt(path);
      const known = segments[number];
      if (!known || (await stat(path)).size <= known.end) continue;
      const scan = await scanSegment(path, known.end, (record, offset) =>
        ledger.add(record, { segment: number, offset, length: record.length }),
      );
      segments[number] = { path, ...scan, damaged: known.damaged + scan.damaged };
    }
  };
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;
  const lookAtOthers = async (): Promise<void> => {
    if (!looking && Math.abs(clock() - lookedAt) < lookEveryMs) return;
    looking ??= withFileErrors("read", directory, readOthers).finally(() => {
      lookedAt = clock();
      looking = null;
    });
    await looking;
  };
  await lookAtOthers();

  const read = async (key: Buffer): Promise<ModelReply | null> => {
    const place = ledger.find(key);
    const path = segments[place?.segment ?? -1]?.path;
    if (!place || path === undefined) return null;
    const bytes = await withFileErrors("read", path, () => files.read(path, place.offset, place.length));
    const record = viewCallRecord(bytes, 0);
    if (typeof record === "object" && record.kind === "call" && key.equals(record.key))
      return toReply(record);
    ledger.drop(key);
    return null;
  };
  const find = async (key: Buffer): Promise<ModelReply | null> => {
    const kept = await read(key);
    if (kept) return kept;
    await lookAtOthers();
    return await read(key);
  };
  const noteReuse = async (key: Uint8Array, { purpose, model }: JournaledCall): Promise<void> => {
    if (!ledger.isNewReuse(key, toPayer(purpose, scope))) return;
    const bytes = encodeCallRecord({ ...noReply, key, purpose, scope, model, at: clock() });
    const record = viewCallRecord(bytes, 0);
    if (typeof record === "object") ledger.add(record, nowhere);
    await writer.appendLater(bytes);
  };

  const close = async (): Promise<void> => {
    await flights.settle();
    await writer.close();
    await files.close();
  };
  return {
    get size() {
      return ledger.size;
    },
    get losses() {
      const others = segments.filter(({ path }) => path !== writer.path);
      return {
        damaged: others.reduce((sum, { damaged }) => sum + damaged, 0),
        tornTails: others.filter(({ isTorn }) => isTorn).length,
      };
    },
    answer: async (call, pay) => {
      const key = Buffer.from(call.key.slice(0, 2 * keyBytes), "hex");
      const { value } = await flights.run(call.key, call.signal, async (signal) => {
        const kept = await find(key);
        if (kept) return kept;
        const { reply, costUsd } = await pay(signal);
        const { purpose, model } = call;
        const bytes = encodeCallRecord({
          kind: "call",
          key,
          purpose,
          scope,
          model,
          text: reply.text,
          stop: reply.stop,
          usage: reply.usage,
          costUsd,
          at: clock(),
        });
        await writer.append(bytes);
        // As it will be read from the disk, so that a later run sees the same.
        const record = viewCallRecord(bytes, 0);
        return typeof record === "object" ? toReply(record) : reply;
      });
      await noteReuse(key, call);
      return value;
    },
    usageOf: async (purpose) => {
      await writer.flush();
      return ledger.usageOf(purpose, scope);
    },
    spentUsd: async () => {
      await writer.flush();
      return ledger.spentUsd(scope);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function toReply(record: CallRecordView): ModelReply {
  return { text: record.text(), stop: record.stop, usage: record.usage };
}

const noReply = {
  kind: "reuse",
  text: "",
  stop: "end",
  usage: { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0 },
  costUsd: 0,
} as const;
const nowhere: CallPlace = { segment: 0, offset: 0, length: 0 };

/** A call that is not kept looks at other processes' segments, but not more often than this. */
const lookEveryMs = 250;
const maxOpenFiles = 64;

interface Segment extends SegmentScan {
  readonly path: string;
}
