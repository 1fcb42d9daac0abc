// The main job
export { runClio, type ClioRunOptions, type ClioRunReport } from "./pipeline.ts";
export { createLexicalAnalyst } from "./lexical-analyst.ts";
export type { Analyst, ClusterName, ClusterToName, Facets, SummaryFacet } from "./analyst.ts";

// Conversations
export type { Conversation, Message, Role } from "./conversation.ts";
export { describeLosses } from "./import/describe-losses.ts";
export { importConversations, type ConversationImport, type ImportOptions } from "./import/import-conversations.ts";
export { formatNames, type FormatName } from "./import/formats/formats.ts";
export type { LossReport } from "./import/loss-report.ts";
export { writeConversations } from "./import/write-conversations.ts";

// What may be shown
export { loadRelease, type Release } from "./release/load-release.ts";
export type { ClustersFile, PublishedCluster, ReleaseFile } from "./release/schema.ts";
export { presetNames, presets, type PresetName, type Thresholds } from "./privacy/thresholds.ts";

// Looking into a run
export { readAssignments, type Assignment } from "./assignments.ts";
export { scoreRun, type LevelScore, type ScoreOptions, type ScoreReport } from "./score/score-run.ts";

// Synthetic conversations
export { plantNames, synthLanguageCodes } from "./synth/names.ts";
export { synthesizeConversations, type SynthOptions } from "./synth/synthesize-conversations.ts";
