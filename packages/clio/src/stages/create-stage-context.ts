import { ignoreEvents } from "@observatory/core";
import type { MatrixEngine } from "@observatory/numerics";
import type { ClioRunOptions } from "../clio-run-options.ts";
import { findClusteredFacet } from "../facets/own/find-clustered-facet.ts";
import { createPrivacySettings } from "../privacy/differential/privacy-settings.ts";
import { noKnownPrompts } from "../privacy/near-duplicates/known-prompts.ts";
import { createCellThresholds, createThresholds } from "../privacy/thresholds.ts";
import { emptyGlossary } from "../privacy/words/glossary.ts";
import { createRunWordClasses } from "./run-word-classes.ts";
import type { StageContext } from "./stage-context.ts";

/** What the stages share, with the default of everything that was not told. Throws UsageError. */
export function createStageContext(
  inputs: readonly string[],
  options: ClioRunOptions,
  engine: MatrixEngine,
): StageContext {
  const preset = options.preset ?? "explore";
  const glossary = options.glossary ?? emptyGlossary;
  return {
    inputs,
    format: options.format,
    map: options.map,
    analyst: options.analyst,
    embedder: options.embedder,
    screen: options.screen,
    facet: findClusteredFacet(options.facet ?? "request", options.analyst.ownFacets ?? []),
    preset,
    thresholds: createThresholds({ ...options, preset }),
    cellThresholds: createCellThresholds({ ...options, preset }),
    history: {
      minDays: options.minAccountDays ?? null,
      minConversations: options.minAccountConversations ?? null,
    },
    overlays: [...new Set(options.overlays ?? [])].toSorted(),
    sensitive: options.sensitive ?? [],
    project: options.project,
    clusters: options.clusters,
    privacy: options.privacy === undefined ? undefined : createPrivacySettings(options.privacy),
    levels: options.levels,
    seed: options.seed ?? 0,
    glossary,
    prompts: options.prompts ?? noKnownPrompts,
    openWordClasses: createRunWordClasses(glossary, preset),
    notes: options.notes ?? {},
    renderReport: options.renderReport,
    reportId: options.reportId,
    engine,
    signal: options.signal ?? new AbortController().signal,
    onEvent: options.onEvent ?? ignoreEvents,
  };
}
