import type { TokenUsage } from "@observatory/core";

/** US dollars that a call of this usage takes, directly or by a batch endpoint. */
export type CallCost = (usage: TokenUsage, call: { readonly batched: boolean }) => number;
