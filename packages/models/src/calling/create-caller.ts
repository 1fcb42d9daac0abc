import { ModelError, type ModelErrorKind, type RateLimits } from "@observatory/core";
import { createAdaptiveLimit } from "./adaptive-limit.ts";
import { toBackoffMs } from "./backoff.ts";
import { createGate } from "./create-gate.ts";
import { sleepByTimer, type Sleep } from "./sleep.ts";
import { withDeadline } from "./with-deadline.ts";

/** One failed attempt that will be made again. Holds nothing of a prompt or an answer. */
export interface Retry {
  readonly kind: ModelErrorKind;
  readonly message: string;
  /** Attempts so far. */
  readonly attempt: number;
  readonly waitMs: number;
  /** Calls that may be in flight from now on. */
  readonly concurrency: number;
}

export interface PersistenceOptions {
  readonly maxConcurrency: number;
  /** Attempts of one call at most. */
  readonly maxAttempts?: number;
  /** Of one attempt. */
  readonly timeoutMs?: number;
  /** Of all attempts of one call and the waits between them; the next attempt is not made where it would be passed. */
  readonly maxTotalMs?: number;
  readonly onRetry?: (retry: Retry) => void;
  /** Milliseconds. */
  readonly clock?: () => number;
  readonly sleep?: Sleep;
  /** Uniform in [0, 1). */
  readonly random?: () => number;
}

/** Makes calls that may fail for a while. */
export interface Caller {
  /**
   * Makes attempts until one succeeds. Throws the last ModelError where no more attempt makes sense, any other error
   * at once, and the reason of an abort.
   */
  call<T extends { readonly limits?: RateLimits }>(
    attempt: (signal: AbortSignal) => Promise<T>,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<T>;
}

const worthAnotherTry: ReadonlySet<ModelErrorKind> = new Set([
  "rate-limit",
  "overloaded",
  "server",
  "time-out",
  "connection",
]);

/** Attempts to reach a server that has not answered any call yet. */
const attemptsAtNobody = 4;
/** A server that says "come back in a week" by its headers is asked again after this long. */
const longestPauseMs = 300_000;

/**
 * Creates what retries, waits and slows down: exponential backoff with full jitter; `retry-after` obeyed, as a pause
 * for all calls; no calls while the rate limits of the last reply say that nothing is left; fewer calls in flight
 * when the server has too much or answers too late. Calls are started in the order in which they came.
 */
export function createCaller(options: PersistenceOptions): Caller {
  const { maxAttempts = 10, timeoutMs = 300_000, maxTotalMs = 1_800_000 } = options;
  const { clock = Date.now, sleep = sleepByTimer, random = Math.random } = options;
  const limit = createAdaptiveLimit(options.maxConcurrency);
  const gate = createGate({ limit, clock, sleep });
  let tickets = 0;
  let hasAnswered = false;

  const noteReply = (limits: RateLimits | undefined): void => {
    limit.grow();
    const empty = limits?.remainingRequests === 0 || limits?.remainingTokens === 0;
    if (empty && limits.resetMs !== null) gate.pauseUntil(clock() + Math.min(limits.resetMs, longestPauseMs));
  };

  const noteFailure = (error: ModelError, startedAtMs: number): void => {
    const busy = error.kind === "rate-limit" || error.kind === "overloaded";
    // A server that gets more than it can do at once answers all of it too late.
    if (busy || error.kind === "time-out") limit.shrink({ startedAtMs, nowMs: clock() });
    const pauseMs = Math.min(error.retryAfterMs ?? 0, maxTotalMs);
    if (busy && pauseMs > 0) gate.pauseUntil(clock() + pauseMs);
  };

  return {
    call: async (attempt, { signal } = {}) => {
      const ticket = tickets++;
      const firstMs = clock();
      for (let attempts = 1; ; attempts++) {
        const leave = await gate.enter(ticket, signal);
        const startedAtMs = clock();
        let error: ModelError;
        try {
          const reply = await withDeadline(attempt, {
            timeoutMs,
            signal,
            sleep,
            onTimeout: () => timeOut(timeoutMs),
          });
          hasAnswered = true;
          noteReply(reply.limits);
          return reply;
        } catch (thrown) {
          signal?.throwIfAborted();
          if (!(thrown instanceof ModelError)) throw thrown;
          error = thrown;
          noteFailure(error, startedAtMs);
        } finally {
          leave();
        }
        if (!worthAnotherTry.has(error.kind)) throw error;
        const waitMs = toBackoffMs({ failures: attempts, retryAfterMs: error.retryAfterMs, random });
        const totalMs = clock() + waitMs - firstMs;
        // Behind an address that never answered stands more likely a mistake than a bad moment.
        const isMistaken = !hasAnswered && error.kind === "connection" && attempts >= attemptsAtNobody;
        if (isMistaken || attempts >= maxAttempts || totalMs > maxTotalMs) throw giveUp(error, attempts);
        options.onRetry?.({
          kind: error.kind,
          message: error.message,
          attempt: attempts,
          waitMs,
          concurrency: limit.current,
        });
        await sleep(waitMs, signal);
      }
    },
  };
}

function timeOut(timeoutMs: number): ModelError {
  return new ModelError(`a call to the model took longer than ${Math.round(timeoutMs / 1000)} s`, {
    kind: "time-out",
  });
}

function giveUp(error: ModelError, attempts: number): ModelError {
  const goOn = `Given up after ${attempts} ${attempts === 1 ? "attempt" : "attempts"}; nothing is lost: the same command goes on where it stopped.`;
  return new ModelError(error.message, {
    kind: error.kind,
    retryAfterMs: error.retryAfterMs,
    hint: error.hint === undefined ? goOn : `${error.hint} ${goOn}`,
  });
}
