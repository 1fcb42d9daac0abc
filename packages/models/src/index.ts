// Language models
export {
  openLanguageModel,
  openProvider,
  type LanguageModelOptions,
  type OpenedProvider,
} from "./open-language-model.ts";
export { createAnthropicModel, type AnthropicModelOptions } from "./anthropic/create-anthropic-model.ts";
export { createOpenAiModel } from "./openai/create-openai-model.ts";
export type { OpenAiOptions } from "./openai/connect.ts";
export { createLlamaModel, type LlamaModelOptions } from "./llama/create-llama-model.ts";
export { persistentModel } from "./calling/persistent-model.ts";
export type { PersistenceOptions, Retry } from "./calling/create-caller.ts";

// Batches
export { batchedModel, type BatchedModelOptions } from "./batches/batched-model.ts";
export type {
  BatchClient,
  BatchItem,
  BatchOutcome,
  BatchResult,
  BatchStatus,
  RecentBatch,
} from "./batches/batch-client.ts";
export type { BatchLog } from "./batches/batch-log.ts";
export type { BatchProgress } from "./batches/batch-runner.ts";

// Embedders
export { createBuiltinEmbedder, type BuiltinEmbedderOptions } from "./builtin-embedder.ts";
export { createOpenAiEmbedder, type OpenAiEmbedderOptions } from "./openai/create-openai-embedder.ts";

// Encoders of images and captions
export { decodeImage } from "./images/decode-image.ts";
export { toPromptImage } from "./images/to-prompt-image.ts";
export { checkEncoderFolder } from "./dual-encoder/load-encoder-folder.ts";
export { openDualEncoder, type DualEncoderOptions } from "./dual-encoder/open-dual-encoder.ts";
export { openWorldClip } from "./dual-encoder/open-world-clip.ts";

// Encoders by name
export { createHub, defaultHub, type Hub, type HubOptions } from "./hub/hub-client.ts";
export { fetchModel, type FetchModelOptions } from "./hub/fetch-model.ts";
export { listKnownModels, type ListedModel } from "./hub/list-known-models.ts";
export { checkKnownEncoder, openKnownEncoder, type KnownEncoderOptions } from "./hub/open-known-encoder.ts";
export { findNearModels, requireExport, resolveModel, type ModelSource } from "./hub/resolve-model.ts";

// Money
export { batchPriceFactor, priceSources, pricesDate } from "./prices/price-table.ts";
export { findNearPriced, findPrice, type FindPriceOptions } from "./prices/find-price.ts";
export { isLoopbackUrl } from "./prices/is-loopback-url.ts";
export { parsePrices } from "./prices/parse-prices.ts";

// Tokens
export { estimateTokens, tokenScaleOf } from "./tokens/estimate-tokens.ts";
