import type { ScorerInfo } from "./results.ts";

/** Whether a scorer looks at images or at the truth: neither chance nor a blind probe. */
export function isSighted({ kind }: Pick<ScorerInfo, "kind">): boolean {
  return kind !== "chance" && kind !== "blind";
}
