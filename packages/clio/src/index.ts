// The main job
export { runClio, type ClioRunReport } from "./pipeline.ts";
export type { ClioRunOptions } from "./clio-run-options.ts";
export { createLexicalAnalyst } from "./lexical-analyst.ts";
export {
  createModelAnalyst,
  type AnalystTemperatures,
  type ModelAnalystOptions,
} from "./model-analyst/create-model-analyst.ts";
export type {
  Analyst,
  AnalystCallOptions,
  AnalystKeys,
  AnalystUsage,
  AuditRating,
  ClusterName,
  ClusterToName,
  CountRange,
  Facets,
  HierarchyAnalyst,
  MisfitReason,
  MisfitSink,
  Neighbourhood,
  Reading,
  RequestFacet,
} from "./analyst.ts";

// What a run would take
export {
  estimateRun,
  type EstimateModels,
  type EstimateRunOptions,
  type PricedModel,
} from "./estimate/estimate-run.ts";
export type {
  CallCount,
  EstimatedStage,
  InputCounts,
  RunEstimate,
  StageEstimate,
} from "./estimate/run-estimate.ts";

// Names of formats, facets, presets, languages and plants (also at @observatory/clio/names, without the rest)
export {
  formatNames,
  namingModes,
  plantNames,
  presetNames,
  privacyUnits,
  summaryFacets,
  synthLanguageCodes,
  type FormatName,
  type NamingMode,
  type PresetName,
  type PrivacyUnit,
  type SummaryFacet,
} from "./names.ts";

// Facets of the user's own
export { parseOwnFacets } from "./facets/own/parse-own-facets.ts";
export type { ClusteredFacet, OwnFacet, OwnSummary, OwnValues } from "./facets/own/own-facet.ts";

// Conversations
export type { Conversation, Message, Role } from "./conversation.ts";
export { parseColumnMap, type ColumnMap } from "./import/mapping/column-map.ts";
export { describeLosses } from "./import/describe-losses.ts";
export {
  importConversations,
  type ConversationImport,
  type ImportOptions,
} from "./import/import-conversations.ts";
export type { LossReport } from "./import/loss-report.ts";
export { writeConversations } from "./import/write-conversations.ts";

// Parts of the pipeline, for other pipelines
export { extractLexicalFacets } from "./facets/extract-lexical-facets.ts";
export { detectLanguage, type DetectedLanguage } from "./facets/language/detect-language.ts";
export { findPersonalData } from "./facets/redaction/find-personal-data.ts";
export type { Finding, RedactionKind } from "./facets/redaction/finding.ts";
export { redact, type Redacted } from "./facets/redaction/redact.ts";
export {
  groupCopies,
  type ComparedText,
  type CopyGroups,
  type GroupCopiesOptions,
} from "./privacy/near-duplicates/group-copies.ts";
export { toComparedText } from "./privacy/near-duplicates/to-compared-text.ts";
export { redactConversation } from "./facets/redaction/redact-conversation.ts";
export { fitHybridEmbedding, type HybridEmbedding, type HybridSample } from "./embed/fit-hybrid-embedding.ts";
export { toTranscript, type Transcript, type TranscriptOptions } from "./prepare/to-transcript.ts";

// What models are asked: pure functions, for counting tokens before a run
export { assignPrompt } from "./model-analyst/prompts/assign-prompt.ts";
export { auditPrompt } from "./model-analyst/prompts/audit-prompt.ts";
export { deduplicatePrompt } from "./model-analyst/prompts/deduplicate-prompt.ts";
export { facetPrompt, type SingleFacet } from "./model-analyst/prompts/facet-prompt.ts";
export { facetsPrompt, type FacetsPromptOptions } from "./model-analyst/prompts/facets-prompt.ts";
export { judgeSummaryPrompt } from "./model-analyst/prompts/judge-summary-prompt.ts";
export { judgeTitlePrompt } from "./model-analyst/prompts/judge-title-prompt.ts";
export { namePhrasesPrompt, type PhrasesMaterial } from "./model-analyst/prompts/name-phrases-prompt.ts";
export { namePrompt, type NameMaterial } from "./model-analyst/prompts/name-prompt.ts";
export { parentsPrompt } from "./model-analyst/prompts/parents-prompt.ts";
export { promptVersion } from "./model-analyst/prompts/prompt-version.ts";
export { screenPrompt } from "./model-analyst/prompts/screen-prompt.ts";

// What may be shown
export { loadRelease } from "./release/load-release.ts";
export type { Release } from "./release/release.ts";
export type { ClustersFile, PublishedCluster, ReleaseFile } from "./release/schema.ts";
export { presets, type Thresholds } from "./privacy/thresholds.ts";
export type { PrivacyRequest } from "./privacy/differential/privacy-settings.ts";

// Terms that names may use though no dictionary has them
export { parseKnownPrompts, type KnownPrompts } from "./privacy/near-duplicates/known-prompts.ts";
export { parseGlossary, type Glossary } from "./privacy/words/glossary.ts";

// Looking into a run
export { loadConcentration, type ConcentrationReport } from "./stages/concentration-stage.ts";
export { listGlossaryCandidates, type GlossaryCandidate } from "./glossary-candidates.ts";
export { readAssignments, type Assignment } from "./assignments.ts";
export { scoreRun, type LevelScore, type ScoreOptions, type ScoreReport } from "./score/score-run.ts";

// Measuring analysts
export { validateAnalysts, type ValidationOptions } from "./validation/validate-analysts.ts";
export type { ValidationSubject } from "./validation/validate-analyst.ts";
export type { Judge } from "./validation/judge.ts";
export { auditCases } from "./validation/audit-cases/index.ts";
export type { AuditCase } from "./validation/audit-case.ts";
export type { AnalystValidation, Fit, Measured, Misfits, ValidationReport } from "./validation/report.ts";
export type { Calibration } from "./validation/score-calibration.ts";
export type { Reconstruction } from "./validation/score-reconstruction.ts";
export type { Share } from "./validation/share.ts";

// Synthetic conversations
export { synthesizeConversations, type SynthOptions } from "./synth/synthesize-conversations.ts";
export { synthFindings } from "./synth/findings.ts";
export { listCanaries, type Canary } from "./synth/plants/canaries.ts";
export { planRing, type RingPlan } from "./synth/plants/coordinated.ts";
export { poisonTarget, type PoisonTarget } from "./synth/plants/poison.ts";

// Attacks on what is published
export { runAttackSuite, type AttackSuiteOptions } from "./attacks/attack-suite.ts";
export type { AttackOutcome, AttackReport, AttackScore, AttackVerdict } from "./attacks/attack-report.ts";
export { checkRun, type RunCheck, type RunFinding } from "./attacks/check-run.ts";
