import { onAbort } from "./on-abort.ts";

/** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as it is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Sleeps by a timer of the process. */
export const sleepByTimer: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(toError(signal.reason));
    const forget = onAbort(signal, () => {
      clearTimeout(timer);
      reject(toError(signal?.reason));
    });
    const timer = setTimeout(() => {
      forget();
      resolve();
    }, ms);
  });

/** The reason of an abort as an error; almost always it is one. */
export function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
