export interface RateLimitOptions {
  /** Calls a window at most; a million unless told. */
  readonly requests?: number;
  /** Tokens a window at most, of prompts and answers; a thousand million unless told. */
  readonly tokens?: number;
  /** Length of a window, a minute unless told. A new one starts with the first call after the end of the last. */
  readonly windowMs?: number;
}

/** How much of the current window is left. */
export interface LimitState {
  readonly requestLimit: number;
  readonly remainingRequests: number;
  readonly tokenLimit: number;
  readonly remainingTokens: number;
  readonly resetMs: number;
  /** Milliseconds since 1970 at which the window ends. */
  readonly resetAt: number;
}

export interface RateLimiter {
  /** Takes one call out of the window; false where it is used up. */
  admit(): boolean;
  /** Takes tokens out of the window, below zero if need be. */
  spend(tokens: number): void;
  state(): LimitState;
}

/** A limiter with fixed windows. */
export function createRateLimiter(options: RateLimitOptions, clock: () => number = Date.now): RateLimiter {
  const { requests = 1_000_000, tokens = 1_000_000_000, windowMs = 60_000 } = options;
  let end = 0;
  let usedRequests = 0;
  let usedTokens = 0;

  const turn = (): void => {
    if (clock() < end) return;
    end = clock() + windowMs;
    usedRequests = 0;
    usedTokens = 0;
  };
  return {
    admit: () => {
      turn();
      if (usedRequests >= requests || usedTokens >= tokens) return false;
      usedRequests++;
      return true;
    },
    spend: (count) => {
      usedTokens += count;
    },
    state: () => {
      turn();
      return {
        requestLimit: requests,
        remainingRequests: requests - usedRequests,
        tokenLimit: tokens,
        remainingTokens: Math.max(0, tokens - usedTokens),
        resetMs: Math.max(1, end - clock()),
        resetAt: end,
      };
    },
  };
}
