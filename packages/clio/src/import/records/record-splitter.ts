/** One record as it stands in the file, before anything is decoded. */
export interface RawRecord {
  /** Line on which the record starts, from 1. */
  readonly line: number;
  /** Which record of the file it is, from 1; blank lines are none. */
  readonly ordinal: number;
  /** Null where the record is longer than allowed: it was skipped without being held. */
  readonly bytes: Buffer | null;
  readonly length: number;
}

/** Cuts bytes into records, whatever pieces they come in; holds at most one record. */
export interface RecordSplitter {
  /** What a record that is too long is called in the loss report. */
  readonly tooLong: "line-too-long" | "element-too-long";
  /** The records that end in this piece. */
  push(piece: Buffer): RawRecord[];
  /** The record that nothing ended. */
  end(): RawRecord[];
}

export interface SplitterOptions {
  /** Bytes of the longest record that is still given out. */
  readonly maxBytes: number;
}
