import type { CallCount } from "./run-estimate.ts";

export const noCalls: CallCount = { calls: 0, inputTokens: 0, outputTokens: 0 };

/** Calls and tokens of all together. */
export function sumCalls(counts: readonly CallCount[]): CallCount {
  return counts.reduce(
    (sum, { calls, inputTokens, outputTokens }) => ({
      calls: sum.calls + calls,
      inputTokens: sum.inputTokens + inputTokens,
      outputTokens: sum.outputTokens + outputTokens,
    }),
    noCalls,
  );
}

/** So many times as many. */
export function timesCalls({ calls, inputTokens, outputTokens }: CallCount, times: number): CallCount {
  return { calls: calls * times, inputTokens: inputTokens * times, outputTokens: outputTokens * times };
}
