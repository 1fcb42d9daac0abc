import { wilsonInterval } from "@observatory/numerics";
import type { AttackOutcome, AttackScore, AttackVerdict } from "./attack-report.ts";

/** An outcome before its verdict. */
export interface MeasuredAttack extends Omit<AttackOutcome, "verdict" | "note"> {
  readonly note?: string;
  /**
   * What of `on` must be within the bound: what was counted, or the upper end of its interval. For the latter an interval on both sides
   * of the bound is undecided where `decisive` is not set.
   */
  readonly judged: "value" | "upper";
  /** Whether as many were tried as a verdict needs. */
  readonly decisive: boolean;
  /** Whether a defence is meant to keep the attack within the bound. */
  readonly claimed: boolean;
}

/** A count of how many, with its Wilson interval. */
export function toCountScore(count: number, of: number): AttackScore {
  return { count, of, value: of === 0 ? null : count / of, interval: toPlainInterval(count, of) };
}

function toPlainInterval(count: number, of: number): AttackScore["interval"] {
  const interval = wilsonInterval(count, of);
  return interval === null ? null : [interval[0], interval[1]];
}

/** Holds what was measured against its bound. With the defence off it must get more, or the attack shows nothing. */
export function judgeOutcome(measured: MeasuredAttack): AttackOutcome {
  const { judged, decisive, claimed, note, ...outcome } = measured;
  return { ...outcome, note: note ?? null, verdict: toVerdict(measured) };
}

function toVerdict({ off, on, chance, bound, judged, decisive, claimed }: MeasuredAttack): AttackVerdict {
  // What is got with the defence off must be more than luck.
  if (off.interval === null || !(off.interval[0] > (chance ?? bound))) return "void";
  const failure = claimed ? "fails" : "open";
  if (judged === "value") return (on.value ?? 0) <= bound ? "holds" : failure;
  const [low, high] = on.interval ?? [0, 1];
  if (high <= bound) return "holds";
  if (low > bound || decisive) return failure;
  return "undecided";
}
