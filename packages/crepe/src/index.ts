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

// Benchmark files of any format
export { readRetrievalRows, loadRetrievalRows, type LoadedRows } from "./interchange/read-retrieval-rows.ts";
export {
  imageKeyOf,
  negativeTypesOf,
  retrievalFormats,
  type RetrievalFormat,
  type RetrievalNegative,
  type RetrievalRow,
  type RowLoss,
  type RowOutcome,
  type RowSource,
} from "./interchange/retrieval-row.ts";
export { toRetrievalRow } from "./interchange/to-retrieval-row.ts";
export { toBenchmarkFile } from "./interchange/to-benchmark-file.ts";
export { writeCrepeProductivity, writeCrepeSystematicity, type WrittenFile } from "./interchange/write-crepe.ts";

// Lint
export { lintFiles, type LintedFile, type LintOptions, type LintReport } from "./lint/lint-files.ts";
export { describeLint } from "./lint/describe-lint.ts";
export { fixFiles, type FixedFiles } from "./lint/fix-files.ts";
export { findingKinds, type Finding, type FindingCode, type Severity } from "./lint/finding.ts";

// Blind audit
export { auditRows, type AuditOptions, type AuditReport, type CellAudit, type ProbeResult } from "./blind/audit-rows.ts";
export { describeAudit } from "./blind/describe-audit.ts";
export { blindProbes } from "./blind/probes.ts";
export { toBlindRows, type SourcedBlindRow } from "./blind/to-blind-rows.ts";
export { refineRows, type RefineOptions, type RefineReport, type Refinement } from "./blind/refine-rows.ts";
export { describeRefinement } from "./blind/describe-refinement.ts";

// Names (also at @observatory/crepe/names, without the rest)
export { setNames, type SetName } from "./names.ts";
