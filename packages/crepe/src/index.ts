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
export { readFactual, type CaptionGraph } from "./scene-graph/readers/factual.ts";
export { readGqa } from "./scene-graph/readers/gqa.ts";
export { readNlvr, type NlvrItem } from "./scene-graph/readers/nlvr.ts";
export {
  readRegionDescriptions,
  readVisualGenome,
  readVisualGenomeSizes,
  type ImageSizes,
  type RegionDescription,
} from "./scene-graph/readers/visual-genome.ts";
export { readPhraseSynsets, type PhraseSynsets } from "./scene-graph/readers/visual-genome-synsets.ts";
export { type GraphLoss, type ImageGraph } from "./scene-graph/readers/assemble-graph.ts";

// Captions
export { parseCaption } from "./captions/parse/parse-caption.ts";
export { scoreGraphs, toAtoms, type Agreement, type GraphScores } from "./captions/parse/score-graphs.ts";
export { renderCaption, type RenderedCaption } from "./captions/render/render-caption.ts";
export { captionStyles, type CaptionStyle } from "./captions/render/caption-plan.ts";

// Vocabulary of a training set
export {
  buildVocabulary,
  type BuildVocabularyOptions,
  type VocabularySummary,
} from "./vocabulary/build-vocabulary.ts";
export {
  loadVocabulary,
  type LoadedVocabulary,
  type LoadVocabularyOptions,
} from "./vocabulary/load-vocabulary.ts";
export { captionFormats, type CaptionFormat } from "./vocabulary/caption-source.ts";
export {
  vocabularyColumns,
  type VocabularyRecord,
  type VocabularyRow,
} from "./vocabulary/vocabulary-file.ts";
export type { Vocabulary } from "./vocabulary/vocabulary.ts";

// Negatives and their proofs
export { makeNegatives } from "./negatives/make-negatives.ts";
export { proveFalse } from "./negatives/prove-false.ts";
export { createLexicon } from "./negatives/wordnet/lexicon.ts";

// Generated benchmarks
export {
  benchmarkSchema,
  itemSchema,
  type BenchmarkRecord,
  type Edit,
  type Falsity,
  type Item,
  type Negative,
} from "./benchmark/item.ts";
export type { SourceScene } from "./benchmark/source-scene.ts";
export {
  generateBenchmark,
  type GenerateBenchmarkOptions,
  type GeneratedBenchmark,
  type SceneSource,
} from "./benchmark/generate-benchmark.ts";
export { describeGenerated } from "./benchmark/describe-generated.ts";
export {
  refineBenchmark,
  type RefineBenchmarkOptions,
  type RefinedBenchmark,
} from "./benchmark/refine-benchmark.ts";
export {
  readGraphScenes,
  type GraphFormat,
  type ReadGraphScenesOptions,
} from "./benchmark/read-graph-scenes.ts";
export { generateProductivity, type GenerateProductivityOptions } from "./benchmark/generate-productivity.ts";
export { generateSystematicity } from "./benchmark/generate-systematicity.ts";
export { generatePairs } from "./benchmark/generate-pairs.ts";
export {
  writeTrainingSet,
  type TrainingSet,
  type WriteTrainingSetOptions,
} from "./benchmark/write-training-set.ts";
export { cropSubgraph } from "./benchmark/crop-subgraph.ts";
export { writeBenchmark } from "./benchmark/write-benchmark.ts";
export { loadBenchmark, type LoadedBenchmark } from "./benchmark/load-benchmark.ts";

// The drawn world
export { generateWorld, type GenerateWorldOptions } from "./world/generate-world.ts";
export { generateTwins, type WorldTwins } from "./world/generate-twins.ts";
export { heldOutCompounds, type HeldOut } from "./world/held-out-compounds.ts";
export { relationTruth } from "./world/relation-truth.ts";
export { renderScene } from "./world/render-scene.ts";
export { renderScenes } from "./world/render-scenes.ts";
export { renderContactSheet } from "./world/contact-sheet.ts";
export { toWorldSplit } from "./world/to-world-split.ts";
export { trainingCaptions } from "./world/training-captions.ts";
export { sceneSide, type WorldScene } from "./world/world-scene.ts";
export { loadIconCredits, type IconCredit } from "./world/load-icons.ts";

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
export {
  writeCrepeProductivity,
  writeCrepeSystematicity,
  type WrittenFile,
} from "./interchange/write-crepe.ts";

// Lint
export { lintFiles, type LintedFile, type LintOptions, type LintReport } from "./lint/lint-files.ts";
export { describeLint } from "./lint/describe-lint.ts";
export { fixFiles, type FixedFiles } from "./lint/fix-files.ts";
export { findImages, type LocateImage } from "./lint/find-images.ts";
export { findingKinds, type Finding, type FindingCode, type Severity } from "./lint/finding.ts";

