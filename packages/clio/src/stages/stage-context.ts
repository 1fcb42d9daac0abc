import type { ColumnMap } from "../import/mapping/column-map.ts";
import type { EventSink, Json, TextEmbedder } from "@observatory/core";
import type { MatrixEngine } from "@observatory/numerics";
import type { Analyst } from "../analyst.ts";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import type { FormatName } from "../names.ts";
import type { HistoryRule } from "../privacy/account-history.ts";
import type { KnownPrompts } from "../privacy/near-duplicates/known-prompts.ts";
import type { Glossary } from "../privacy/words/glossary.ts";
import type { createRunWordClasses } from "./run-word-classes.ts";
import type { Thresholds } from "../privacy/thresholds.ts";
import type { PresetName } from "../names.ts";
import type { PrivacySettings } from "../privacy/differential/privacy-settings.ts";
import type { Release } from "../release/release.ts";
import type { SensitiveFacet } from "./sensitive-values.ts";
import type { Screen } from "./screen-stage.ts";

/** What every stage of one run shares. */
export interface StageContext {
  readonly inputs: readonly string[];
  readonly format: FormatName | undefined;
  readonly map: ColumnMap | undefined;
  readonly analyst: Analyst;
  readonly embedder: TextEmbedder;
  readonly screen: Screen | undefined;
  readonly facet: ClusteredFacet;
  readonly preset: PresetName;
  readonly thresholds: Thresholds;
  /** Of cells of cross-tables. */
  readonly cellThresholds: Thresholds;
  /** What history an account needs to count. */
  readonly history: HistoryRule;
  /** Keys of the conversations' labels that clusters are counted by. */
  readonly overlays: readonly string[];
  /** What must not be told of nearly everybody in a cluster. */
  readonly sensitive: readonly SensitiveFacet[];
  /** Directory of the releases about the same people; the run's own private one where it is not given. */
  readonly project: string | undefined;
  readonly clusters: number | undefined;
  readonly levels: number | undefined;
  /** A release under differential privacy; the other rules hold where it is not given. */
  readonly privacy: PrivacySettings | undefined;
  readonly seed: number;
  /** What the product itself suggests to its users. */
  readonly prompts: KnownPrompts;
  /** Words that the user has reviewed, so that they need no more support than those of a dictionary. */
  readonly glossary: Glossary;
  /** One for all counters of the run; made when the first is wanted. */
  readonly openWordClasses: ReturnType<typeof createRunWordClasses>;
  /** More for `run.json` to keep. */
  readonly notes: Readonly<Record<string, Json>>;
  /** Makes `release/report.html`; there is none where this is not given. */
  readonly renderReport: ((release: Release) => string) | undefined;
  /** Version of that page. */
  readonly reportId: string | undefined;
  /** Worker threads for matrix products; native and fallback differ in the last bits, so its kind is part of keys. */
  readonly engine: MatrixEngine;
  readonly signal: AbortSignal;
  readonly onEvent: EventSink;
}
