import { setMaxListeners } from "node:events";

/**
 * What the promise gives, or the reason of an abort where that comes first. The work behind the promise goes on. One
 * signal may end any number of waits.
 */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await promise;
  return await new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    const done = (): void => signal.removeEventListener("abort", abort);
    promise.then(resolve, reject).finally(done);
    // Node takes many listeners of one signal for a leak unless it is told.
    setMaxListeners(0, signal);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}
