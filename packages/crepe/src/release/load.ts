// Reads what a benchmark is made of on disk. Needs Node.
export { loadBenchmark, type LoadedBenchmark } from "../benchmark/load-benchmark.ts";
export { loadAudit } from "../blind/write-audit.ts";
export { loadReport, type LoadReportOptions } from "../report/load-report.ts";
export { readLineSpans, type LineSpan } from "../evaluate/line-spans.ts";
export { loadResults, type LoadedResults, type ResultsWarning } from "../evaluate/load-results.ts";
export type { ResultLine } from "../evaluate/read-results.ts";
export { loadEvaluatedRows, type EvaluatedRows } from "../evaluate/load-evaluated-rows.ts";
export { toScoringDirectory } from "../evaluate/score-log.ts";
export { findImages, type LocateImage } from "../lint/find-images.ts";
