import { createEntryTable } from "../segments/entry-table.ts";
import { createKeyIndex } from "../segments/key-index.ts";
import { toPayer, type CallRecordView } from "./call-record.ts";

/** What calls to models took. */
export interface CallUsage {
  /** Calls that were paid for. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
  /** Calls that were answered by a reply that another purpose or scope has paid for. Not part of the numbers above. */
  readonly reusedCalls: number;
}

/** Where a record is. */
export interface CallPlace {
  readonly segment: number;
  readonly offset: number;
  readonly length: number;
}

/** Where each reply is and who paid for it, without the replies. */
export interface CallLedger {
  /** Number of distinct calls. */
  readonly size: number;
  add(record: Omit<CallRecordView, "text" | "length">, place: CallPlace): void;
  find(key: Uint8Array): CallPlace | null;
  /** Declares that a place holds no reply: the call counts as not kept until it is added again. */
  drop(key: Uint8Array): void;
  /** Whether a purpose and scope neither paid for this call nor is known to have used it again. */
  isNewReuse(key: Uint8Array, payer: string): boolean;
  usageOf(purpose: string, scope: string): CallUsage;
  /** Sum of all costs of a scope. */
  spentUsd(scope: string): number;
}

/** Creates an empty ledger; it takes some 50 to 80 bytes a call. */
export function createCallLedger(): CallLedger {
  const index = createKeyIndex();
  const places = createEntryTable(5);
  // Calls whose reply is not there.
  const dropped = new Set<number>();
  const usages: { readonly payer: string; sum: CallUsage }[] = [];
  const numbers = new Map<string, number>();
  // Users of a call beside the one in its place, as `entry * maxPayers + payer`.
  const alsoUsed = new Set<number>();

  const numberOf = (payer: string): number => {
    const known = numbers.get(payer);
    if (known !== undefined) return known;
    numbers.set(payer, usages.length);
    return usages.push({ payer, sum: noCallUsage }) - 1;
  };
  /** A call that is new here has no reply yet: its use may be read before it. */
  const entryOf = (key: Uint8Array): number => {
    const added = index.add(key);
    if (added < 0) return index.find(key);
    places.set(added, [0, 0, 0, 0, maxPayers]);
    dropped.add(added);
    return added;
  };
  const isUser = (entry: number, payer: number): boolean =>
    places.get(entry, 4) === payer || alsoUsed.has(entry * maxPayers + payer);

  return {
    get size() {
      return index.size - dropped.size;
    },
    add: (record, { segment, offset, length }) => {
      const payer = numberOf(record.payer);
      const usage = usages[payer];
      if (record.kind === "reuse") {
        const entry = entryOf(record.key);
        if (isUser(entry, payer)) return;
        alsoUsed.add(entry * maxPayers + payer);
        if (usage) usage.sum = { ...usage.sum, reusedCalls: usage.sum.reusedCalls + 1 };
        return;
      }
      const entry = entryOf(record.key);
      if (dropped.delete(entry))
        places.set(entry, [segment, offset % 2 ** 32, Math.floor(offset / 2 ** 32), length, payer]);
      else if (!isUser(entry, payer)) alsoUsed.add(entry * maxPayers + payer);
      // Each record was paid for, also where two processes paid for the same call at once.
      if (usage) usage.sum = addCall(usage.sum, record);
    },
    find: (key) => {
      const entry = index.find(key);
      if (entry < 0 || dropped.has(entry)) return null;
      const offset = places.get(entry, 1) + places.get(entry, 2) * 2 ** 32;
      return { segment: places.get(entry, 0), offset, length: places.get(entry, 3) };
    },
    drop: (key) => {
      const entry = index.find(key);
      if (entry >= 0) dropped.add(entry);
    },
    isNewReuse: (key, payer) => {
      const entry = index.find(key);
      return entry >= 0 && !isUser(entry, numberOf(payer));
    },
    usageOf: (purpose, scope) => usages[numberOf(toPayer(purpose, scope))]?.sum ?? noCallUsage,
    spentUsd: (scope) =>
      usages
        .filter(({ payer }) => payer.endsWith(toPayer("", scope)))
        .reduce((sum, { sum: { costUsd } }) => sum + costUsd, 0),
  };
}

const maxPayers = 2 ** 20;

const noCallUsage: CallUsage = {
  calls: 0,
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  reusedCalls: 0,
};

function addCall(sum: CallUsage, { usage, costUsd }: Pick<CallRecordView, "usage" | "costUsd">): CallUsage {
  return {
    calls: sum.calls + 1,
    inputTokens: sum.inputTokens + usage.inputTokens,
    cachedInputTokens: sum.cachedInputTokens + usage.cachedInputTokens,
    cacheWriteTokens: sum.cacheWriteTokens + usage.cacheWriteTokens,
    outputTokens: sum.outputTokens + usage.outputTokens,
    costUsd: sum.costUsd + costUsd,
    reusedCalls: sum.reusedCalls,
  };
}
