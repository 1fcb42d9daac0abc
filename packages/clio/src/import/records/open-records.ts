import type { LossReason } from "../loss-reasons.ts";
import { peekBytes, type PeekedBytes } from "../sources/peek-bytes.ts";
import { detectTable } from "./detect-table.ts";
import { readJsonRecords } from "./read-json-records.ts";
import { openParquetRecords } from "./read-parquet-records.ts";
import { readTableRecords } from "./read-table-records.ts";
import type { SourceRecords } from "./source-record.ts";
import { toLineFeeds } from "./to-line-feeds.ts";
import { toUtf8 } from "./to-utf8.ts";

export interface OpenRecordsOptions {
  /** Bytes of the longest record that is still given out. */
  readonly maxBytes: number;
  /** Whether what is no JSON is a table, even one that does not look like one. */
  readonly isTable: boolean;
  /** Where a Parquet file lies while it is read; among the temporary files of the system unless told. */
  readonly directory?: string | undefined;
  /** Called for what is wrong with the file as a whole; reading then ends early. */
  readonly onLoss: (reason: LossReason) => void;
  readonly signal?: AbortSignal | undefined;
}

const parquetMagic = "PAR1";

/** Enough for the first lines of a record to tell how the file is laid out. */
const headBytes = 64 * 1024;
/** Enough for the names of ten thousand columns. */
const wideHeadBytes = 1024 * 1024;

/** The records of a stream of bytes, by what its first bytes are: Parquet, a table in text (CSV, TSV), or JSON. */
export async function openRecords(
  stream: AsyncIterable<Buffer>,
  options: OpenRecordsOptions,
): Promise<SourceRecords> {
  const start = await peekBytes(stream, parquetMagic.length);
  if (start.head.toString("latin1") === parquetMagic) return openParquetRecords(start.chunks, options);
  const peeked = await peekHead(toLineFeeds(toUtf8(start.chunks)));
  const { head, chunks, isWhole } = peeked;
  const table = detectTable(head, { isWhole, isCertain: options.isTable });
  if (table === null) return { columns: null, batches: readJsonRecords(peeked, options) };
  const batches = readTableRecords(chunks, { ...table, maxBytes: options.maxBytes });
  return { columns: table.columns, batches };
}

/** The start of a stream, with its first line if that is not very long. */
async function peekHead(stream: AsyncIterable<Buffer>): Promise<PeekedBytes & { readonly isWhole: boolean }> {
  const peeked = await peekBytes(stream, headBytes);
  const isWhole = peeked.head.length < headBytes;
  if (isWhole || peeked.head.includes("\n")) return { ...peeked, isWhole };
  const wide = await peekBytes(peeked.chunks, wideHeadBytes);
  return { ...wide, isWhole: wide.head.length < wideHeadBytes };
}
