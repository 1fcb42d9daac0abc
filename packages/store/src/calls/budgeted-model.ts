import type { LanguageModel, ModelRequest, TokenUsage } from "@observatory/core";
import type { Budget } from "./budget.ts";
import { wrapModel } from "./wrap-model.ts";

export interface BudgetedModelOptions {
  readonly budget: Budget;
  /** US dollars that a call takes. */
  readonly costOf: (usage: TokenUsage) => number;
}

/**
 * A model whose calls start only where the budget covers their worst case: all of the input at the dearest of its
 * prices, with a margin on the count, and as many tokens of output as are allowed. Throws BudgetError before a call
 * that could pass the budget, and what the inner model throws.
 */
export function budgetedModel(inner: LanguageModel, options: BudgetedModelOptions): LanguageModel {
  const { budget, costOf } = options;
  // By how many tokens a call was above its margin so far, as with instructions that a provider adds.
  let overrun = 0;
  return wrapModel(inner, async (request, callOptions) => {
    const counted = Math.ceil(countInput(request, inner) * margin);
    const worst = { inputTokens: counted + overrun, outputTokens: request.maxOutputTokens };
    const worstUsd = Math.max(
      costOf({ ...worst, cachedInputTokens: 0, cacheWriteTokens: 0 }),
      costOf({ ...worst, cachedInputTokens: 0, cacheWriteTokens: worst.inputTokens }),
    );
    const { settle } = await budget.reserve(worstUsd, callOptions?.signal);
    let costUsd = 0;
    try {
      const reply = await inner.generate(request, callOptions);
      costUsd = costOf(reply.usage);
      overrun = Math.max(overrun, reply.usage.inputTokens - counted);
      return reply;
    } finally {
      settle(costUsd);
    }
  });
}

/** Room for a count that is only an estimate. */
const margin = 1.15;

function countInput({ system, prompt, schema }: ModelRequest, model: LanguageModel): number {
  const texts = [system ?? "", prompt.map(({ text }) => text).join(""), schema ? JSON.stringify(schema) : ""];
  return texts.reduce((sum, text) => sum + (text === "" ? 0 : model.countTokens(text)), 0);
}
