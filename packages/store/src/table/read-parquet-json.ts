import type { DuckDBDataChunk } from "@duckdb/node-api";
import { readParquet } from "./open-database.ts";
import { streamParquet, type ReadParquetOptions } from "./read-parquet.ts";

export interface ParquetJsonOptions extends ReadParquetOptions {
  /** Bytes of the longest row that is given out. */
  readonly maxBytes: number;
}

export interface ParquetJsonRow {
  /** The row as a JSON object by column; null where it is too long. */
  readonly json: string | null;
  /** Bytes of that JSON. */
  readonly bytes: number;
}

/**
 * Streams anyone's Parquet file as JSON objects, in the file's order, in batches of at most 2,048: lists and structures as
 * arrays and objects, times as ISO texts with a space, whole numbers that JSON would round as texts, what is no number
 * as null. The next batch is read while one is looked at. Throws InputError where the file is damaged.
 */
export async function* readParquetJson(
  path: string,
  { maxBytes, ...options }: ParquetJsonOptions,
): AsyncGenerator<readonly ParquetJsonRow[]> {
  const rows = `SELECT CAST(to_json(one) AS VARCHAR) AS json FROM ${readParquet([path])} AS one`;
  const sql = `SELECT CASE WHEN strlen(json) <= ${Math.floor(maxBytes)} THEN json END, strlen(json) FROM (${rows})`;
  for await (const chunk of readAhead(streamParquet(path, sql, options))) yield toRows(chunk);
}

function toRows(chunk: DuckDBDataChunk): ParquetJsonRow[] {
  const lengths = chunk.getColumnValues(1);
  return chunk.getColumnValues(0).map((json, row) => ({
    json: typeof json === "string" ? toExactJson(json) : null,
    bytes: Number(lengths[row]),
  }));
}

const doubtful = /[:,[]-?(?:\d{16}|NaN|Infinity)/u;
const number = /-?(?:NaN|Infinity|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/gu;

/** Numbers outside of strings that JSON cannot hold, or JavaScript cannot hold exactly. */
function toExactJson(json: string): string {
  if (!doubtful.test(json)) return json;
  const parts: string[] = [];
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at);
    const end = quote === -1 ? json.length : quote;
    parts.push(json.slice(at, end).replaceAll(number, toExactNumber));
    at = quote === -1 ? end : findStringEnd(json, quote);
    parts.push(json.slice(end, at));
  }
  return parts.join("");
}

function toExactNumber(text: string): string {
  if (/[NI]/u.test(text)) return "null";
  return !/^-?\d+$/u.test(text) || Number.isSafeInteger(Number(text)) ? text : `"${text}"`;
}

/** The place after the quote that closes the string that starts here. */
function findStringEnd(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const quote = json.indexOf('"', at);
    if (quote === -1) return json.length;
    let backslashes = 0;
    while (json[quote - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
    at = quote;
  }
  return json.length;
}

/** The same items, each asked for while the one before it is used. */
async function* readAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = (): Promise<IteratorResult<T, unknown>> => {
    const next = items.next();
    // Where nobody waits for it any more its failure is of no interest.
    next.catch(() => {});
    return next;
  };
  try {
    for (let next = ask(); ;) {
      const result = await next;
      if (result.done === true) return;
      next = ask();
      yield result.value;
    }
  } finally {
    await items.return(undefined);
  }
}
