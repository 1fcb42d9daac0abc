import { setMaxListeners } from "node:events";

/**
 * Calls `listener` when the signal is aborted, or never where there is none. Gives the function that forgets it. One
 * signal may stop any number of calls: Node takes that for a leak unless it is told.
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal === undefined) return () => {};
  setMaxListeners(0, signal);
  signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}
