import { estimateRun, type EstimateModels, type RunEstimate } from "@observatory/clio";
import { batchPriceFactor } from "@observatory/models";
import { join } from "node:path";
import type { CommandContext } from "./context.ts";
import type { ModelFlags } from "./models/model-options.ts";
import { openModels, type OpenedModels, type RoleModel } from "./models/open-models.ts";
import type { RunFlags } from "./run-options.ts";
import { createProgress } from "./terminal/progress.ts";

export interface ClioEstimateRequest extends RunFlags {
  readonly models: ModelFlags;
  /** The run directory that is meant; it need not exist. */
  readonly out?: string | undefined;
}

/** Estimates a run with the models of its flags. No call is made, so no key is needed. */
export async function estimateClioHere(
  inputs: readonly string[],
  { models: flags, out, ...request }: ClioEstimateRequest,
  context: CommandContext,
): Promise<RunEstimate> {
  const { environment, paint, signal, writeError } = context;
  const { live, columns, keys } = environment;
  const onEvent = createProgress({ write: writeError, live, columns, paint });
  const threads = request.threads ?? environment.threads;
  const withKeys = { anthropic: keys.anthropic ?? "none", openAi: keys.openAi ?? "none" };
  const opened = await openModels(
    flags,
    { ...context, environment: { ...environment, keys: withKeys } },
    {
      out: out ?? join(environment.workingDirectory, "run"),
      facet: request.facet,
      preset: request.preset,
      threads,
    },
  );
  try {
    return await estimateRun(inputs, {
      ...request,
      ...toEstimateOptions(flags, opened),
      out,
      threads,
      signal,
      onEvent,
    });
  } finally {
    await opened.close();
  }
}

/** What an estimate has to know of the models of a run. */
export function toEstimateOptions(flags: ModelFlags, { analyst, models, ownFacets }: OpenedModels) {
  const { requests, facetCalls, batch } = flags;
  return {
    requests,
    facetCalls,
    naming: analyst.naming === "phrases" ? ("phrases" as const) : ("summaries" as const),
    priceFactor: batch === true ? batchPriceFactor : 1,
    ownFacets,
    models: toEstimateModels(models),
  };
}

function toEstimateModels(models: readonly RoleModel[]): EstimateModels | null {
  const [extractor, namer, auditor] = (["extractor", "namer", "auditor"] as const).map((role) =>
    models.find((model) => model.role === role),
  );
  return extractor && namer && auditor ? { extractor, namer, auditor } : null;
}
