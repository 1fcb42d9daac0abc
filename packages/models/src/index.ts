// Embedders
export { createBuiltinEmbedder, type BuiltinEmbedderOptions } from "./builtin-embedder.ts";
