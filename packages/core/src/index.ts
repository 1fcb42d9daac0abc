// Errors and outcomes
export {
  BudgetError,
  exitCodeOf,
  InputError,
  ModelError,
  ObservatoryError,
  PrivacyError,
  StateError,
  UsageError,
  type ErrorCode,
  type ErrorDetails,
  type ModelErrorDetails,
  type ModelErrorKind,
} from "./errors.ts";
export { failed, succeeded, type Outcome } from "./outcome.ts";

// Progress
export { ignoreEvents, type EventSink, type ProgressEvent } from "./events.ts";

// Models
export type { CallOptions, TextEmbedder } from "./text-embedder.ts";
export type { EncodableImage, ImageTextEncoder } from "./image-text-encoder.ts";
export type {
  JsonSchema,
  LanguageModel,
  ModelCallOptions,
  ModelReply,
  ModelRequest,
  PromptImage,
  PromptPart,
  RateLimits,
  TokenUsage,
} from "./language-model.ts";
export { callKeyOf } from "./call-key.ts";
export { countRequestTokens } from "./count-request-tokens.ts";
export { priceUsage, type ModelPrice, type TokenPrice } from "./model-price.ts";

// Data
export { contentHash, sha256 } from "./hash.ts";
export { hashFile } from "./hash-file.ts";
export { parseJson, toCanonicalJson, type Json } from "./json.ts";
export { createRandom, type Random } from "./random.ts";

// Concurrency
export { mapConcurrent, type MapConcurrentOptions } from "./map-concurrent.ts";
export { once } from "./once.ts";
export { serveTasks } from "./serve-tasks.ts";
export { untilAborted } from "./until-aborted.ts";
export { createWorkerPool, workerEntry, type WorkerPool, type WorkerPoolOptions } from "./worker-pool.ts";
