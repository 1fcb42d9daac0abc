import {
  priceUsage,
  UsageError,
  type LanguageModel,
  type ModelPrice,
  type TokenUsage,
} from "@observatory/core";
import {
  batchedModel,
  batchPriceFactor,
  openProvider,
  persistentModel,
  type BatchLog,
  type BatchProgress,
  type OpenedProvider,
  type Retry,
} from "@observatory/models";
import { budgetedModel, journaledModel, type Budget, type CallJournal } from "@observatory/store";
import type { Environment } from "../environment.ts";
import type { ModelFlags } from "./model-options.ts";

/** What is wrapped around a model. */
export interface ModelLayers {
  readonly flags: ModelFlags;
  readonly keys: Environment["keys"];
  readonly journal: () => Promise<CallJournal>;
  /** Null where none was given. */
  readonly budget: Budget | null;
  /** Of a model in this process. */
  readonly threads: number;
  readonly priceOf: (modelId: string) => ModelPrice | null;
  /** Where batches that are under way are written down. */
  readonly batchLog: () => Promise<BatchLog>;
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  readonly onBatch?: ((progress: BatchProgress) => void) | undefined;
}

const hourMs = 3_600_000;

/**
 * A model as a run uses it: nothing is paid twice (journal), nothing beyond the budget is begun, and failures of an attempt
 * are made good (retries, waits, fewer calls at a time). Throws UsageError for what cannot be opened.
 */
export async function openLayeredModel(spec: string, layers: ModelLayers): Promise<LanguageModel> {
  const { flags, budget, journal, onRetry } = layers;
  const timeoutMs = flags.timeout === undefined ? undefined : flags.timeout * 1000;
  // A model in this process is slow at worst; to begin anew would not make it faster.
  const isHere = spec.startsWith("llama:");
  const { model: adapter, batches } = await openBareModel(spec, { ...layers, timeoutMs });
  const price = layers.priceOf(adapter.id);
  const costOf = (usage: TokenUsage, { batched }: { readonly batched: boolean }): number =>
    price === null ? 0 : (batched ? batchPriceFactor : 1) * priceUsage(usage, price);
  const persistent = persistentModel(adapter, {
    maxConcurrency: flags.concurrency ?? adapter.concurrency,
    ...(timeoutMs === undefined ? (isHere ? { timeoutMs: hourMs } : {}) : { timeoutMs }),
    ...(onRetry ? { onRetry } : {}),
  });
  const answering = flags.batch === true ? inBatches(persistent) : persistent;
  const bounded =
    budget === null ? answering : budgetedModel(answering, { budget, costOf, batches: flags.batch === true });
  return journaledModel(bounded, { journal, costOf });

  function inBatches(model: LanguageModel): LanguageModel {
    if (batches === null) {
      throw new UsageError(`${adapter.id} has no batch endpoint`, { hint: "Leave --batch out." });
    }
    const { batchLog: log, onBatch } = layers;
    const pollMs = flags.batchPoll === undefined ? {} : { pollMs: flags.batchPoll * 1000 };
    return batchedModel(model, batches, { log, ...pollMs, ...(onBatch ? { onProgress: onBatch } : {}) });
  }
}

/**
 * A model with nothing around it. No call is made. Throws UsageError for a name that is not known and a key that is
 * missing.
 */
export function openBareModel(
  spec: string,
  {
    flags: { baseUrl },
    keys,
    threads,
    timeoutMs,
  }: Pick<ModelLayers, "keys" | "threads"> & {
    readonly flags: Pick<ModelFlags, "baseUrl">;
    readonly timeoutMs?: number | undefined;
  },
): Promise<OpenedProvider> {
  return openProvider(spec, {
    anthropicApiKey: keys.anthropic,
    openAiApiKey: keys.openAi,
    baseUrl: spec.startsWith("anthropic:") ? baseUrl?.anthropic : baseUrl?.openai,
    timeoutMs,
    threads,
  });
}
