import { lost } from "../formats/conversation-draft.ts";
import type { PeekedBytes } from "../sources/peek-bytes.ts";
import { createElementSplitter } from "./create-element-splitter.ts";
import { createLineSplitter } from "./create-line-splitter.ts";
import { detectLayout } from "./detect-layout.ts";
import { parseRecord } from "./parse-record.ts";
import type { RawRecord, SplitterOptions } from "./record-splitter.ts";
import type { SourceRecord } from "./source-record.ts";

/** Cuts a stream in UTF-8 of JSON lines, of a JSON array or of JSON objects into records, in batches as they arrive. */
export async function* readJsonRecords(
  { head, chunks }: PeekedBytes,
  options: SplitterOptions,
): AsyncGenerator<readonly SourceRecord[]> {
  const isLines = detectLayout(head) === "lines";
  const splitter = isLines ? createLineSplitter(options) : createElementSplitter(options);
  const toRecord = ({ line, ordinal, bytes, length }: RawRecord): SourceRecord => ({
    line,
    record: isLines ? null : ordinal,
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
