import type { EventSink, TextEmbedder } from "@observatory/core";
import type { Analyst, SummaryFacet } from "../analyst.ts";
import type { FormatName } from "../import/formats/formats.ts";
import type { Thresholds, PresetName } from "../privacy/thresholds.ts";

/** What every stage of one run shares. */
export interface StageContext {
  readonly inputs: readonly string[];
  readonly format: FormatName | undefined;
  readonly analyst: Analyst;
  readonly embedder: TextEmbedder;
  readonly facet: SummaryFacet;
  readonly preset: PresetName;
  readonly thresholds: Thresholds;
  readonly clusters: number | undefined;
  readonly levels: number | undefined;
  readonly seed: number;
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly onEvent: EventSink;
}
