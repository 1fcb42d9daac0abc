import { roundToUnit } from "../privacy/round-tree.ts";
import type { Thresholds } from "../privacy/thresholds.ts";
import type { ReleaseFile } from "./schema.ts";

/**
 * How many went each way, rounded. Fewer than a cluster needs would say that a few people write in a rare language: they are
 * told with the others.
 */
export function buildRoutes(
  { semantic, lexical }: ReleaseFile["routes"],
  { minConversations, roundTo }: Thresholds,
): ReleaseFile["routes"] {
  const all = roundToUnit(semantic + lexical, roundTo);
  if (lexical < minConversations) return { semantic: all, lexical: 0 };
  if (semantic < minConversations) return { semantic: 0, lexical: all };
  return { semantic: roundToUnit(semantic, roundTo), lexical: roundToUnit(lexical, roundTo) };
}
