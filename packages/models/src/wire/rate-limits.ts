import type { RateLimits } from "@observatory/core";
import { toNumber, toServerTime } from "./retry-after.ts";

interface Allowance {
  readonly remaining: number | null;
  readonly limit: number | null;
  readonly resetMs: number | null;
}

/** The room that is left by the headers of Anthropic: of input and output tokens the scarcer counts. */
export function readAnthropicLimits(headers: Headers, nowMs: number): RateLimits {
  const now = toServerTime(headers, nowMs);
  const read = (what: string): Allowance => {
    const reset = Date.parse(headers.get(`anthropic-ratelimit-${what}-reset`) ?? "");
    return {
      remaining: toNumber(headers.get(`anthropic-ratelimit-${what}-remaining`)),
      limit: toNumber(headers.get(`anthropic-ratelimit-${what}-limit`)),
      resetMs: Number.isNaN(reset) ? null : Math.max(0, reset - now),
    };
  };
  return toLimits(read("requests"), [read("tokens"), read("input-tokens"), read("output-tokens")]);
}

/** The room that is left by the headers of OpenAI and servers like it. */
export function readOpenAiLimits(headers: Headers): RateLimits {
  const read = (what: string): Allowance => ({
    remaining: toNumber(headers.get(`x-ratelimit-remaining-${what}`)),
    limit: toNumber(headers.get(`x-ratelimit-limit-${what}`)),
    resetMs: parseDuration(headers.get(`x-ratelimit-reset-${what}`)),
  });
  return toLimits(read("requests"), [read("tokens")]);
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration such as `6m0s`, `1.5s` or `120ms`; a bare number is seconds. */
function parseDuration(text: string | null): number | null {
  const bare = toNumber(text);
  if (text === null || bare !== null) return bare === null ? null : bare * 1000;
  const parts = [...text.matchAll(/([\d.]+)(ms|[smhd])/gu)];
  if (parts.length === 0) return null;
  const sum = parts.reduce((ms, [, amount, unit]) => ms + Number(amount) * (unitMs[unit ?? ""] ?? 0), 0);
  return Number.isFinite(sum) ? sum : null;
}

function toLimits(requests: Allowance, tokens: readonly Allowance[]): RateLimits {
  const all = [requests, ...tokens].filter(({ remaining }) => remaining !== null);
  const scarcest = all.toSorted((a, b) => toShare(a) - toShare(b)).at(0);
  const left = tokens.flatMap(({ remaining }) => (remaining === null ? [] : [remaining]));
  return {
    remainingRequests: requests.remaining,
    remainingTokens: left.length === 0 ? null : Math.min(...left),
    resetMs: scarcest?.resetMs ?? null,
  };
}

function toShare({ remaining, limit }: Allowance): number {
  return remaining === null ? 1 : limit === null || limit === 0 ? Math.min(1, remaining) : remaining / limit;
}
