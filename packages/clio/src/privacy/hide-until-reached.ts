import type { Attempt, Hideable } from "./cell-flow.ts";

/** Shown numbers that can be hidden. */
export interface HidingSpace {
  readonly list: () => readonly Hideable[];
  readonly isHideable: (hideable: Hideable) => boolean;
  /** What hiding it costs. */
  readonly sizeOf: (hideable: Hideable) => number;
  readonly hide: (hideable: Hideable) => void;
}

/**
 * Creates what hides the smallest of what stands in the way of an attempt until it is reached; false where nothing is left to
 * hide. Where nothing shown stands in the way, the smallest of all goes.
 */
export function createHider(space: HidingSpace): (attempt: () => Attempt) => boolean {
  let bySize: readonly Hideable[] | null = null;
  let next = 0;
  /** Sizes stay, and what is hidden stays so: one walk through all by size does. */
  const findSmallestOfAll = (): Hideable | null => {
    bySize ??= space.list().toSorted((a, b) => space.sizeOf(a) - space.sizeOf(b));
    for (; next < bySize.length; next++) {
      const hideable = bySize[next];
      if (hideable && space.isHideable(hideable)) return hideable;
    }
    return null;
  };
  return (attempt) => {
    for (;;) {
      const { reached, blockers } = attempt();
      if (reached) return true;
      const hideable = findSmallest(blockers, space) ?? findSmallestOfAll();
      if (hideable === null) return false;
      space.hide(hideable);
    }
  };
}

function findSmallest(hideables: readonly Hideable[], { isHideable, sizeOf }: HidingSpace): Hideable | null {
  let best: Hideable | null = null;
  for (const hideable of hideables) {
    if (isHideable(hideable) && (best === null || sizeOf(hideable) < sizeOf(best))) best = hideable;
  }
  return best;
}
