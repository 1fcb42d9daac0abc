/** Long work that can be left off between its steps, each of which takes some milliseconds. */
export type Steps<T> = Generator<void, T, void>;

export interface RunGraduallyOptions {
  readonly signal?: AbortSignal | undefined;
  /** After so many milliseconds others get their turn; 20 unless told. */
  readonly sliceMs?: number;
  readonly now?: () => number;
  /** Lets others have their turn. */
  readonly pause?: () => Promise<void>;
}

/** Does all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Does the steps with pauses, so that a page stays usable meanwhile. Rejects with the signal's reason where it is aborted. */
export async function runGradually<T>(
  steps: Steps<T>,
  {
    signal,
    sliceMs = 20,
    now = () => performance.now(),
    pause = () => new Promise((resolve) => setTimeout(resolve)),
  }: RunGraduallyOptions = {},
): Promise<T> {
  for (let start = now(); ;) {
    signal?.throwIfAborted();
    const { done, value } = steps.next();
    if (done === true) return value;
    if (now() - start < sliceMs) continue;
    await pause();
    start = now();
  }
}
