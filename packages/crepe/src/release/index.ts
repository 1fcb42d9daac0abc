// What a benchmark is made of on disk: schemas and types. Runs in a browser too.
export {
  benchmarkSchema,
  itemSchema,
  type BenchmarkRecord,
  type Edit,
  type Falsity,
  type Item,
  type Negative,
} from "../benchmark/item.ts";
export type { SceneGraph, SceneObject, SceneRelation, Box } from "../scene-graph/scene-graph.ts";
export { auditFileSchema, type AuditFile } from "../blind/audit-file.ts";
export type { AuditReport, CellAudit, ProbeResult } from "../blind/audit-rows.ts";
export { rankItem, type ItemRank } from "../evaluate/rank-item.ts";
export { fewestImages } from "../evaluate/fewest-images.ts";
export { isSighted } from "../evaluate/is-sighted.ts";
export {
  crepeReportSchema,
  type CrepeReport,
  type Gain,
  type ReportedScorer,
  type ScorerDifference,
} from "../report/crepe-report.ts";
export { toCellName, toCellOrder } from "../report/cell-name.ts";
export type { ReportTable } from "../report/tables/report-table.ts";
export { toAnalysisTables } from "../report/tables/to-report-tables.ts";
export {
  cellKeySchema,
  resultCellSchema,
  resultRowSchema,
  resultsHeadSchema,
  resultsSchema,
  tiePolicies,
  type CellKey,
  type ResultAverage,
  type ResultCell,
  type ResultRow,
  type Results,
  type ResultsHead,
  type ScorerInfo,
  type TiePolicy,
  type Ties,
} from "../evaluate/results.ts";
