import type { AdaptiveLimit } from "./adaptive-limit.ts";
import { onAbort } from "./on-abort.ts";
import { toError, type Sleep } from "./sleep.ts";

export interface Gate {
  /**
   * Waits for a place. The lowest ticket goes first, so an old call that tries again keeps its turn. Gives the
   * function that leaves the place. Rejects with the signal's reason.
   */
  enter(ticket: number, signal?: AbortSignal): Promise<() => void>;
  /** Lets nobody in before that time. */
  pauseUntil(timeMs: number): void;
}

interface Waiter {
  readonly ticket: number;
  readonly admit: () => void;
}

export interface GateOptions {
  readonly limit: AdaptiveLimit;
  /** Milliseconds. */
  readonly clock: () => number;
  readonly sleep: Sleep;
}

/** The door that calls pass one by one: as many inside as the limit says, nobody during a pause. */
export function createGate({ limit, clock, sleep }: GateOptions): Gate {
  const queue: Waiter[] = [];
  let inside = 0;
  let pausedUntilMs = Number.NEGATIVE_INFINITY;
  let pause: AbortController | undefined;

  const leave = (): void => {
    inside--;
    admit();
  };

  function admit(): void {
    if (queue.length > 0 && clock() < pausedUntilMs) return waitForPause();
    while (inside < limit.current) {
      const waiter = queue.shift();
      if (waiter === undefined) return;
      inside++;
      waiter.admit();
    }
  }

  function waitForPause(): void {
    if (pause !== undefined) return;
    const current = (pause = new AbortController());
    const wake = (): void => {
      pause = undefined;
      admit();
    };
    // Rejects where the last waiter went away, and with it the need to wake up.
    sleep(pausedUntilMs - clock(), current.signal).then(wake, () => {});
  }

  const forget = (waiter: Waiter): void => {
    const place = queue.indexOf(waiter);
    if (place >= 0) queue.splice(place, 1);
    if (queue.length > 0) return;
    pause?.abort();
    pause = undefined;
  };

  return {
    enter: (ticket, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(toError(signal.reason));
        const stopListening = onAbort(signal, () => {
          forget(waiter);
          reject(toError(signal?.reason));
        });
        const waiter: Waiter = {
          ticket,
          admit: () => {
            stopListening();
            resolve(leaveOnce(leave));
          },
        };
        const place = queue.findIndex((other) => other.ticket > ticket);
        queue.splice(place < 0 ? queue.length : place, 0, waiter);
        admit();
      }),
    pauseUntil: (timeMs) => {
      pausedUntilMs = Math.max(pausedUntilMs, timeMs);
    },
  };
}

function leaveOnce(leave: () => void): () => void {
  let left = false;
  return () => {
    if (left) return;
    left = true;
    leave();
  };
}
