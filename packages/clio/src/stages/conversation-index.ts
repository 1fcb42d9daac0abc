import { StateError } from "@observatory/core";
import { countRows, defineColumns, readShardBatches, readShards } from "@observatory/store";
import { createDuplicateCollapse } from "../cluster/collapse-duplicates.ts";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import {
  addToHistory,
  assertHistoryKnown,
  isSettled,
  type AccountHistory,
  type HistoryRule,
} from "../privacy/account-history.ts";
import { markWithoutSummary } from "./summary-of.ts";
import { copyColumns } from "./tables.ts";

/** Which rows of the facets are the same request told again, which slot each distinct one has, and who counts. */
export interface ConversationIndex {
  /** Rows of the facets. */
  readonly rows: number;
  /** For each row the slot of its distinct request; slots count distinct requests in order of rows. -1: left out. */
  readonly slotOf: Int32Array;
  /** For each row whether it is the first of its slot. */
  readonly isFirst: Uint8Array;
  /** For each row the group of copies of its conversation; -1 where no other account has one. */
  readonly copiesOf: Int32Array;
  /** For each row whether its account has the history that is asked for. */
  readonly isSettled: Uint8Array;
  /** Number of slots: what is embedded and clustered. */
  readonly distinct: number;
  /** Distinct conversations; each has at least one slot. */
  readonly conversations: number;
  /** Distinct accounts; a conversation without one is its own. */
  readonly accounts: number;
  /** Accounts that count were all one cluster: with the history that is asked for, each with a conversation that is no copy of another's. */
  readonly countedAccounts: number;
  /** Conversations without a value of the clustered facet: nothing else counts them. */
  readonly leftOut: number;
  /** False where a conversation has no account: one person may then stand behind many of them. */
  readonly accountProtection: boolean;
}

export interface IndexSources {
  readonly facetsDirectory: string;
  /** A table of `copyColumns` that holds the conversations of the facets, in their order. */
  readonly copiesDirectory: string;
  readonly facet?: ClusteredFacet;
  readonly history?: HistoryRule;
  readonly signal: AbortSignal;
}

const columns = defineColumns({ id: "text", account: "text?", createdAt: "text?", part: "integer" });

/**
 * Reads the index from finished facets. Of a conversation told again each request goes where the first telling's
 * request of the same number went, or its first where there is none. Memory: 20 bytes a row, one short key a distinct
 * conversation, some 100 bytes an account. Throws UsageError where a history is asked for that the data does not tell.
 */
export async function loadConversationIndex(sources: IndexSources): Promise<ConversationIndex> {
  const { facetsDirectory, copiesDirectory, facet = "request", signal } = sources;
  const history = sources.history ?? { minDays: null, minConversations: null };
  const rows = await countRows(facetsDirectory);
  const isWithout =
    typeof facet === "string" ? null : await markWithoutSummary(facetsDirectory, facet, rows, signal);
  const slotOf = new Int32Array(rows);
  const isFirst = new Uint8Array(rows);
  const partOf = new Uint8Array(rows);
  const copiesOf = new Int32Array(rows);
  const accountOf = new Int32Array(rows);
  const accounts = createAccountNumbers();
  const owners = createGroupOwners(await countRows(copiesDirectory));
  const collapse = createDuplicateCollapse();
  let distinct = 0;
  let conversations = 0;
  let leftOut = 0;
  let row = 0;
  let account = 0;
  let group = 0;
  /** First row of the conversation whose telling the current row belongs to. */
  let firstTelling = 0;
  let isNew = false;
  const copies = readCopies(copiesDirectory, signal);
  try {
    for await (const batch of readShardBatches(facetsDirectory, columns, { signal })) {
      for (const { id, account: name, createdAt, part } of batch) {
        if (isWithout?.[row] === 1) {
          slotOf[row++] = -1;
          leftOut++;
          continue;
        }
        partOf[row] = part;
        if (part === 0) {
          const found = await copies.find(id);
          group = found.copies;
          account = accounts.numberOf(name);
          owners.add(group, account);
          firstTelling = collapse.add(row, name, String(found.twin));
          isNew = firstTelling === row;
          if (isNew) conversations++;
          accounts.note(account, createdAt, isNew);
        }
        accountOf[row] = account;
        copiesOf[row] = group;
        const twin = firstTelling + part;
        slotOf[row] = isNew
          ? distinct++
          : (slotOf[twin < row && partOf[twin] === part ? twin : firstTelling] ?? 0);
        isFirst[row] = isNew ? 1 : 0;
        row++;
      }
    }
  } finally {
    await copies.close();
  }
  const { histories, withoutAccount, hasTimes } = accounts;
  const hasAccounts = withoutAccount < histories.length;
  if (conversations > 0) assertHistoryKnown(history, { hasAccounts, hasTimes: hasTimes() });
  const settled = histories.map((known) => isSettled(known, history));
  const shared = copiesOf.map((group) => (owners.isShared(group) ? group : -1));
  return {
    rows,
    slotOf,
    isFirst,
    copiesOf: shared,
    isSettled: Uint8Array.from(accountOf, (account) => (settled[account] === true ? 1 : 0)),
    distinct,
    conversations,
    accounts: histories.length,
    countedAccounts: countAccounts(shared, isFirst, accountOf, settled),
    leftOut,
    accountProtection: withoutAccount === 0,
  };
}

