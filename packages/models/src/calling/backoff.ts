const firstMs = 500;
const longestMs = 60_000;

export interface BackoffInput {
  /** How many attempts have failed; at least 1. */
  readonly failures: number;
  readonly retryAfterMs: number | null;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/**
 * Milliseconds until the next attempt: uniform between nothing and 0.5, 1, 2 ... 60 seconds ("full jitter"), and
 * after the moment that the server named, where it named one.
 */
export function toBackoffMs({ failures, retryAfterMs, random }: BackoffInput): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return retryAfterMs === null ? random() * ceiling : retryAfterMs + random() * firstMs;
}
