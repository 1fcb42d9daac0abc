import { contentHash, createRandom } from "@observatory/core";
import type { Protocol, ProviderReply } from "../protocol.ts";
import type { ProtocolName, ProviderCall } from "../provider-call.ts";
import { ProviderFailure } from "../provider-failure.ts";
import { readCall } from "../read-call.ts";
import type { Settings } from "../settings.ts";
import type { Tally } from "../tally.ts";
import type { TestModel } from "../test-model.ts";

/** One request of a batch, not yet read. */
export interface BatchRequest {
  readonly customId: string;
  readonly body: unknown;
}

/** How one request of a batch ended. */
export type BatchResult = { readonly customId: string } & (
  | { readonly type: "succeeded"; readonly call: ProviderCall; readonly reply: ProviderReply }
  | { readonly type: "errored"; readonly failure: ProviderFailure }
  | { readonly type: "expired" }
  | { readonly type: "canceled" }
);

/** A batch as it stands now. */
export interface TestBatch {
  readonly id: string;
  readonly protocol: ProtocolName;
  readonly state: "in-progress" | "canceling" | "ended";
  readonly size: number;
  /** Empty until it has ended. */
  readonly results: readonly BatchResult[];
  readonly wasCanceled: boolean;
  /** What its protocol keeps with it. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface BatchStore {
  /** Takes a batch; `isUnheard` where the caller is not to hear of it. */
  add(
    protocol: Protocol,
    requests: readonly BatchRequest[],
    extra?: Readonly<Record<string, unknown>>,
  ): { readonly batch: TestBatch; readonly isUnheard: boolean };
  /** A batch that is asked after, which brings it nearer to its end. Throws ProviderFailure `not-found`. */
  poll(protocol: ProtocolName, id: string): TestBatch;
  /** Throws ProviderFailure `not-found`. */
  cancel(protocol: ProtocolName, id: string): TestBatch;
  /** Newest first, without those that are lost. */
  list(protocol: ProtocolName): readonly TestBatch[];
}

interface StoredBatch {
  batch: TestBatch;
  polls: number;
  readonly isLost: boolean;
  readonly protocol: Protocol;
  readonly requests: readonly BatchRequest[];
}

/** Creates a store without batches. A batch is worked on when it is asked after the last time before its end. */
export function createBatchStore(parts: {
  readonly settings: Settings;
  readonly tally: Tally;
  readonly model: TestModel;
}): BatchStore {
  const { settings, tally } = parts;
  const stored = new Map<string, StoredBatch>();
  /** Bodies that have expired or failed once and may not again. */
  const failed = new Set<string>();
  let count = 0;

  const find = (protocol: ProtocolName, id: string): StoredBatch => {
    const found = stored.get(id);
    if (found === undefined || found.isLost || found.batch.protocol !== protocol) {
      throw new ProviderFailure("not-found", `No batch found with id '${id}'.`);
    }
    return found;
  };

  return {
    add: (protocol, requests, extra = {}) => {
      const number = ++count;
      const id = `${protocol.name === "anthropic" ? "msgbatch" : "batch"}_${String(number).padStart(6, "0")}`;
      const batch: TestBatch = {
        id,
        protocol: protocol.name,
        state: "in-progress",
        size: requests.length,
        results: [],
        wasCanceled: false,
        extra,
      };
      stored.set(id, { batch, polls: 0, isLost: number <= settings.batches.lost, protocol, requests });
      tally.batch();
      return { batch, isUnheard: number <= settings.batches.unheard };
    },
    poll: (protocol, id) => {
      const entry = find(protocol, id);
      entry.polls++;
      if (entry.batch.state === "canceling") {
        const results = entry.requests.map(({ customId }) => ({ customId, type: "canceled" }) as const);
        entry.batch = { ...entry.batch, state: "ended", results };
      } else if (entry.batch.state === "in-progress" && entry.polls >= settings.batches.polls) {
        entry.batch = { ...entry.batch, state: "ended", results: work(entry, { ...parts, failed }) };
      }
      return entry.batch;
    },
    cancel: (protocol, id) => {
      const entry = find(protocol, id);
      if (entry.batch.state === "in-progress") {
        entry.batch = { ...entry.batch, state: "canceling", wasCanceled: true };
      }
      return entry.batch;
    },
    list: (protocol) =>
      [...stored.values()]
        .filter(({ batch, isLost }) => batch.protocol === protocol && !isLost)
        .map(({ batch }) => batch)
        .toReversed(),
  };
}

interface Work {
  readonly settings: Settings;
  readonly tally: Tally;
  readonly model: TestModel;
  readonly failed: Set<string>;
}

function work({ batch, protocol, requests }: StoredBatch, parts: Work): BatchResult[] {
  const results = requests.map((request) => answerRequest(request, protocol, parts));
  const { seed, batches } = parts.settings;
  return batches.shuffled ? createRandom(`${seed}/order/${batch.id}`).shuffle(results) : results;
}

function answerRequest({ customId, body }: BatchRequest, protocol: Protocol, parts: Work): BatchResult {
  const { settings, tally, model, failed } = parts;
  const key = contentHash(body);
  const draw = failed.has(key) ? 1 : createRandom(`${settings.seed}/batch/${key}`).next();
  const { expired, errored } = settings.batches;
  if (draw < expired + errored) failed.add(key);
  if (draw < expired) return { customId, type: "expired" };
  try {
    if (draw < expired + errored) throw new ProviderFailure("server-error", "Internal server error");
    const call = readCall(settings, protocol, body);
    const reply = model.reply(call);
    tally.answered(call, reply, true);
    return { customId, type: "succeeded", call, reply };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return { customId, type: "errored", failure: error };
  }
}