/** A maximal matching as that of `createAccountMatcher`, by conversations in the order of rows. */
function countAccounts(
  copiesOf: Int32Array,
  isFirst: Uint8Array,
  accountOf: Int32Array,
  settled: readonly boolean[],
): number {
  const counted = new Uint8Array(settled.length);
  const taken = new Uint8Array(copiesOf.reduce((most, group) => Math.max(most, group + 1), 0));
  let count = 0;
  copiesOf.forEach((group, row) => {
    const account = accountOf[row] ?? 0;
    if (isFirst[row] !== 1 || settled[account] !== true || counted[account] === 1) return;
    if (group >= 0) {
      if (taken[group] === 1) return;
      taken[group] = 1;
    }
    counted[account] = 1;
    count++;
  });
  return count;
}

/** Numbers accounts from 0 in the order in which they come; a conversation without one gets a number of its own. */
function createAccountNumbers() {
  const numbers = new Map<string, number>();
  const histories: AccountHistory[] = [];
  let withoutAccount = 0;
  return {
    histories,
    get withoutAccount() {
      return withoutAccount;
    },
    hasTimes: () => histories.some(({ first }) => first !== null),
    numberOf: (name: string | null): number => {
      const known = name === null ? undefined : numbers.get(name);
      if (known !== undefined) return known;
      if (name === null) withoutAccount++;
      else numbers.set(name, histories.length);
      return histories.push({ first: null, last: null, conversations: 0 }) - 1;
    },
    note: (account: number, createdAt: string | null, isNew: boolean): void => {
      const known = histories[account];
      if (known) addToHistory(known, createdAt, isNew);
    },
  };
}

/** Tells which groups of copies several accounts have. */
function createGroupOwners(groups: number) {
  const nobody = -1;
  const several = -2;
  const ownerOf = new Int32Array(groups).fill(nobody);
  return {
    add: (group: number, account: number): void => {
      const owner = ownerOf[group];
      if (owner === nobody) ownerOf[group] = account;
      else if (owner !== account) ownerOf[group] = several;
    },
    isShared: (group: number): boolean => ownerOf[group] === several,
  };
}

/** Walks beside the facets, which keep the order of the conversations and leave some out. */
function readCopies(directory: string, signal: AbortSignal) {
  const rows = readShards(directory, copyColumns, { signal });
  return {
    find: async (id: string) => {
      for (let next = await rows.next(); !next.done; next = await rows.next()) {
        if (next.value.id === id) return next.value;
      }
      throw new StateError(`${directory} does not hold the conversations that facets were read from`, {
        hint: "Delete the private/ directory and run the same command again.",
      });
    },
    close: async () => rows.return(undefined),
  };
}
