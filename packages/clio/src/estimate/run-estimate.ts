/** The stages that may ask a model, in the order of a run. */
export const estimatedStages = ["screen", "facets", "name", "hierarchy", "audit"] as const;
export type EstimatedStage = (typeof estimatedStages)[number];

/** Calls and their tokens. */
export interface CallCount {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What one stage is expected to take. */
export interface StageEstimate extends CallCount {
  readonly stage: EstimatedStage;
  /** {@link LanguageModel.id} */
  readonly model: string;
  /** Tokens that a provider surely reads from its cache: none, since none promises it. */
  readonly cachedInputTokens: number;
  /** Null where no price of the model is known. */
  readonly costUsd: number | null;
  /**
   * Where the numbers come from: prompts that were all built and counted, a sample of them, prompts built from stand-ins for
   * what a model will write, or what an earlier attempt of the same run used a call.
   */
  readonly basis: "counted" | "sampled" | "stand-ins" | "earlier-calls";
  /** 95 % interval of the input tokens where they were sampled. */
  readonly inputInterval?: { readonly low: number; readonly high: number };
}

/** What a run is expected to take before it is started. */
export interface RunEstimate {
  /** Stages that ask a model; none for an analyst without one. */
  readonly stages: readonly StageEstimate[];
  readonly totals: CallCount & {
    readonly cachedInputTokens: number;
    /** Null where the price of a stage is not known. */
    readonly costUsd: number | null;
  };
  readonly input: InputCounts;
  /** Clusters of each level, base first. */
  readonly levelSizes: readonly number[];
  /** Models without a known price. */
  readonly unpriced: readonly string[];
  /** What was assumed, in sentences. */
  readonly assumptions: readonly string[];
}

/** What was read. */
export interface InputCounts {
  readonly conversations: number;
  /** Conversations in which no user wrote anything: they cost nothing. */
  readonly withoutText: number;
  /** Conversations that repeat another one to the letter: their calls are paid once. */
  readonly repeated: number;
  /** Conversations without near-duplicates of the same account: what is clustered. */
  readonly distinct: number;
  /** Conversations whose prompts were built and counted. */
  readonly counted: number;
}
