import { ignoreEvents, type EventSink, type LanguageModel, type ModelPrice } from "@observatory/core";
import { createMatrixEngine, type MatrixEngine } from "@observatory/numerics";
import { availableParallelism } from "node:os";
import { chooseClusterCount } from "../cluster/cluster-count.ts";
import { toLevelSizes } from "../hierarchy/level-sizes.ts";
import { importConversations } from "../import/import-conversations.ts";
import type { OwnFacet } from "../facets/own/own-facet.ts";
import type { ColumnMap } from "../import/mapping/column-map.ts";
import type { FormatName, NamingMode, PresetName } from "../names.ts";
import { createThresholds } from "../privacy/thresholds.ts";
import type { Screen } from "../stages/screen-stage.ts";
import { countFacetInput, countScreenInput } from "./count-facet-calls.ts";
import { countStages, type StageCount } from "./count-stages.ts";
import { describeAssumptions } from "./describe-assumptions.ts";
import { findEarlierCalls } from "./earlier-calls.ts";
import { priceStages } from "./price-stages.ts";
import type { RunEstimate } from "./run-estimate.ts";
import { surveyInput, type Survey } from "./survey-input.ts";

/** A model with what it costs. */
export interface PricedModel {
  /** Only its `id` and `countTokens` are used: no call is made. */
  readonly model: LanguageModel;
  /** Null where it is not known. */
  readonly price: ModelPrice | null;
}

export interface EstimateModels {
  readonly extractor: PricedModel;
  readonly namer: PricedModel;
  readonly auditor: PricedModel;
  /** The extractor unless told. */
  readonly screener?: PricedModel;
}

export interface EstimateRunOptions {
  /** Null for an analyst without models, which costs nothing. */
  readonly models: EstimateModels | null;
  /** As the analyst is told; 3 unless told. */
  readonly requests?: number | undefined;
  readonly facetCalls?: "one" | "each" | undefined;
  readonly transcriptCharacters?: number | undefined;
  /** As the analyst is told; `summaries` unless told. */
  readonly naming?: NamingMode | undefined;
  /** What of the prices is paid: a half for batches. */
  readonly priceFactor?: number;
  /** The run directory; what an earlier attempt with the same models used a call is taken from it. */
  readonly out?: string | undefined;
  readonly format?: FormatName | undefined;
  /** What columns of tables and fields of records hold, in place of a format. */
  readonly map?: ColumnMap | undefined;
  readonly screen?: Screen | undefined;
  readonly facet?: string;
  /** The user's own facets. */
  readonly ownFacets?: readonly OwnFacet[];
  readonly preset?: PresetName;
  readonly minConversations?: number | undefined;
  readonly minAccounts?: number | undefined;
  readonly clusters?: number | undefined;
  readonly levels?: number | undefined;
  readonly seed?: number;
  readonly threads?: number | undefined;
  readonly onEvent?: EventSink;
  readonly signal?: AbortSignal;
}

/**
 * What a run would take, without a call: calls, tokens and US dollars for each stage.
 *
 * The prompts about conversations are the real ones, counted one by one (beyond 20,000 a random sample of them). What later
 * prompts will hold is not known before a model has written it: these are built with the real numbers of clusters, members
 * and parents, as far as words alone group the same conversations, and with texts of typical length. Reads the
 * input once and writes nothing. Throws InputError and UsageError as a run does.
 *
 * @example
 * const estimate = await estimateRun(["chats.jsonl.gz"], { models: { extractor, namer, auditor } });
 */
export async function estimateRun(
  inputs: readonly string[],
  options: EstimateRunOptions,
): Promise<RunEstimate> {
  const { models, preset = "explore", onEvent = ignoreEvents } = options;
  const thresholds = createThresholds({ ...options, preset });
  onEvent({ type: "stage-start", stage: "read", total: null });
  const survey = await readInput(inputs, options);
  const clusters = Math.min(
    options.clusters ?? chooseClusterCount(survey.distinct, thresholds),
    Math.max(1, survey.distinct),
  );
  const levelSizes = toLevelSizes(clusters, options.levels);
  const input = {
    conversations: survey.conversations,
    withoutText: survey.withoutText,
    repeated: survey.repeated,
    distinct: survey.distinct,
    counted: survey.counted.length,
  };
  if (models === null) {
    const totals = { calls: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costUsd: 0 };
    return { stages: [], totals, input, levelSizes, unpriced: [], assumptions: [] };
  }
  const counts = await withEngine(options, async (engine) =>
    countStages(survey, levelSizes, { ...options, models, engine }),
  );
  const earlier = await findEarlierCalls(options.out, models);
  const { stages, totals, unpriced } = priceStages(counts, {
    models,
    earlier,
    factor: options.priceFactor ?? 1,
  });
  return { stages, totals, input, levelSizes, unpriced, assumptions: describeAssumptions(stages, options) };
}

async function readInput(inputs: readonly string[], options: EstimateRunOptions): Promise<Survey> {
  const { models, format, map, screen, requests = 3, facetCalls = "one", seed = 0, signal } = options;
  const { ownFacets: own = [], transcriptCharacters = 20_000, onEvent = ignoreEvents } = options;
  const source = importConversations(inputs, {
    ...(format === undefined ? {} : { format }),
    ...(map === undefined ? {} : { map }),
    ...(signal ? { signal } : {}),
  });
  const question = screen?.question;
  return surveyInput(source.conversations, {
    seed,
    signal,
    pattern:
      screen?.pattern === undefined
        ? undefined
        : new RegExp(screen.pattern.source, screen.pattern.flags.replaceAll(/[gy]/gu, "")),
    onProgress: (done) => onEvent({ type: "stage-progress", stage: "read", done, total: null }),
    count: (conversation) => {
      if (models === null) return { screen: 0, facets: 0 };
      const { extractor, screener = extractor } = models;
      return {
        screen:
          question === undefined
            ? 0
            : countScreenInput(screener.model, conversation, { question, transcriptCharacters }),
        facets: countFacetInput(extractor.model, conversation, {
          facetCalls,
          requests,
          own,
          transcriptCharacters,
        }),
      };
    },
  });
}

async function withEngine(
  { threads = availableParallelism() }: EstimateRunOptions,
  work: (engine: MatrixEngine) => Promise<readonly StageCount[]>,
): Promise<readonly StageCount[]> {
  const engine = await createMatrixEngine({ threads });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
