import type { Attempt, Hideable } from "./cell-flow.ts";

/** Shown numbers that can be hidden. */
export interface HidingSpace {
  readonly list: () => readonly Hideable[];
  readonly isHideable: (hideable: Hideable) => boolean;
  /** What hiding it costs. */
  readonly sizeOf: (hideable: Hideable) => number;
  readonly hide: (hideable: Hideable) => void;
}

/** Hides the smallest of what stands in the way until the attempt is reached; false where nothing is left to hide. */
export function hideUntilReached(attempt: () => Attempt, space: HidingSpace): boolean {
  for (;;) {
    const { reached, blockers } = attempt();
    if (reached) return true;
    const next = findSmallest(blockers, space) ?? findSmallest(space.list(), space);
    if (next === null) return false;
    space.hide(next);
  }
}

function findSmallest(hideables: readonly Hideable[], { isHideable, sizeOf }: HidingSpace): Hideable | null {
  let best: Hideable | null = null;
  for (const hideable of hideables) {
    if (isHideable(hideable) && (best === null || sizeOf(hideable) < sizeOf(best))) best = hideable;
  }
  return best;
}
