import type { Reading } from "../formats/conversation-draft.ts";
import type { Repair } from "../loss-reasons.ts";

/** One record of a file, however the file keeps its records. */
export interface SourceRecord {
  /** Line on which the record starts, or its row where there are no lines; from 1. */
  readonly line: number;
  /** Which record of its file it is, from 1, where many may stand on one line; null where each has a line of its own. */
  readonly record: number | null;
  /** Bytes on disk, about. */
  readonly length: number;
  /** Whether it is longer than a record may be, and was not held. */
  readonly isTooLong: boolean;
  /** Its fields, unchecked; what had to be mended for it is told to `onRepair`. May be asked again. */
  parse(onRepair: (repair: Repair) => void): Reading<unknown>;
}

/** The records of one file. */
export interface SourceRecords {
  /** Names of the columns where the file is a table; null where each record has names of its own. */
  readonly columns: readonly string[] | null;
  /** To be read once, in batches as they arrive. */
  readonly batches: AsyncGenerator<readonly SourceRecord[]>;
}
