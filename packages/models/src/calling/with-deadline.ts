import { onAbort } from "./on-abort.ts";
import { sleepByTimer, toError, type Sleep } from "./sleep.ts";

export interface DeadlineOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** What is thrown when the time is over. */
  readonly onTimeout: () => Error;
  readonly sleep?: Sleep | undefined;
}

/**
 * Runs something that may hang. It is given a signal that is aborted when the time is over or when the caller
 * aborts; in both cases this rejects at once, even if what runs takes no notice.
 */
export async function withDeadline<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal, onTimeout, sleep = sleepByTimer }: DeadlineOptions,
): Promise<T> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const settled = new AbortController();
  const forget = onAbort(signal, () => stop.abort(signal?.reason));
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(toError(stop.signal.reason)), { once: true });
  });
  sleep(timeoutMs, settled.signal).then(
    () => stop.abort(onTimeout()),
    // Settled in time: nothing is waiting for the timer any more.
    () => {},
  );
  try {
    return await Promise.race([run(stop.signal), stopped]);
  } finally {
    settled.abort();
    forget();
  }
}
