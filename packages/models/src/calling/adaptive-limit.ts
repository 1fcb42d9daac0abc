/** How many calls may be in flight, found out from how the server takes them. */
export interface AdaptiveLimit {
  /** At least 1 and at most the maximum; a whole number. */
  readonly current: number;
  /** A call was answered: the limit grows by one for every round of calls. */
  grow(): void;
  /**
   * The server had too much: the limit is halved. Calls that were on their way when it was last halved do not count,
   * or one burst would be answered many times.
   */
  shrink(call: { readonly startedAtMs: number; readonly nowMs: number }): void;
}

/** Starts at the maximum: additive increase, multiplicative decrease (Chiu and Jain 1989). */
export function createAdaptiveLimit(maximum: number): AdaptiveLimit {
  const most = Math.max(1, Math.floor(maximum));
  let limit = most;
  let lastCutMs = Number.NEGATIVE_INFINITY;
  return {
    get current() {
      return Math.floor(limit);
    },
    grow: () => {
      limit = Math.min(most, limit + 1 / limit);
    },
    shrink: ({ startedAtMs, nowMs }) => {
      if (startedAtMs < lastCutMs) return;
      limit = Math.max(1, limit / 2);
      lastCutMs = nowMs;
    },
  };
}
