import { peekBytes } from "../sources/peek-bytes.ts";
import { createElementSplitter } from "./create-element-splitter.ts";
import { createLineSplitter } from "./create-line-splitter.ts";
import { detectLayout } from "./detect-layout.ts";
import type { RawRecord, SplitterOptions } from "./record-splitter.ts";
import { toUtf8 } from "./to-utf8.ts";

export interface RecordBatch {
  readonly records: readonly RawRecord[];
  /** Why a record without bytes is lost. */
  readonly tooLong: "line-too-long" | "element-too-long";
}

/** Enough for the first lines of a record to tell how the file is laid out. */
const headBytes = 64 * 1024;

/** Cuts a stream of JSON lines, of a JSON array or of JSON objects into records, in batches as they arrive. */
export async function* readRecords(
  stream: AsyncIterable<Buffer>,
  options: SplitterOptions,
): AsyncGenerator<RecordBatch> {
  const { head, chunks } = await peekBytes(toUtf8(stream), headBytes);
  const splitter =
    detectLayout(head) === "lines" ? createLineSplitter(options) : createElementSplitter(options);
  const { tooLong } = splitter;
  for await (const chunk of chunks) yield { records: splitter.push(chunk), tooLong };
  yield { records: splitter.end(), tooLong };
}
