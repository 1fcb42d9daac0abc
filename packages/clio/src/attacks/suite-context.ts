import type { EventSink } from "@observatory/core";
import type { PresetName, SuiteSize } from "../names.ts";
import type { Release } from "../release/release.ts";

/** What every attack of a suite shares. */
export interface SuiteContext {
  readonly size: SuiteSize;
  readonly preset: PresetName;
  readonly seed: number;
  readonly threads: number;
  /** A directory for the runs of the attacks. */
  readonly work: string;
  /** Makes the page of a release, so that it is searched too. */
  readonly renderReport: ((release: Release) => string) | undefined;
  /** What a terminal shows of a release, so that it is searched too. */
  readonly print: (release: Release) => readonly string[];
  readonly onEvent: EventSink;
  readonly signal: AbortSignal;
}
