// Scene graphs
export {
  sceneGraphSchema,
  toComplexity,
  type Box,
  type Complexity,
  type SceneGraph,
  type SceneObject,
  type SceneRelation,
} from "./scene-graph/scene-graph.ts";

// Benchmarks
export { benchmarkSchema, itemSchema, type BenchmarkRecord, type Edit, type Falsity, type Item, type Negative } from "./benchmark/item.ts";

// Names (also at @observatory/crepe/names, without the rest)
export { setNames, type SetName } from "./names.ts";
