import { describeParquet } from "@observatory/store";
import { InputError, parseJson } from "@observatory/core";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { readCsv, type CsvOutcome } from "../interchange/read-csv.ts";
import { readLines, type LineOutcome } from "../interchange/read-lines.ts";

/** Formats of caption files; all but Parquet may be gzip'd. `lines` is one caption a line. */
export const captionFormats = ["jsonl", "csv", "tsv", "parquet", "lines"] as const;
export type CaptionFormat = (typeof captionFormats)[number];

/** A caption file, and where in its records the captions stand. */
export interface CaptionSource {
  readonly path: string;
  readonly format: CaptionFormat;
  /** Key of the JSON object or Parquet column; null where records are bare texts or fields go by index. */
  readonly name: string | null;
  /** Index of the field; null where records are bare texts or fields go by name. */
  readonly index: number | null;
  /** Whether the first record names the columns. */
  readonly header: boolean;
}

export interface OpenSourceOptions {
  /** Name of the column, or its index from 0; else a usual name of captions is looked for. */
  readonly column?: string | number;
  readonly format?: CaptionFormat;
  readonly signal?: AbortSignal;
}

/**
 * Looks at the beginning of a caption file: format by its first bytes, extension or first line, column by name or index.
 *
 * A file with a column by index has no header. Null for a file without a record. Throws InputError that names the
 * columns there are where the wanted one is not among them.
 */
export async function openSource(
  path: string,
  options: OpenSourceOptions = {},
): Promise<CaptionSource | null> {
  const { column } = options;
  const format = options.format ?? (await detectFormat(path, options));
  if (format === "lines") return { path, format, name: null, index: null, header: false };
  const columns = await findColumns(path, format, options);
  if (columns === null) return null;
  const bare = columns.length === 0;
  if (bare && column === undefined) return { path, format, name: null, index: null, header: false };
  const isTable = format === "csv" || format === "tsv";
  if (typeof column === "number") {
    const name = columns[column];
    if (name === undefined)
      throw noColumn(
        path,
        `a column ${column}`,
        columns.map((_, index) => index),
      );
    return isTable || columnsAreIndices(columns)
      ? { path, format, name: null, index: column, header: false }
      : { path, format, name, index: null, header: false };
  }
  const name = column === undefined ? guessColumn(columns) : columns.find((existing) => existing === column);
  if (name === undefined) {
    throw noColumn(
      path,
      column === undefined ? "a usual column of captions" : `the column "${column}"`,
      columns,
    );
  }
  return { path, format, name, index: isTable ? columns.indexOf(name) : null, header: isTable };
}

/** The fields of a CSV or TSV file; TSV has one record a line, its fields perhaps in quotes. */
export async function* readFields(
  lines: AsyncIterable<LineOutcome>,
  format: "csv" | "tsv",
): AsyncGenerator<CsvOutcome> {
  if (format === "csv") {
    yield* readCsv(lines);
    return;
  }
  for await (const line of lines) {
    if (!line.ok) yield line;
    else if (line.text.trim() !== "") yield { ok: true, line: line.line, fields: splitTabs(line.text) };
  }
}

function splitTabs(text: string): readonly string[] {
  const fields = (text.endsWith("\r") ? text.slice(0, -1) : text).split("\t");
  return fields.map((field) => (/^".*"$/su.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field));
}

async function detectFormat(path: string, options: OpenSourceOptions): Promise<CaptionFormat> {
  if ((await readMagic(path)) === "PAR1") return "parquet";
  const extension = /\.([a-z]+)(?:\.gz)?$/u.exec(basename(path).toLowerCase())?.[1] ?? "";
  const byExtension = extensions[extension];
  if (byExtension !== undefined) return byExtension;
  for await (const line of readLines(path, options)) {
    if (!line.ok || line.text.trim() === "") continue;
    if (isRecord(line.text)) return "jsonl";
    return line.text.includes("\t") ? "tsv" : "lines";
  }
  return "lines";
}

async function readMagic(path: string): Promise<string> {
  try {
    await using file = await open(path, "r");
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString("latin1");
  } catch (cause) {
    throw new InputError(`cannot read ${path}`, { hint: "Check the path and its permissions.", cause });
  }
}

function isRecord(text: string): boolean {
  const json = parseJson(text);
  return json.ok && typeof json.value === "object" && json.value !== null;
}

/** Names, or indices of arrays; empty where the records are bare texts; null where there is no readable record. */
async function findColumns(
  path: string,
  format: CaptionFormat,
  options: OpenSourceOptions,
): Promise<readonly string[] | null> {
  if (format === "parquet") return (await describeParquet(path, options)).map(({ name }) => name);
  if (format === "csv" || format === "tsv") {
    for await (const record of readFields(readLines(path, options), format)) {
      if (record.ok) return record.fields.map((field) => field.trim());
    }
    return null;
  }
  const keys = new Set<string>();
  let records = 0;
  for await (const line of readLines(path, options)) {
    const json = line.ok ? parseJson(line.text) : null;
    if (!json?.ok || json.value === null) continue;
    records++;
    if (typeof json.value === "object") for (const key of Object.keys(json.value)) keys.add(key);
    if (records === sampledRecords || keys.size > maxColumns) break;
  }
  return records === 0 ? null : [...keys];
}

function columnsAreIndices(columns: readonly string[]): boolean {
  return columns.every((column, index) => column === String(index));
}

function guessColumn(columns: readonly string[]): string | undefined {
  const lower = columns.map((column) => column.toLowerCase());
  const usual = usualNames.map((name) => columns[lower.indexOf(name)]).find((name) => name !== undefined);
  return usual ?? (columns.length === 1 ? columns[0] : undefined);
}

function noColumn(path: string, wanted: string, columns: readonly (string | number)[]): InputError {
  const shown = columns
    .slice(0, maxShown)
    .map((column) => JSON.stringify(String(column).slice(0, maxNameLength)));
  const more = columns.length > maxShown ? ` and ${columns.length - maxShown} more` : "";
  return new InputError(`${path} has not ${wanted}; it has ${shown.join(", ") || "none"}${more}`, {
    hint: "Name the column of the captions, or give its index, the first being 0.",
  });
}

const extensions: Readonly<Record<string, CaptionFormat>> = {
  jsonl: "jsonl",
  ndjson: "jsonl",
  csv: "csv",
  tsv: "tsv",
};
const usualNames = ["caption", "captions", "text", "sentence", "title", "description", "alt_text", "alt"];
const sampledRecords = 100;
const maxColumns = 1_000;
const maxShown = 20;
const maxNameLength = 60;
