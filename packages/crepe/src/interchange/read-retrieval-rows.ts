import { InputError, parseJson, type Outcome } from "@observatory/core";
import { readParquetObjects } from "@observatory/store";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { findFileKind } from "./find-file-kind.ts";
import { boundRow, rowLimits } from "./limits.ts";
import { openCrepeTable } from "./parse-crepe-record.ts";
import { isRecord, parseJsonRecord } from "./parse-json-record.ts";
import { readCsv } from "./read-csv.ts";
import { readLines, type LineOutcome, type ReadLinesOptions } from "./read-lines.ts";
import { withSource, type RetrievalRow, type RowLoss, type RowOutcome } from "./retrieval-row.ts";
import { splitJson } from "./split-json.ts";

/**
 * Streams the rows of benchmark files of any known format, in file order; gzip'd files too.
 *
 * Formats are detected from the content (and, for what only names say, the file's name): CREPE's productivity and
 * systematicity CSVs, SugarCrepe's JSON, Winoground's groups (two rows a group), ARO's JSON, our own `items.jsonl` or the
 * directory that holds it, JSON lines or a JSON array of `{caption, negatives}`, and Parquet of any of these. A row that
 * cannot be read, or is larger than {@link rowLimits}, is a loss with its place; a document that ends too early is
 * `cut-short`. Throws InputError for a file that cannot be opened or whose format is
 * none of these.
 */
export async function* readRetrievalRows(
  paths: readonly string[],
  options: ReadLinesOptions = {},
): AsyncGenerator<RowOutcome> {
  for (const path of paths) yield* readFileRows(await toFile(path), options);
}

export interface LoadedRows {
  readonly rows: readonly RetrievalRow[];
  readonly losses: readonly RowLoss[];
}

/** All rows and all losses of the files, as {@link readRetrievalRows} gives them. Throws InputError where no row is left. */
export async function loadRetrievalRows(
  paths: readonly string[],
  options: ReadLinesOptions = {},
): Promise<LoadedRows> {
  const rows: RetrievalRow[] = [];
  const losses: RowLoss[] = [];
  for await (const outcome of readRetrievalRows(paths, options)) {
    if (outcome.ok) rows.push(outcome.value);
    else losses.push(outcome);
  }
  const [first] = losses;
  if (rows.length > 0) return { rows, losses };
  const place = first === undefined ? paths.join(", ") : `${first.source.file}, line ${first.source.line}`;
  throw new InputError(`no row can be read: ${place}${first === undefined ? "" : `: ${first.reason}`}`, {
    hint: knownFormats,
  });
}

const knownFormats =
  "Known are CREPE's CSV files, SugarCrepe's, Winoground's and ARO's JSON, items.jsonl, JSON lines of {caption, negatives}, and Parquet with the same columns.";

async function toFile(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? join(path, "items.jsonl") : path;
  } catch (cause) {
    throw new InputError(`cannot read ${path}`, { hint: "Check the path and its permissions.", cause });
  }
}

async function* readFileRows(file: string, options: ReadLinesOptions): AsyncGenerator<RowOutcome> {
  const kind = await findFileKind(file);
  if (kind === "parquet") return yield* readParquet(file, options);
  if (kind !== null) throw new InputError(`${file} is ${kind.what}`, { hint: kind.hint });
  const lines = readLines(file, options);
  const head: LineOutcome[] = [];
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    head.push(next.value);
    if (!next.value.ok || next.value.text.trim() !== "") break;
  }
  const all = chain(head, lines);
  const first = head.at(-1);
  if (first === undefined) return;
  if (!first.ok) {
    yield { ok: false, reason: first.reason, source: { file, line: first.line } };
    return;
  }
  const start = first.text.trim();
  if (start.startsWith("{") || start.startsWith("[")) {
    yield* isJsonLines(file, start) ? readJsonLines(all, file) : readJsonDocument(all, file);
  } else yield* readCrepe(all, file);
}

async function* readParquet(file: string, options: ReadLinesOptions): AsyncGenerator<RowOutcome> {
  let line = 0;
  for await (const records of readParquetObjects(file, options)) {
    for (const record of records) {
      const source = { file, line: ++line };
      yield* toOutcomes(parseJsonRecord(record, { ...source, index: line - 1 }), source);
    }
  }
}

async function* chain(
  head: readonly LineOutcome[],
  rest: AsyncGenerator<LineOutcome>,
): AsyncGenerator<LineOutcome> {
  yield* head;
  yield* rest;
}

function isJsonLines(file: string, start: string): boolean {
  if (start.startsWith("[")) return false;
  if (/\.(jsonl|ndjson)(\.gz)?$/iu.test(file)) return true;
  const value = parseJson(start);
  return value.ok ? isRecord(value.value) : start.length > 1 && start.endsWith("}");
}

async function* readJsonLines(lines: AsyncIterable<LineOutcome>, file: string): AsyncGenerator<RowOutcome> {
  for await (const line of lines) {
    const source = { file, line: line.line };
    if (!line.ok) yield { ok: false, reason: line.reason, source };
    else if (line.text.trim() !== "") yield* toOutcomes(parseJsonRecord(line.text, source), source);
  }
}

async function* readJsonDocument(
  lines: AsyncIterable<LineOutcome>,
  file: string,
): AsyncGenerator<RowOutcome> {
  const texts: string[] = [];
  let length = 0;
  let loss: RowLoss | null = null;
  for await (const line of lines) {
    if (line.ok) {
      length += line.text.length + 1;
      if (length > rowLimits.documentLength) {
        throw new InputError(`${file} is too large for one JSON document`, {
          hint: "Write one record a line, to a file whose name ends in .jsonl.",
        });
      }
      texts.push(line.text);
    } else loss = { ok: false, reason: line.reason, source: { file, line: line.line } };
  }
  let index = 0;
  for (const member of splitJson(texts.join("\n"))) {
    const source = { file, line: member.line };
    const record = parseJsonRecord(member.text, { ...source, key: member.key, index: index++ });
    const torn = member.cut === true && !record.every(({ ok }) => ok);
    if (!torn) yield* toOutcomes(record, source);
    if (member.cut === true) yield { ok: false, reason: "cut-short", source };
  }
  if (loss !== null) yield loss;
}

async function* readCrepe(lines: AsyncIterable<LineOutcome>, file: string): AsyncGenerator<RowOutcome> {
  let table: ReturnType<typeof openCrepeTable> = null;
  for await (const record of readCsv(lines)) {
    const source = { file, line: record.line };
    if (table === null) {
      table = record.ok ? openCrepeTable(record.fields, file) : null;
      if (table !== null) continue;
      throw new InputError(`${file}, line ${record.line}: not a known benchmark`, {
        hint: knownFormats,
      });
    }
    if (record.ok) yield* toOutcomes([table.parse(record.fields, source)], source);
    else yield { ok: false, reason: record.reason, source };
  }
}

function* toOutcomes(
  outcomes: readonly Outcome<RetrievalRow>[],
  source: { readonly file: string; readonly line: number },
): Generator<RowOutcome> {
  for (const outcome of outcomes) yield withSource(outcome.ok ? boundRow(outcome.value) : outcome, source);
}
