import { wilsonInterval } from "@observatory/numerics";
import type { AttackOutcome, AttackScore, AttackVerdict } from "./attack-report.ts";

/** An outcome before its verdict. */
export interface MeasuredAttack extends Omit<AttackOutcome, "verdict" | "note"> {
  readonly note?: string;
  /**
   * What of `on` must be within the bound: what was counted, or the upper end of its interval. Where that is beyond it and the lower end is
   * not, it is undecided where `decisive` is not set.
   */
  readonly judged: "value" | "upper";
  /** Whether as many were tried as a verdict needs. */
  readonly decisive: boolean;
  /** Whether a defence is meant to keep the attack within the bound. Where none is, the verdict is `open`, whatever was got. */
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
  const { attack, variant, measure, off, on, chance, bound, note = null } = measured;
  return { attack, variant, measure, off, on, chance, bound, verdict: toVerdict(measured), note };
}

function toVerdict({ off, on, chance, bound, judged, decisive, claimed }: MeasuredAttack): AttackVerdict {
  // What is got with the defence off must be more than luck.
  const luck = chance ?? bound;
  if (off.interval === null || !(off.interval[0] > luck)) {
    return decisive || (off.count !== null && !((off.value ?? 0) > luck)) ? "void" : "undecided";
  }
  // Where no defence is claimed, that little came of it this time is none.
  if (!claimed) return "open";
  const [low, high] = on.interval ?? [0, 1];
  if ((judged === "value" ? (on.value ?? 0) : high) <= bound) return "holds";
  if (low > bound || decisive) return "fails";
  return "undecided";
}
