// Writing models
export {
  createOnnxModel,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxNode,
  type OnnxValue,
} from "./onnx-model.ts";

// Reading models
export { readGraphOutline, type GraphOutline, type OutlineNode } from "./graph-outline.ts";
export { findWeightFiles, type WeightFile } from "./find-weight-files.ts";
export { findActivation, restoreQuickGelu, type GraphActivation } from "./activation.ts";

// Tensors
export { toFloat32, toInt32, type OnnxElementType, type OnnxTensor, type OnnxTensorData } from "./tensor.ts";

// Running models
export {
  loadOnnxRuntime,
  nativeRuntimeHint,
  type LoadOnnxRuntimeOptions,
  type OnnxBackend,
  type OnnxPort,
  type OnnxRuntime,
  type OnnxSession,
} from "./onnx-runtime.ts";
