import type { EventSink } from "@observatory/core";
import type { Retry } from "@observatory/models";
import { formatDuration } from "./format.ts";

const quietMs = 15_000;

/** Tells a person why calls are slow: attempts that failed and will be made again, summed up every fifteen seconds. */
export function createRetryNotes(onEvent: EventSink, now: () => number = Date.now): (retry: Retry) => void {
  let told = Number.NEGATIVE_INFINITY;
  let count = 0;
  return ({ message, waitMs, concurrency }) => {
    count++;
    if (now() - told < quietMs) return;
    const times = count === 1 ? "" : ` (and ${count - 1} more since the last note)`;
    onEvent({
      type: "warning",
      code: "retry",
      message: `${message}: again in ${formatDuration(waitMs)}, ${concurrency} calls at a time${times}`,
    });
    told = now();
    count = 0;
  };
}
