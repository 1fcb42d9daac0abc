import { InputError } from "@observatory/core";
import type { Conversation } from "../conversation.ts";
import { createIdGuard } from "./conversion/create-id-guard.ts";
import { describeReasons } from "./describe-losses.ts";
import type { FormatName } from "../names.ts";
import type { RecordReaderOptions } from "./create-record-reader.ts";
import type { AnyFormat } from "./formats/conversation-draft.ts";
import type { ColumnMap } from "./mapping/column-map.ts";
import { describeFormats, formats } from "./formats/formats.ts";
import { createGroupImport } from "./groups/group-import.ts";
import { importSource } from "./import-source.ts";
import { defaultImportLimits, type ImportLimits } from "./import-limits.ts";
import { createLossLedger, type Loss, type LossLedger, type LossReport } from "./loss-report.ts";
import { openSources } from "./sources/byte-source.ts";
import { findFiles } from "./sources/find-files.ts";

export interface ImportOptions {
  /** Reads every file as this format, or as one of your own, instead of looking at its first records. */
  readonly format?: FormatName | AnyFormat;
  /** Says what the columns of tables and the fields of records hold, in place of a format. */
  readonly map?: ColumnMap;
  readonly limits?: Partial<ImportLimits>;
  /**
   * Where a temporary directory is made for what cannot be streamed, and removed at the end: many conversations that are
   * spread over records, and Parquet files. Among the temporary files of the system unless told.
   */
  readonly workDirectory?: string;
  /** Called for every loss and repair, with its place and never with text. */
  readonly onLoss?: (loss: Loss) => void;
  readonly signal?: AbortSignal;
}

export interface ConversationImport {
  /**
   * In input order: inputs as given, directories sorted, records as they stand; after them those that are spread over
   * records, in the order in which they begin. To be read once.
   * Throws InputError where an input does not exist or nothing at all can be read, UsageError where `map` names a column
   * that a file lacks, and the reason of an abort.
   */
  readonly conversations: AsyncIterable<Conversation>;
  /** The losses so far; complete once `conversations` has ended. */
  losses(): LossReport;
}

/**
 * Reads conversations from files, directories, patterns and zip archives, plain or packed by gzip or zstd, in any format of
 * `formats` or by a map of columns, written as JSON, JSON lines, CSV, TSV or Parquet: what a file is shows in its bytes.
 *
 * Streamed: besides the record at hand only a few numbers a conversation are held, to keep ids unique and to name the
 * earlier of two (some 52 to 104 MB a million), and two more for each that is spread over records. What cannot be read is a counted loss and never stops the rest. The same inputs give
 * the same conversations in the same order.
 *
 * @example
 * const chats = importConversations(["exports/"]);
 * for await (const conversation of chats.conversations) count(conversation);
 * const lines = describeLosses(chats.losses());
 */
export function importConversations(
  inputs: readonly string[],
  options: ImportOptions = {},
): ConversationImport {
  const ledger = createLossLedger(options.onLoss);
  return { conversations: readAll(inputs, options, ledger), losses: () => ledger.report() };
}

async function* readAll(
  inputs: readonly string[],
  options: ImportOptions,
  ledger: LossLedger,
): AsyncGenerator<Conversation> {
  const { signal } = options;
  const limits = { ...defaultImportLimits, ...options.limits };
  const guard = createIdGuard();
  const groups = createGroupImport({ limits, ledger, guard, directory: options.workDirectory });
  try {
    yield* readFiles(inputs, options, { limits, ledger, guard, groups });
    for await (const conversation of groups.conversations()) {
      signal?.throwIfAborted();
      yield conversation;
    }
  } finally {
    await groups.close();
  }
  if (ledger.report().kept === 0) throw nothingRead(ledger.report());
}

async function* readFiles(
  inputs: readonly string[],
  { format: given, map, workDirectory, signal }: ImportOptions,
  context: RecordReaderOptions,
): AsyncGenerator<Conversation> {
  const format = typeof given === "string" ? formats[given] : given;
  const { ledger, limits } = context;
  const onLoss = (reason: Loss["reason"], file: string): void => ledger.add(reason, { file, line: null });
  const files = await findFiles(inputs, { signal, onLoss });
  const sourceOptions = { onLoss, signal, files, unpackedBytes: limits.unpackedBytes };
  for (const found of files) {
    for await (const source of openSources(found, sourceOptions)) {
      yield* importSource(source, { ...context, format, map, directory: workDirectory, signal });
    }
  }
}

function nothingRead(report: LossReport): InputError {
  const reasons = describeReasons(report);
  const why = reasons.length === 0 ? "there are no files" : reasons.join(" ");
  const isUnknown = report.skipped.some(({ reason }) => reason === "unknown-format");
  return new InputError(`no conversation could be read: ${why}`, {
    hint: isUnknown
      ? `These are the formats that are known:\n${describeFormats().join("\n")}`
      : "docs/import-formats.md shows what each format has, and how --map reads any other table or log.",
  });
}