// Blind audit and refinement
export {
  auditRows,
  type AuditOptions,
  type AuditReport,
  type CellAudit,
  type ProbeResult,
} from "./blind/audit-rows.ts";
export { describeAudit } from "./blind/describe-audit.ts";
export { blindProbes } from "./blind/probes.ts";
export { toBlindRows, type SourcedBlindRow } from "./blind/to-blind-rows.ts";
export { refineRows, type RefineOptions, type RefineReport, type Refinement } from "./blind/refine-rows.ts";
export { keepRefined } from "./blind/keep-refined.ts";
export { describeRefinement } from "./blind/describe-refinement.ts";

export { auditFileSchema, type AuditFile } from "./blind/audit-file.ts";
export { loadAudit } from "./blind/write-audit.ts";
export { saveAudit } from "./blind/save-audit.ts";

// Results of scorers
export {
  resultsHeadSchema,
  resultsSchema,
  type CellKey,
  type PublishedFigure,
  type ResultCell,
  type ResultRow,
  type Results,
  type ResultsHead,
  type ScorerInfo,
  type Ties,
} from "./evaluate/results.ts";
export type {
  ComplexityEffect,
  DoseSlope,
  Estimate,
  FullSet,
  Gate,
  GatedCell,
  Retrieval,
} from "./evaluate/analyses.ts";
export { rankItem, type ItemRank } from "./evaluate/rank-item.ts";
export { tabulate, type RankedRow } from "./evaluate/tabulate.ts";
export { toResults, type ScoredRow, type ToResultsOptions } from "./evaluate/to-results.ts";
export { scoreBlind, scoreChance, type ScoreBlindOptions } from "./evaluate/score-blind.ts";
export { evaluateBlind, isBlindScorer } from "./evaluate/evaluate-blind.ts";
export { toQuestions, type Question, type Scorer, type ScorerVectors } from "./evaluate/scorer.ts";
export { createFileScorer, type FileScorerOptions } from "./evaluate/file-scorer.ts";
export {
  createEmbeddingFileScorer,
  type EmbeddingFileScorerOptions,
} from "./evaluate/embedding-file-scorer.ts";
export { createEmbeddingScorer, type EmbeddingScorerOptions } from "./evaluate/embedding-scorer.ts";
export { createOracleScorer } from "./reference/oracle-scorer.ts";
export { createPixelParser, type PixelParserOptions } from "./reference/pixel-parser.ts";
export { shareOfClaim, views, type View } from "./reference/share-of-claim.ts";
export {
  chatPurpose,
  createChatScorer,
  type ChatMode,
  type ChatScorerOptions,
} from "./evaluate/chat/create-chat-scorer.ts";
export { estimateChat, type ChatEstimate } from "./evaluate/chat/estimate-chat.ts";
export type { ChatReport } from "./evaluate/chat/chat-report.ts";
export { evaluateScorer, type EvaluateOptions } from "./evaluate/evaluate-scorer.ts";
export { evaluateAtoms } from "./atoms/evaluate-atoms.ts";
export { prepareAtoms, toAtomImages } from "./atoms/prepare-atoms.ts";
export { checkImages, imageLayouts } from "./evaluate/check-images.ts";
export { extractImages } from "./evaluate/extract-images.ts";
export { listQuestions, type ListedQuestion } from "./evaluate/list-questions.ts";
export { findLossHint } from "./evaluate/loss-hints.ts";
export { isBenchmark, loadEvaluatedRows, type EvaluatedRows } from "./evaluate/load-evaluated-rows.ts";
export { toScoringDirectory } from "./evaluate/score-log.ts";
export { compareScorers, type ScorerDifference, type ScorerHits } from "./evaluate/compare-scorers.ts";
export { loadResults, type LoadedResults, type ResultsWarning } from "./evaluate/load-results.ts";
export { writeResults } from "./evaluate/write-results.ts";
export { describeBlind } from "./evaluate/describe-blind.ts";
export { describeResults } from "./evaluate/describe-results.ts";

// Scorers compared
export { buildReport, type BuildReportOptions, type ReportInput } from "./report/build-report.ts";
export { loadReport, type LoadReportOptions } from "./report/load-report.ts";
export { crepeReportSchema, type CrepeReport } from "./report/crepe-report.ts";
export { requireResults } from "./report/require-results.ts";
export { toMarkdown } from "./report/to-markdown.ts";
export { toBriefTables } from "./report/tables/to-brief-tables.ts";
export { toPairsTables } from "./report/tables/analysis-tables.ts";
export { toReportTables } from "./report/tables/to-report-tables.ts";
export type { ReportTable } from "./report/tables/report-table.ts";

// Names (also at @observatory/crepe/names, without the rest)
export { setNames, tiePolicies, type SetName, type TiePolicy } from "./names.ts";
