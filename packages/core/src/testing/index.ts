export { createFakeEmbedder } from "./fake-embedder.ts";
export { findRealData, findRealFile, readRealLines } from "./real-data.ts";
export { createTemporaryDirectory, type TemporaryDirectory } from "./temporary-directory.ts";
