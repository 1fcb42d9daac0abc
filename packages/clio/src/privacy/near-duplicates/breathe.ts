import { setImmediate } from "node:timers/promises";

/** Lets events through between long pieces of work, an abort above all. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
