import type { EventSink, Json, TextEmbedder } from "@observatory/core";
import type { Analyst } from "./analyst.ts";
import type { ColumnMap } from "./import/mapping/column-map.ts";
import type { FormatName, PresetName } from "./names.ts";
import type { PrivacyRequest } from "./privacy/differential/privacy-settings.ts";
import type { KnownPrompts } from "./privacy/near-duplicates/known-prompts.ts";
import type { Glossary } from "./privacy/words/glossary.ts";
import type { Release } from "./release/release.ts";
import type { Screen } from "./stages/screen-stage.ts";
import type { SensitiveFacet } from "./stages/sensitive-values.ts";

/** What one run of the pipeline is told. */
export interface ClioRunOptions {
  /** The run directory; made where there is none, gone on with where there is one. */
  readonly out: string;
  readonly analyst: Analyst;
  readonly embedder: TextEmbedder;
  /** Format of the inputs; detected file by file where it is not given. */
  readonly format?: FormatName | undefined;
  /** What columns of tables and fields of records hold, in place of a format. */
  readonly map?: ColumnMap | undefined;
  /** Which conversations are looked at; all where it is not given. */
  readonly screen?: Screen | undefined;
  /** The summary that is clustered: `request` unless told, `task`, or one of the analyst's own facets. */
  readonly facet?: string;
  readonly preset?: PresetName;
  readonly minConversations?: number | undefined;
  readonly minAccounts?: number | undefined;
  /** Days between the first and the last conversation of an account that counts toward thresholds and support. */
  readonly minAccountDays?: number | undefined;
  /** Distinct conversations of an account that counts. */
  readonly minAccountConversations?: number | undefined;
  /** Keys of the conversations' labels that clusters are counted by in `overlays.json`; none unless told. */
  readonly overlays?: readonly string[] | undefined;
  /** Number of base clusters; by rule where it is not given. */
  readonly clusters?: number | undefined;
  /** Facets of the user's own and joined columns, or one value of one, that must not be told of nearly everybody in a cluster. */
  readonly sensitive?: readonly SensitiveFacet[] | undefined;
  /**
   * A private directory that releases about the same people share: a later one keeps ids, names and numbers that have hardly
   * moved, so that two of them tell no more than they should. The run's own private directory where it is not given.
   */
  readonly project?: string | undefined;
  /** Asks for a release under differential privacy; the other rules hold where it is not given. */
  readonly privacy?: PrivacyRequest | undefined;
  readonly levels?: number | undefined;
  readonly seed?: number;
  /** Reviewed words and terms that names may use though no dictionary has them, as `parseGlossary` reads them. */
  readonly glossary?: Glossary | undefined;
  /** Texts that the product suggests to its users, as `parseKnownPrompts` reads them: many who send one are no copies. */
  readonly prompts?: KnownPrompts | undefined;
  readonly threads?: number;
  /** More for `run.json` to keep, such as the prices that were used. */
  readonly notes?: Readonly<Record<string, Json>>;
  /** Makes the page `release/report.html` of a release whose `files` do not list the page yet. */
  readonly renderReport?: (release: Release) => string;
  /** Names what `renderReport` would make of the same release: another version writes the page anew. */
  readonly reportId?: string;
  readonly onEvent?: EventSink;
  readonly signal?: AbortSignal;
}
