// Embedders
export { createBuiltinEmbedder, type BuiltinEmbedderOptions } from "./builtin-embedder.ts";

// Language models
export { createLlamaModel, type LlamaModelOptions } from "./llama/create-llama-model.ts";
