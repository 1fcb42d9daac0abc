import { priceUsage } from "@observatory/core";
import { sumCalls } from "./call-sum.ts";
import type { StageCount } from "./count-stages.ts";
import type { EstimateModels, PricedModel } from "./estimate-run.ts";
import type { CallCount, EstimatedStage, RunEstimate, StageEstimate } from "./run-estimate.ts";

export interface PriceOptions {
  readonly models: EstimateModels;
  /** What an earlier attempt used, by stage: its tokens a call are taken instead. */
  readonly earlier: ReadonlyMap<EstimatedStage, CallCount>;
  /** What of the prices is paid. */
  readonly factor: number;
}

/** The stages with their prices, and all of them together. */
export function priceStages(
  counts: readonly StageCount[],
  { models, earlier, factor }: PriceOptions,
): Pick<RunEstimate, "stages" | "totals" | "unpriced"> {
  const stages = counts.map((count): StageEstimate => {
    const { model, price } = modelOf(count.stage, models);
    const known = withEarlier(count, earlier.get(count.stage));
    const { calls, inputTokens, outputTokens } = known;
    const one = {
      inputTokens: inputTokens / Math.max(1, calls),
      outputTokens: outputTokens / Math.max(1, calls),
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
    };
    const costUsd = price === null ? null : factor * calls * priceUsage(one, price);
    return { ...known, model: model.id, cachedInputTokens: 0, costUsd };
  });
  const costs = stages.map(({ costUsd }) => costUsd);
  return {
    stages,
    totals: {
      ...sumCalls(stages),
      cachedInputTokens: 0,
      costUsd: costs.reduce((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0),
    },
    unpriced: [...new Set(stages.filter(({ costUsd }) => costUsd === null).map(({ model }) => model))],
  };
}

function modelOf(stage: EstimatedStage, models: EstimateModels): PricedModel {
  const { extractor, namer, auditor, screener = extractor } = models;
  const roles = {
    screen: screener,
    facets: extractor,
    name: namer,
    hierarchy: namer,
    audit: auditor,
  } as const;
  return roles[stage];
}

function withEarlier(count: StageCount, earlier: CallCount | undefined): StageCount {
  if (earlier === undefined) return count;
  const { stage, calls } = count;
  const tokensOf = (tokens: number): number => Math.round((calls * tokens) / earlier.calls);
  return {
    stage,
    calls,
    inputTokens: tokensOf(earlier.inputTokens),
    outputTokens: tokensOf(earlier.outputTokens),
    basis: "earlier-calls",
  };
}
