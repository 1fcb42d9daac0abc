import type { EventSink } from "@observatory/core";
import type { BatchProgress } from "@observatory/models";

/** Draws how far batches are as the progress of a stage of their own. */
export function createBatchNotes(onEvent: EventSink): (progress: BatchProgress) => void {
  let again = 0;
  return ({ done, total, lost, resubmitted }) => {
    onEvent({ type: "stage-progress", stage: "batches", done, total });
    if (resubmitted <= again) return;
    again = resubmitted;
    const message = `${resubmitted} calls of batches were submitted again; ${lost} batches were lost`;
    onEvent({ type: "warning", code: "batch-resubmitted", message });
  };
}
