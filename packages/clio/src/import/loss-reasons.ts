import { repairReasons } from "./repair-reasons.ts";
import { skipReasons } from "./skip-reasons.ts";

/** The words that people read of a reason, and what they can do. */
export interface ReasonText {
  readonly unit: "record" | "file";
  /** What happened, where that is neither "skipped" nor "mended". */
  readonly verb?: string;
  readonly text: string;
  readonly cure: string | null;
}

/**
 * Every reason for which an import drops or mends something. A `record` is one conversation of a file; counts of records that
 * are skipped add up with the kept ones to the records read, counts of files do not.
 */
export const lossReasons = { ...skipReasons, ...repairReasons };

type SkipReason = keyof typeof skipReasons;

/** Reasons for which a record is changed and kept. */
export type Repair = keyof typeof repairReasons;

export type LossReason = SkipReason | Repair;

/** Reasons for which a whole record is dropped. */
export type RecordLoss = {
  [Reason in SkipReason]: (typeof skipReasons)[Reason] extends { unit: "record" } ? Reason : never;
}[SkipReason];

export function isRepair(reason: LossReason): reason is Repair {
  return Object.hasOwn(repairReasons, reason);
}
