import type { MisfitReason, MisfitSink } from "../analyst.ts";
import type { Misfits } from "./report.ts";

/** Counts answers that did not fit. */
export interface MisfitCounter {
  readonly onMisfit: MisfitSink;
  counts(): Misfits;
}

/** Creates a counter that starts at zero. */
export function createMisfitCounter(): MisfitCounter {
  const attempts = { 1: 0, 2: 0 };
  const reasons = new Map<MisfitReason, number>();
  return {
    onMisfit: ({ reason, attempt }) => {
      attempts[attempt]++;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    },
    counts: () => ({
      first: attempts[1],
      second: attempts[2],
      reasons: Object.fromEntries([...reasons].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}
