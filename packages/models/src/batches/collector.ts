import type { Sleep } from "../calling/sleep.ts";

export interface CollectorOptions<T> {
  readonly limits: { readonly requests: number; readonly bytes: number };
  readonly sizeOf: (item: T) => number;
  /** Called with what was collected; never with more than the limits allow, but for one item that is too large alone. */
  readonly take: (items: readonly T[]) => void;
  /** What was collected is handed over when nothing came for so long, or up to twice as long. */
  readonly collectMs: number;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

export interface Collector<T> {
  add(item: T): void;
}

/** Gathers what comes in quick succession. */
export function createCollector<T>(options: CollectorOptions<T>): Collector<T> {
  const { limits, sizeOf, take, collectMs, sleep, signal } = options;
  let items: T[] = [];
  let bytes = 0;
  let isNew = false;
  let isWaiting = false;

  const hand = (): void => {
    const full = items;
    items = [];
    bytes = 0;
    if (full.length > 0) take(full);
  };
  const waitForRest = async (): Promise<void> => {
    while (isNew) {
      isNew = false;
      await sleep(collectMs, signal);
    }
  };
  return {
    add: (item) => {
      const size = sizeOf(item);
      if (items.length > 0 && bytes + size > limits.bytes) hand();
      items.push(item);
      bytes += size;
      isNew = true;
      if (items.length >= limits.requests) hand();
      if (isWaiting || items.length === 0) return;
      isWaiting = true;
      const rest = (): void => {
        isWaiting = false;
        hand();
      };
      // An abort means that nobody waits for the items any more.
      waitForRest().then(rest, () => {});
    },
  };
}
