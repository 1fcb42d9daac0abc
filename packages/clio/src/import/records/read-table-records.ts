import { lost } from "../formats/conversation-draft.ts";
import { createRowSplitter } from "./create-row-splitter.ts";
import { decodeRecord } from "./parse-record.ts";
import { parseRow } from "./parse-row.ts";
import type { RawRecord, SplitterOptions } from "./record-splitter.ts";
import type { SourceRecord } from "./source-record.ts";

export interface TableOptions extends SplitterOptions {
  /** One character of ASCII. */
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/** The rows below the first one as objects of texts by column, from a stream in UTF-8; cells that are missing are left out. */
export async function* readTableRecords(
  chunks: AsyncIterable<Buffer>,
  { maxBytes, delimiter, columns }: TableOptions,
): AsyncGenerator<readonly SourceRecord[]> {
  const splitter = createRowSplitter({ maxBytes, delimiter: delimiter.charCodeAt(0) });
  const toRecord = ({ line, bytes, length }: RawRecord): SourceRecord => ({
    line,
    record: null,
    length,
    isTooLong: bytes === null,
    parse: (onRepair) => {
      if (bytes === null) return lost(splitter.tooLong);
      const cells = parseRow(decodeRecord(bytes, onRepair), delimiter);
      if (cells === null || cells.slice(columns.length).some((cell) => cell !== ""))
        return lost("damaged-row");
      if (cells.length !== columns.length) onRepair("uneven-row");
      const named = cells.slice(0, columns.length).map((cell, i) => [columns[i] ?? "", cell] as const);
      return { ok: true, value: Object.fromEntries(named) };
    },
  });
  let isHeader = true;
  const withoutHeader = (rows: readonly RawRecord[]): SourceRecord[] => {
    const records = rows.slice(isHeader ? 1 : 0).map(toRecord);
    if (rows.length > 0) isHeader = false;
    return records;
  };
  for await (const chunk of chunks) yield withoutHeader(splitter.push(chunk));
  yield withoutHeader(splitter.end());
}
