import { lost, type Reading } from "../formats/conversation-draft.ts";
import type { Repair } from "../loss-reasons.ts";
import { peekBytes } from "../sources/peek-bytes.ts";
import { createElementSplitter } from "./create-element-splitter.ts";
import { createLineSplitter } from "./create-line-splitter.ts";
import { detectLayout } from "./detect-layout.ts";
import { parseRecord } from "./parse-record.ts";
import type { RawRecord, SplitterOptions } from "./record-splitter.ts";
import { toUtf8 } from "./to-utf8.ts";

/** One record of a file, however the file keeps its records. */
export interface SourceRecord {
  /** Line on which the record starts, or its row where there are no lines; from 1. */
  readonly line: number;
  /** Tells the record from all others of its file: what a generated id is made of. */
  readonly number: number;
  /** Bytes on disk, about. */
  readonly length: number;
  /** Whether it is longer than a record may be, and was not held. */
  readonly isTooLong: boolean;
  /** Its fields, unchecked; what had to be mended for it is told to `onRepair`. May be asked again. */
  parse(onRepair: (repair: Repair) => void): Reading<unknown>;
}

/** Enough for the first lines of a record to tell how the file is laid out. */
const headBytes = 64 * 1024;

/** Cuts a stream of JSON lines, of a JSON array or of JSON objects into records, in batches as they arrive. */
export async function* readRecords(
  stream: AsyncIterable<Buffer>,
  options: SplitterOptions,
): AsyncGenerator<readonly SourceRecord[]> {
  const { head, chunks } = await peekBytes(toUtf8(stream), headBytes);
  const isLines = detectLayout(head) === "lines";
  const splitter = isLines ? createLineSplitter(options) : createElementSplitter(options);
  const toRecord = ({ line, ordinal, bytes, length }: RawRecord): SourceRecord => ({
    line,
    // Elements of an array may all stand on one line.
    number: isLines ? line : ordinal,
    length,
    isTooLong: bytes === null,
    parse: (onRepair) => {
      if (bytes === null) return lost(splitter.tooLong);
      const parsed = parseRecord(bytes, onRepair);
      return parsed.ok ? parsed : lost("invalid-json");
    },
  });
  for await (const chunk of chunks) yield splitter.push(chunk).map(toRecord);
  yield splitter.end().map(toRecord);
}
