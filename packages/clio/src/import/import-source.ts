import type { Conversation } from "../conversation.ts";
import type { IdGuard } from "./conversion/create-id-guard.ts";
import { toConversation } from "./conversion/to-conversation.ts";
import { toName } from "./conversion/to-name.ts";
import { lost, type ConversationFormat, type Reading } from "./formats/conversation-draft.ts";
import type { FormatName } from "../names.ts";
import { detectFormat, formats } from "./formats/formats.ts";
import type { ImportLimits } from "./import-limits.ts";
import type { LossLedger } from "./loss-report.ts";
import type { Repair } from "./loss-reasons.ts";
import { parseRecord } from "./records/parse-record.ts";
import { readRecords, type RecordBatch } from "./records/read-records.ts";
import type { RawRecord } from "./records/record-splitter.ts";
import type { ByteSource } from "./sources/byte-source.ts";
import { isSystemError } from "./sources/find-files.ts";

export interface SourceImportOptions {
  /** Null or absent: told from the first records. */
  readonly format?: FormatName;
  readonly limits: ImportLimits;
  readonly ledger: LossLedger;
  readonly guard: IdGuard;
  readonly signal?: AbortSignal;
}

/** The conversations of one stream of bytes; everything else about it goes to the ledger. */
export async function* importSource(
  source: ByteSource,
  options: SourceImportOptions,
): AsyncGenerator<Conversation> {
  const { file } = source;
  const { ledger, limits, signal } = options;
  let read = 0;
  let kept = 0;
  let format: FormatName | null = options.format ?? null;
  const batches = readRecords(source.read(), { maxBytes: limits.recordBytes });
  try {
    const sample = await takeSample(batches, format === null);
    format ??= detectFormat(sample.values);
    if (sample.isEmpty || format === null) {
      ledger.add(sample.isEmpty ? "empty-file" : "unknown-format", { file, line: null });
      return;
    }
    const reader = createRecordReader(formats[format], file, options);
    for await (const { records, tooLong } of chain(sample.batches, batches)) {
      signal?.throwIfAborted();
      for (const record of records) {
        read++;
        const conversation = reader(record, tooLong);
        if (conversation === null) continue;
        kept++;
        yield conversation;
      }
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    ledger.add("unreadable-file", { file, line: null });
  } finally {
    await batches.return(undefined);
    ledger.addFile({ file, ...source.measure(), format, read, kept });
  }
}

interface Sample {
  readonly batches: readonly RecordBatch[];
  /** Parsed records among them. */
  readonly values: readonly unknown[];
  readonly isEmpty: boolean;
}

const sampleRecords = 64;
const sampleAttempts = 1000;
const sampleBytes = 4 * 1024 * 1024;

/** The first batches: until one has a record or, to tell the format, until enough have been parsed or tried. */
async function takeSample(batches: AsyncGenerator<RecordBatch>, parses: boolean): Promise<Sample> {
  const taken: RecordBatch[] = [];
  const values: unknown[] = [];
  let attempts = 0;
  let bytes = 0;
  const isEnough = (): boolean =>
    values.length >= (parses ? sampleRecords : 1) || attempts >= sampleAttempts || bytes >= sampleBytes;
  while (!isEnough()) {
    const next = await batches.next();
    if (next.done === true) break;
    taken.push(next.value);
    for (const record of next.value.records) {
      if (isEnough()) break;
      attempts++;
      bytes += record.length;
      const value = record.bytes === null ? null : parseRecord(record.bytes, () => {});
      if (value?.ok === true) values.push(value.value);
    }
  }
  return { batches: taken, values, isEmpty: attempts === 0 };
}

async function* chain<T>(first: Iterable<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

type RecordReader = (record: RawRecord, tooLong: RecordBatch["tooLong"]) => Conversation | null;

function createRecordReader(
  format: ConversationFormat,
  file: string,
  options: SourceImportOptions,
): RecordReader {
  const { limits, ledger, guard } = options;
  const name = file.replace(/\.gz$/iu, "");

  const parse = (
    generatedId: string,
    bytes: Buffer,
    onRepair: (repair: Repair) => void,
  ): Reading<Conversation> => {
    const value = parseRecord(bytes, onRepair);
    if (!value.ok) return lost("invalid-json");
    const draft = format.parse(value.value, onRepair);
    if (!draft.ok) return draft;
    const conversation = toConversation(draft.value, { limits, generatedId, onRepair });
    if (!conversation.ok) return conversation;
    const idIsGenerated = toName(draft.value.id).name === null;
    return guard.admit(conversation.value, { idIsGenerated, onRepair });
  };

  return (record, tooLong) => {
    const { line, ordinal, bytes, length } = record;
    if (bytes === null) {
      ledger.add(tooLong, { file, line, bytes: length });
      return null;
    }
    const repairs = new Set<Repair>();
    // Elements of an array may all stand on one line.
    const generatedId = `${name}:${tooLong === "line-too-long" ? line : ordinal}`;
    const conversation = parse(generatedId, bytes, (repair) => repairs.add(repair));
    if (!conversation.ok) {
      ledger.add(conversation.reason, { file, line });
      return null;
    }
    for (const repair of repairs) ledger.add(repair, { file, line });
    if (conversation.value.account === null) ledger.addWithoutAccount();
    return conversation.value;
  };
}
