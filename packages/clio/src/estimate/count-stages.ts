import type { MatrixEngine } from "@observatory/numerics";
import { countRequestTokens } from "@observatory/core";
import { auditPrompt } from "../model-analyst/prompts/audit-prompt.ts";
import { sumCalls, timesCalls } from "./call-sum.ts";
import { findClusteredFacet } from "../facets/own/find-clustered-facet.ts";
import { countFacetOutput, facetCallsOf } from "./count-facet-calls.ts";
import { countNameCalls } from "./count-name-calls.ts";
import { countParentCalls, planLevels } from "./count-parent-calls.ts";
import type { EstimateModels, EstimateRunOptions } from "./estimate-run.ts";
import { guessClusters, type GuessedCluster } from "./guess-clusters.ts";
import { guessRequests } from "./guess-requests.ts";
import type { CallCount, EstimatedStage, StageEstimate } from "./run-estimate.ts";
import type { Survey } from "./survey-input.ts";
import { typicalShares, typicalTexts } from "./typical-lengths.ts";

/** Calls and tokens of one stage, not yet priced. */
export interface StageCount extends CallCount, Pick<StageEstimate, "basis" | "inputInterval"> {
  readonly stage: EstimatedStage;
}

export interface CountOptions extends EstimateRunOptions {
  readonly models: EstimateModels;
  readonly engine: MatrixEngine;
}

/** As many as `createModelAnalyst` wants to see. */
const membersShown = 300;

/** Calls and tokens of all stages of a run with models. */
export async function countStages(
  survey: Survey,
  levelSizes: readonly number[],
  options: CountOptions,
): Promise<readonly StageCount[]> {
  const {
    models,
    screen,
    facet: facetName = "request",
    ownFacets: own = [],
    requests: most = 3,
    facetCalls = "one",
    naming = "summaries",
    seed = 0,
    engine,
    signal,
  } = options;
  const { extractor, screener = extractor, namer, auditor } = models;
  const facet = findClusteredFacet(facetName, own);
  const paid = survey.kept - survey.withoutText - survey.repeated;
  const mostRequests = facetCalls === "each" ? 1 : most;

  const sampled = survey.sample.map(({ account, turns }) => ({
    account,
    requests: guessRequests(turns, mostRequests),
  }));
  const stages: StageCount[] = [];
  if (screen?.question !== undefined) {
    const inputs = survey.counted.map((count) => count.screen);
    stages.push({
      stage: "screen",
      ...scaleUp(inputs, paid, { calls: 1, outputTokens: screener.model.countTokens('{"keep":true}') }),
    });
  }
  const facetOutput = meanOf(sampled.map(({ requests }) => countFacetOutputOf(requests.length)));
  const inputs = survey.counted.map((count) => count.facets);
  stages.push({
    stage: "facets",
    ...scaleUp(inputs, paid, { calls: facetCallsOf({ facetCalls, own }), outputTokens: facetOutput }),
  });

  // The clusters of the sample are as large as those of the whole, and so there are fewer of them.
  const share = survey.distinct === 0 ? 1 : survey.sample.length / survey.distinct;
  const levels = planLevels(levelSizes);
  const clusters = levelSizes[0] ?? 1;
  const toSample = (size: number): number => Math.max(1, Math.round(size * share));
  const guessed = await guessClusters(
    sampled.flatMap(({ account, requests }) => requests.map((text) => ({ account, text }))),
    {
      bases: toSample(clusters),
      levels: levels.map(({ named, children }) => ({ named: toSample(named), children })),
      membersShown,
      seed,
      engine,
      signal,
    },
  );
  const nameAll = (sample: readonly GuessedCluster[], size: number): CallCount =>
    timesCalls(
      sumCalls(sample.map((cluster) => countNameCalls(namer.model, cluster, { facet, naming }))),
      size / Math.max(1, sample.length),
    );
  stages.push({ stage: "name", basis: "stand-ins", ...withRepairs(nameAll(guessed.bases, clusters)) });
  stages.push({
    stage: "hierarchy",
    basis: "stand-ins",
    ...withRepairs(
      sumCalls([
        ...levels.map((level) => countParentCalls(namer.model, level, facet)),
        ...levels.map(({ named }, level) => nameAll(guessed.parents[level] ?? [], named)),
      ]),
    ),
  });
  const { name, shownDescription: description } = typicalTexts;
  const rated = clusters + levels.reduce((sum, { named }) => sum + named, 0);
  const audit = {
    calls: 1,
    inputTokens: countRequestTokens(auditor.model, auditPrompt({ name, description }, { temperature: 0 })),
    outputTokens: auditor.model.countTokens('{"rating":5}'),
  };
  stages.push({ stage: "audit", basis: "stand-ins", ...withRepairs(timesCalls(audit, rated)) });
  return stages;

  function countFacetOutputOf(requests: number): number {
    return countFacetOutput(extractor.model, requests, { facetCalls, own });
  }
}

function withRepairs(count: CallCount): CallCount {
  const { calls, inputTokens, outputTokens } = timesCalls(count, 1 + typicalShares.repaired);
  return {
    calls: Math.round(calls),
    inputTokens: Math.round(inputTokens),
    outputTokens: Math.round(outputTokens),
  };
}

/** From the inputs that were counted to all `paid`, with what each of them takes besides. */
function scaleUp(
  inputs: readonly number[],
  paid: number,
  { calls, outputTokens }: Omit<CallCount, "inputTokens">,
): Omit<StageCount, "stage"> {
  const mean = meanOf(inputs);
  const count = withRepairs(timesCalls({ calls, inputTokens: mean, outputTokens }, paid));
  if (inputs.length >= paid) return { ...count, basis: "counted" };
  const variance = meanOf(inputs.map((input) => (input - mean) ** 2));
  const deviation = 1.96 * paid * Math.sqrt((variance / inputs.length) * (1 - inputs.length / paid));
  const inputInterval = {
    low: Math.round(count.inputTokens - deviation),
    high: Math.round(count.inputTokens + deviation),
  };
  return { ...count, basis: "sampled", inputInterval };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
