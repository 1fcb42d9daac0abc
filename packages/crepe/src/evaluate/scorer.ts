import type { Outcome } from "@observatory/core";
import { toBlindRows } from "../blind/to-blind-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { ChatReport } from "./chat/chat-report.ts";
import type { ScorerInfo } from "./results.ts";

/** What a scorer is asked: one row with its negatives of one type. */
export interface Question {
  readonly row: RetrievalRow;
  readonly type: string;
  /** The true caption first, then the negatives of the type in the row's order. A scorer must not use that. */
  readonly captions: readonly string[];
}

/** The unit vectors that a scorer compares by their cosine, for questions over a whole set. */
export interface ScorerVectors {
  /** The vector of each row's image, in order, or a reason why there is none. */
  images(
    rows: readonly RetrievalRow[],
    options?: { readonly signal?: AbortSignal },
  ): AsyncIterable<Outcome<ArrayLike<number>>>;
  /** The same for captions. */
  texts(
    captions: readonly string[],
    options?: { readonly signal?: AbortSignal },
  ): AsyncIterable<Outcome<ArrayLike<number>>>;
}

/** Gives each caption of a question a score; higher means more likely to be true of the image. */
export interface Scorer {
  /** Id, kind and all that scores depend on: results of another configuration are other results. */
  readonly info: ScorerInfo;
  /**
   * Scores questions in their order, one list of finite numbers for each, or a reason in kebab-case why there is none
   * (`no-image`, `broken-image`, `refused`). May work ahead; an early end of the reader stops it. Throws where the scorer
   * itself fails.
   */
  score(
    questions: Iterable<Question>,
    options?: { readonly signal?: AbortSignal },
  ): AsyncIterable<Outcome<ArrayLike<number>>>;
  /** Absent where the scorer compares no vectors. */
  readonly vectors?: ScorerVectors;
  /**
   * What is to be told of all answers beside the scores. A scorer that has it keeps its answers itself: after a kill it is
   * asked everything again.
   */
  readonly report?: () => ChatReport;
  /** Ends workers and closes files. */
  close(): Promise<void>;
}

/** The questions of rows, in their order; rows without negatives ask none. */
export function toQuestions(rows: readonly RetrievalRow[]): Question[] {
  return toBlindRows(rows).flatMap(({ row, cells: [type = "all"], caption, negatives }) => {
    const whole = rows[row];
    if (whole === undefined || negatives.length === 0) return [];
    return [{ row: whole, type, captions: [caption, ...negatives] }];
  });
}
