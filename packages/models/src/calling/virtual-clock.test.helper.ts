import { toError, type Sleep } from "./sleep.ts";

export interface VirtualClock {
  readonly clock: () => number;
  readonly sleep: Sleep;
  /** Lets time pass, from sleeper to sleeper, until `done` settles; throws where nobody sleeps and nothing settles. */
  run<T>(done: Promise<T>): Promise<T>;
}

/** Time that passes only when everything waits for it. */
export function createVirtualClock(): VirtualClock {
  let now = 0;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    clock: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(toError(signal.reason));
        const sleeper = { at: now + Math.max(0, ms), wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(toError(signal.reason));
        });
      }),
    run: async (done) => {
      let settled = false;
      const settle = (): void => {
        settled = true;
      };
      done.then(settle, settle);
      for (;;) {
        // A turn of the event loop runs every microtask that is due.
        await new Promise((resolve) => setImmediate(resolve));
        if (settled) return done;
        const [next] = [...sleepers].toSorted((a, b) => a.at - b.at);
        if (next === undefined) throw new Error("nothing can happen any more");
        now = next.at;
        sleepers.delete(next);
        next.wake();
      }
    },
  };
}
