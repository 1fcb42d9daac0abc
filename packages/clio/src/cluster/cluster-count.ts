import type { Thresholds } from "../privacy/thresholds.ts";

/**
 * The number of base clusters for n distinct conversations: about 100 conversations a cluster from 5,000 on (the
 * size the Clio paper names), sqrt(n / 2) below, at least 4; and never so many that the average cluster is under
 * twice the smallest publishable size.
 */
export function chooseClusterCount(conversations: number, thresholds: Thresholds): number {
  const wanted =
    conversations >= 5_000
      ? Math.round(conversations / 100)
      : Math.max(4, Math.round(Math.sqrt(conversations / 2)));
  const affordable = Math.floor(conversations / (2 * thresholds.minConversations));
  return Math.max(1, Math.min(wanted, affordable));
}
