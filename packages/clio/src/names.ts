// Names that a command line offers: plain lists, so that help and errors come without loading the instrument.

/** Formats that an importer exists for. */
export const formatNames = [
  "observatory",
  "openai-chat",
  "sharegpt",
  "hh-rlhf",
  "claude-ai",
  "chatgpt",
  "anthropic-messages",
  "anthropic-batch",
  "openai-batch",
  "claude-code",
  "lmsys-chat",
  "wildchat",
  "langfuse",
  "langsmith",
  "otel-genai",
] as const;
export type FormatName = (typeof formatNames)[number];

/** The facets whose texts can be clustered. */
export const summaryFacets = ["request", "task"] as const;
export type SummaryFacet = (typeof summaryFacets)[number];

/** Sets of thresholds. */
export const presetNames = ["explore", "public"] as const;
export type PresetName = (typeof presetNames)[number];

/** Whose presence in the input a release under differential privacy hides. */
export const privacyUnits = ["account", "conversation"] as const;
export type PrivacyUnit = (typeof privacyUnits)[number];

/** What a model may be told of a cluster that it names. */
export const namingModes = ["summaries", "phrases"] as const;
export type NamingMode = (typeof namingModes)[number];

/** Codes of the languages that the synthetic corpus is written in. */
export const synthLanguageCodes = ["en", "es", "fr", "de", "pt", "ja", "zh", "ru"] as const;

/** What can be planted in a synthetic corpus. */
export const plantNames = ["canaries", "ring", "poison"] as const;

/** The attacks of the suite, in the order in which they run. */
export const attackNames = ["canaries", "poison", "membership", "differencing", "echo"] as const;
export type AttackName = (typeof attackNames)[number];

/** `small` takes a minute and shows that the attacks work; `full` is what figures are taken from. */
export const suiteSizes = ["small", "full"] as const;
export type SuiteSize = (typeof suiteSizes)[number];

/** Reads what `--map` says, so that a wrong one is refused before anything is loaded. */
export { parseColumnMap } from "./import/mapping/column-map.ts";
