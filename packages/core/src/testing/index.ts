export { createFakeEmbedder } from "./fake-embedder.ts";
export {
  createFakeModel,
  toPromptText,
  type FakeAnswer,
  type FakeModel,
  type FakeModelOptions,
} from "./fake-model.ts";
export { findRealData, findRealFile, readRealLines } from "./real-data.ts";
export { createTemporaryDirectory, type TemporaryDirectory } from "./temporary-directory.ts";
