/**
 * What a run tells while it works. Libraries emit these and never print; the command draws them and the run
 * directory keeps them. No event ever carries text of a conversation.
 */
export type ProgressEvent =
  | { readonly type: "run-start"; readonly run: string }
  | { readonly type: "stage-start"; readonly stage: string; readonly total: number | null }
  | {
      readonly type: "stage-progress";
      readonly stage: string;
      readonly done: number;
      readonly total: number | null;
    }
  | {
      readonly type: "stage-end";
      readonly stage: string;
      readonly status: "done" | "reused";
      readonly counts: Readonly<Record<string, number>>;
      readonly durationMs: number;
    }
  | { readonly type: "warning"; readonly code: string; readonly message: string; readonly hint?: string }
  | { readonly type: "run-end"; readonly status: "done" | "interrupted" | "failed" };

export type EventSink = (event: ProgressEvent) => void;

/** The sink for callers that do not care. */
export const ignoreEvents: EventSink = () => {};
