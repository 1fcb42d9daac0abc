import { countRequestTokens, untilAborted, type LanguageModel, type ModelReply } from "@observatory/core";
import type { Budget } from "./budget.ts";
import type { CallCost } from "./call-cost.ts";
import { wrapModel } from "./wrap-model.ts";

export interface BudgetedModelOptions {
  readonly budget: Budget;
  /** US dollars that a call takes. */
  readonly costOf: CallCost;
  /** Whether the inner model sends all calls but a first one to a batch endpoint; no unless told. */
  readonly batches?: boolean;
}

/**
 * A model whose calls start only where the budget covers their worst case: all of the input at the dearest of its
 * prices, with a margin on the count, and as many tokens of output as are allowed. The first call goes alone: it tells
 * whether a provider counts more than that, before thousands of calls are begun on a wrong bound. Throws BudgetError
 * before a call that could pass the budget, and what the inner model throws.
 */
export function budgetedModel(inner: LanguageModel, options: BudgetedModelOptions): LanguageModel {
  const { budget, costOf, batches = false } = options;
  // By how many tokens calls were above their bounds so far: instructions that a provider adds, room to think.
  const overrun = { input: 0, output: 0 };
  /** What has been learned; `alone` is the call that is to teach it. */
  const lesson: { isLearned: boolean; wasDirect: boolean; alone: Promise<ModelReply> | null } = {
    isLearned: false,
    wasDirect: false,
    alone: null,
  };
  const spend = async (
    ...[request, callOptions]: Parameters<LanguageModel["generate"]>
  ): Promise<ModelReply> => {
    const counted = Math.ceil(countRequestTokens(inner, request) * margin);
    const worst = {
      inputTokens: counted + overrun.input,
      outputTokens: request.maxOutputTokens + overrun.output,
    };
    // Until one call was made directly, the next one may be.
    const batched = batches && lesson.wasDirect;
    const worstUsd = Math.max(
      costOf({ ...worst, cachedInputTokens: 0, cacheWriteTokens: 0 }, { batched }),
      costOf({ ...worst, cachedInputTokens: 0, cacheWriteTokens: worst.inputTokens }, { batched }),
    );
    const { settle } = await budget.reserve(worstUsd, callOptions?.signal);
    let costUsd = 0;
    try {
      const reply = await inner.generate(request, callOptions);
      costUsd = costOf(reply.usage, { batched: reply.batched ?? false });
      const { inputTokens, outputTokens } = reply.usage;
      overrun.input = Math.max(overrun.input, inputTokens - counted);
      overrun.output = Math.max(overrun.output, outputTokens - request.maxOutputTokens);
      lesson.isLearned = true;
      lesson.wasDirect ||= reply.batched !== true;
      return reply;
    } finally {
      settle(costUsd);
    }
  };
  return wrapModel(inner, async (request, callOptions) => {
    while (!lesson.isLearned && lesson.alone !== null)
      await untilAborted(Promise.allSettled([lesson.alone]), callOptions?.signal);
    if (lesson.isLearned) return await spend(request, callOptions);
    const alone = spend(request, callOptions);
    lesson.alone = alone;
    try {
      return await alone;
    } catch (error) {
      // It has taught nothing: the next one goes alone.
      if (lesson.alone === alone) lesson.alone = null;
      throw error;
    }
  });
}

/** Room for a count that is only an estimate. */
const margin = 1.15;
