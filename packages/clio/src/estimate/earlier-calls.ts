import { findRunRecord } from "@observatory/store";
import { createModelAnalyst } from "../model-analyst/create-model-analyst.ts";
import type { EstimateModels } from "./estimate-run.ts";
import { estimatedStages, type CallCount, type EstimatedStage } from "./run-estimate.ts";

/** Fewer calls say too little. */
const leastCalls = 20;

/** What the stages of an earlier attempt used, where it asked the same models; a stage with too few calls is left out. */
export async function findEarlierCalls(
  out: string | undefined,
  models: EstimateModels,
): Promise<ReadonlyMap<EstimatedStage, CallCount>> {
  const record = out === undefined ? null : await findRunRecord(out);
  const { extractor, namer, auditor, screener } = models;
  const { id } = createModelAnalyst({
    extractor: extractor.model,
    namer: namer.model,
    auditor: auditor.model,
    ...(screener ? { screener: screener.model } : {}),
  });
  if (record?.analyst !== id) return new Map();
  return new Map(
    estimatedStages.flatMap((stage) => {
      const usage = record.stages[stage]?.usage;
      return usage !== undefined && usage.calls >= leastCalls ? [[stage, usage]] : [];
    }),
  );
}
