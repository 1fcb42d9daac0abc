import { isBlank } from "./scan-bytes.ts";
import type { RawRecord, RecordSplitter, SplitterOptions } from "./record-splitter.ts";

const lineFeed = 0x0a;

/** A record a line. Lines of nothing but white space and NUL are passed over. */
export function createLineSplitter({ maxBytes }: SplitterOptions): RecordSplitter {
  let line = 1;
  let ordinal = 0;
  let held: Buffer[] = [];
  let length = 0;

  const hold = (part: Buffer): void => {
    length += part.length;
    if (length <= maxBytes) held.push(part);
    else held = [];
  };
  const finish = (records: RawRecord[]): void => {
    const [first] = held;
    const bytes =
      length > maxBytes ? null : held.length === 1 && first !== undefined ? first : Buffer.concat(held);
    if (bytes === null || !isBlank(bytes)) records.push({ line, ordinal: ++ordinal, bytes, length });
    held = [];
    length = 0;
    line++;
  };

  return {
    tooLong: "line-too-long",
    push: (piece) => {
      const records: RawRecord[] = [];
      let start = 0;
      for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, start)) {
        hold(piece.subarray(start, end));
        finish(records);
        start = end + 1;
      }
      if (start < piece.length) hold(piece.subarray(start));
      return records;
    },
    end: () => {
      const records: RawRecord[] = [];
      if (length > 0) finish(records);
      return records;
    },
  };
}
