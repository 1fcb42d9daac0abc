import { UsageError } from "@observatory/core";

/** What history an account needs to count toward thresholds and support; null: none is asked for. */
export interface HistoryRule {
  /** Days between its first and its last conversation in the data. */
  readonly minDays: number | null;
  /** Distinct conversations. */
  readonly minConversations: number | null;
}

/** What is known of one account. */
export interface AccountHistory {
  /** Milliseconds since 1970; null where no conversation has a time. */
  first: number | null;
  last: number | null;
  conversations: number;
}

const msOfDay = 86_400_000;

/** Notes a conversation; one told again counts for its time alone, one without a time tells nothing of days. */
export function addToHistory(history: AccountHistory, createdAt: string | null, isNew: boolean): void {
  if (isNew) history.conversations++;
  const ms = createdAt === null ? Number.NaN : Date.parse(createdAt);
  if (Number.isNaN(ms)) return;
  history.first = Math.min(history.first ?? ms, ms);
  history.last = Math.max(history.last ?? ms, ms);
}

/** Whether an account counts. One whose times are not known has a history of no days. */
export function isSettled(
  { first, last, conversations }: AccountHistory,
  { minDays, minConversations }: HistoryRule,
): boolean {
  const days = first === null || last === null ? 0 : (last - first) / msOfDay;
  return days >= (minDays ?? 0) && conversations >= (minConversations ?? 0);
}

/** Throws UsageError where the data does not have what the rule asks about, since nobody would count. */
export function assertHistoryKnown(
  { minDays, minConversations }: HistoryRule,
  data: { readonly hasAccounts: boolean; readonly hasTimes: boolean },
): void {
  if (minDays === null && minConversations === null) return;
  if (!data.hasAccounts) {
    throw new UsageError("a history of accounts is asked for, but no conversation has an account", {
      hint: 'Give "account" for every conversation, or leave --min-account-days and --min-account-conversations out.',
    });
  }
  if (minDays !== null && !data.hasTimes) {
    throw new UsageError("days between conversations are asked for, but no conversation has a time", {
      hint: 'Give "created_at" for every conversation, or use --min-account-conversations alone.',
    });
  }
}
