import { countLineFeeds, isBlank } from "./scan-bytes.ts";
import type { RawRecord, RecordSplitter, SplitterOptions } from "./record-splitter.ts";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

export interface RowSplitterOptions extends SplitterOptions {
  /** The byte between cells. */
  readonly delimiter: number;
}

/** How much is read again at most where quotes do not fit, for each byte that was read once. */
const maxRereads = 4;

/**
 * A record a row of a table with cells in quotes where they hold the delimiter, quotes or line ends (RFC 4180).
 *
 * Where the quotes of a row do not fit, or never close, its first line is given out alone, for its reader to refuse, and
 * reading goes on at the next line: a lost quote does not cost the rows after it. Blank lines are passed over.
 */
export function createRowSplitter({ maxBytes, delimiter }: RowSplitterOptions): RecordSplitter {
  /** The open row from its start, and what was not looked at yet. */
  let buffer: Buffer = Buffer.alloc(0);
  let at = 0;
  let line = 1;
  let ordinal = 0;
  let state: State = "start";
  /** Bytes of the open row that were let go. */
  let dropped = 0;
  let droppedLines = 0;
  /** Bytes of all rows before. */
  let passed = 0;
  let reread = 0;

  const finish = (end: number, records: RawRecord[]): void => {
    const bytes = buffer.subarray(0, end);
    const length = dropped + bytes.length;
    const isTooLong = length > maxBytes;
    if (isTooLong || !isBlank(bytes))
      records.push({ line, ordinal: ++ordinal, bytes: isTooLong ? null : bytes, length });
    line += 1 + droppedLines + countLineFeeds(bytes);
    passed += length;
    buffer = buffer.subarray(Math.min(end + 1, buffer.length));
    at = 0;
    state = "start";
    [dropped, droppedLines] = [0, 0];
  };
  /** Gives the first line of several up and reads the rest anew, unless that was done too often. */
  const recover = (records: RawRecord[]): boolean => {
    const end = buffer.indexOf(lineFeed);
    if (end === -1 || end >= at || reread + at > maxRereads * (passed + at)) return false;
    reread += at - end;
    finish(end, records);
    return true;
  };
  /** Lets a row that is too long go, up to the end of a line. */
  const overflow = (records: RawRecord[]): void => {
    if (state === "quoted" && recover(records)) return;
    droppedLines = countLineFeeds(buffer.subarray(0, at));
    dropped += at;
    buffer = buffer.subarray(at);
    at = 0;
    state = "long";
  };
  const step = (byte: number, records: RawRecord[]): void => {
    if (byte === lineFeed) return finish(at, records);
    if (byte === delimiter) state = "start";
    else if (byte === quote && (state === "start" || state === "closed")) state = "quoted";
    else if (state === "start") state = "plain";
    else if (state === "closed" && byte !== carriageReturn) {
      if (recover(records)) return;
      state = "plain";
    }
    at++;
  };
  const isOpen = (): boolean => state === "quoted";
  const scan = (records: RawRecord[]): void => {
    while (at < buffer.length) {
      if (state === "long") {
        const end = buffer.indexOf(lineFeed);
        if (end !== -1) finish(end, records);
        else {
          dropped += buffer.length;
          buffer = Buffer.alloc(0);
        }
      } else if (at > maxBytes) {
        overflow(records);
      } else if (state === "quoted") {
        const end = buffer.indexOf(quote, at);
        if (end !== -1 && end <= maxBytes) state = "closed";
        at = Math.min(end === -1 ? buffer.length : end + 1, maxBytes + 1);
      } else {
        step(buffer[at] ?? 0, records);
      }
    }
  };

  return {
    tooLong: "line-too-long",
    push: (piece) => {
      const records: RawRecord[] = [];
      buffer = buffer.length === 0 ? piece : Buffer.concat([buffer, piece]);
      scan(records);
      return records;
    },
    end: () => {
      const records: RawRecord[] = [];
      while (isOpen() && recover(records)) scan(records);
      if (dropped + buffer.length > 0) finish(buffer.length, records);
      return records;
    },
  };
}

/** At the start of a cell, in one without quotes, inside quotes, after a quote that may close, or in a row to let go. */
type State = "start" | "plain" | "quoted" | "closed" | "long";
