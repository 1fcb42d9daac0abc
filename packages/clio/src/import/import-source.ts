import type { Conversation } from "../conversation.ts";
import { createRecordReader, type RecordReaderOptions } from "./create-record-reader.ts";
import type { AnyFormat } from "./formats/conversation-draft.ts";
import { isCompanionFile } from "./formats/is-companion-file.ts";
import { detectFormat, formats } from "./formats/formats.ts";
import type { ImportLimits } from "./import-limits.ts";
import { readRecords, type SourceRecord } from "./records/read-records.ts";
import type { ByteSource } from "./sources/byte-source.ts";
import { isSystemError } from "./sources/find-files.ts";

export interface SourceImportOptions extends RecordReaderOptions {
  /** Null or absent: told from the first records. */
  readonly format?: AnyFormat;
  readonly limits: ImportLimits;
  readonly signal?: AbortSignal;
}

/**
 * The conversations of one stream of bytes that are each one record; parts of others go to `groups`, everything else about
 * the stream to the ledger.
 */
export async function* importSource(
  source: ByteSource,
  options: SourceImportOptions,
): AsyncGenerator<Conversation> {
  const { file } = source;
  const { ledger, limits, groups, signal } = options;
  const tally = ledger.openFile(file);
  let format: AnyFormat | null = options.format ?? null;
  const batches = readRecords(source.read(), { maxBytes: limits.recordBytes });
  try {
    const sample = await takeSample(batches, format === null);
    const detected = format === null ? detectFormat(sample.values) : null;
    if (detected !== null) format = formats[detected];
    const isCompanion = isCompanionFile(file, sample.values);
    if (sample.isEmpty || isCompanion || format === null) {
      const reason = isCompanion ? "companion-file" : sample.isEmpty ? "empty-file" : "unknown-format";
      ledger.add(reason, { file, line: null });
      return;
    }
    const read = createRecordReader(format, tally, options);
    for await (const records of chain(sample.batches, batches)) {
      signal?.throwIfAborted();
      for (const record of records) {
        tally.addRecord();
        const conversation = read(record);
        if (conversation !== null) yield conversation;
      }
      await groups.relieve();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    ledger.add("unreadable-file", { file, line: null });
  } finally {
    await batches.return(undefined);
    tally.describe({ ...source.measure(), format: format?.name ?? null });
  }
}

interface Sample {
  readonly batches: readonly (readonly SourceRecord[])[];
  /** Parsed records among them. */
  readonly values: readonly unknown[];
  readonly isEmpty: boolean;
}

const sampleRecords = 64;
const sampleAttempts = 1000;
const sampleBytes = 4 * 1024 * 1024;

/** The first batches: until one has a record or, to tell the format, until enough have been parsed or tried. */
async function takeSample(
  batches: AsyncGenerator<readonly SourceRecord[]>,
  parses: boolean,
): Promise<Sample> {
  const taken: (readonly SourceRecord[])[] = [];
  const values: unknown[] = [];
  let attempts = 0;
  let bytes = 0;
  const isEnough = (): boolean =>
    values.length >= (parses ? sampleRecords : 1) || attempts >= sampleAttempts || bytes >= sampleBytes;
  while (!isEnough()) {
    const next = await batches.next();
    if (next.done === true) break;
    taken.push(next.value);
    for (const record of next.value) {
      if (isEnough()) break;
      attempts++;
      bytes += record.length;
      const value = record.parse(() => {});
      if (value.ok) values.push(value.value);
    }
  }
  return { batches: taken, values, isEmpty: attempts === 0 };
}

async function* chain<T>(first: Iterable<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}
