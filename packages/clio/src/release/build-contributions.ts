import type { HistoryRule } from "../privacy/account-history.ts";
import { publishCount } from "../privacy/door.ts";
import { copyResemblance } from "../privacy/near-duplicates/group-copies.ts";
import { passageTokens } from "../privacy/near-duplicates/passages.ts";
import { conversationsOfAccount, type Thresholds } from "../privacy/thresholds.ts";
import type { ReleaseFile } from "./schema.ts";

/** What bounds held for each account, and how many accounts did not count at all. */
export function buildContributions(
  index: { readonly accounts: number; readonly countedAccounts: number },
  { minDays, minConversations }: HistoryRule,
  thresholds: Thresholds,
): ReleaseFile["contributions"] {
  const left = index.accounts - index.countedAccounts;
  return {
    conversationsToSupport: 1,
    summariesToNamer: 1,
    conversationsToThreshold: conversationsOfAccount(thresholds),
    copies: { resemblance: copyResemblance, passageTokens },
    minAccountDays: minDays,
    minAccountConversations: minConversations,
    // A few would be a small group that something is told about.
    accountsNotCounted: left < thresholds.minAccounts ? 0 : publishCount(left, thresholds),
  };
}
