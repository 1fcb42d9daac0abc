import type { AnalystUsage, MisfitReason } from "../analyst.ts";
import type { Calibration } from "./score-calibration.ts";
import type { Reconstruction } from "./score-reconstruction.ts";
import type { Share } from "./share.ts";

export const validationSchemaName = "observatory/clio-validation@1";

/** How analysts did on conversations and names of which the truth is known. Holds no private text: all of it is synthetic. */
export interface ValidationReport {
  readonly schema: typeof validationSchemaName;
  readonly promptVersion: number;
  /** Conversations of the synthetic corpus. */
  readonly conversations: number;
  /** Codes of the languages that it is written in; null for all. */
  readonly languages: readonly string[] | null;
  readonly seed: number;
  /** Names that an auditor rates. */
  readonly auditCases: number;
  /** In the order in which they were given. */
  readonly analysts: readonly AnalystValidation[];
}

/** Something that was measured, or why it was not. */
export type Measured<T> =
  | { readonly value: T; readonly reason: null }
  | { readonly value: null; readonly reason: string };

export interface AnalystValidation {
  readonly label: string;
  /** Id of the analyst. */
  readonly analyst: string;
  readonly embedder: string;
  /** Id of the model that judged summaries and titles; null where there was none. */
  readonly judge: string | null;
  /** Are true categories found again? */
  readonly reconstruction: Reconstruction;
  /** Do summaries say what their conversation is about? */
  readonly summaries: Measured<Fit>;
  /** Do members belong under the name of their base cluster? */
  readonly titles: Measured<Fit>;
  /** Does the auditor know private names from others? */
  readonly calibration: Measured<Calibration>;
  readonly misfits: Misfits;
  /** Calls of the analyst; null where it counts none. */
  readonly usage: AnalystUsage | null;
  /** Calls of the judge, no part of `usage`; null where nobody counts them. */
  readonly judgeUsage: AnalystUsage | null;
  /** Wall time without the judge; short where a journal answered. The only number that another run need not repeat. */
  readonly durationMs: number;
}

/** Answers of a judge about pairs. */
export interface Fit {
  readonly fits: Share;
  /** The same for pairs that were mixed up on purpose: a judge who says yes to them proves nothing. */
  readonly mixedUp: Share;
  /** Pairs about which the judge gave no usable answer; in no share. */
  readonly unanswered: number;
}

/** Answers of a model that did not fit what was asked. */
export interface Misfits {
  /** Asked again. */
  readonly first: number;
  /** Did not fit the second time either, so that a rule decided. */
  readonly second: number;
  /** How often for which reason, both times taken together; reasons that did not occur are left out. */
  readonly reasons: Readonly<Partial<Record<MisfitReason, number>>>;
}
