import { publishCount } from "../privacy/door.ts";
import { copyResemblance } from "../privacy/near-duplicates/group-copies.ts";
import { passageTokens } from "../privacy/near-duplicates/passages.ts";
import { conversationsOfAccount } from "../privacy/thresholds.ts";
import type { StageContext } from "../stages/stage-context.ts";
import type { ReleaseFile } from "./schema.ts";

/** What bounds held for each account, and how many accounts did not count at all. */
export function buildContributions(
  index: { readonly accounts: number; readonly countedAccounts: number },
  {
    history: { minDays, minConversations },
    prompts,
    thresholds,
  }: Pick<StageContext, "history" | "prompts" | "thresholds">,
): ReleaseFile["contributions"] {
  const left = index.accounts - index.countedAccounts;
  return {
    conversationsToSupport: 1,
    summariesToNamer: 1,
    conversationsToThreshold: conversationsOfAccount(thresholds),
    copies: { resemblance: copyResemblance, passageTokens },
    knownPrompts: prompts.count,
    minAccountDays: minDays,
    minAccountConversations: minConversations,
    // A few would be a small group that something is told about.
    accountsNotCounted: left < thresholds.minAccounts ? 0 : publishCount(left, thresholds),
  };
}
