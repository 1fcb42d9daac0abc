import type { MisfitReason } from "../analyst.ts";

/** A value that was read off an answer, or why there is none. */
export type Read<T> = { readonly fits: true; readonly value: T } | Misfit;

export interface Misfit {
  readonly fits: false;
  readonly reason: MisfitReason;
  /** What was wrong, for the model to do better, in words that quote nothing of its answer. */
  readonly because: string;
}

/** A misfit by its reason. */
export function misfit(reason: MisfitReason, because: string): Misfit {
  return { fits: false, reason, because };
}
