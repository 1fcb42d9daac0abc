import type { Conversation } from "../conversation.ts";
import { chooseFormat, type ChosenFormat } from "./choose-format.ts";
import { createRecordReader, type RecordReaderOptions } from "./create-record-reader.ts";
import { isGrouped, type AnyFormat } from "./formats/conversation-draft.ts";
import { isCompanionFile, isMediaFile } from "./formats/is-companion-file.ts";
import type { LossReason } from "./loss-reasons.ts";
import type { ColumnMap } from "./mapping/column-map.ts";
import { openRecords } from "./records/open-records.ts";
import { parseRecord } from "./records/parse-record.ts";
import { takeSample } from "./records/take-sample.ts";
import type { ByteSource } from "./sources/byte-source.ts";
import { isSystemError } from "./sources/find-files.ts";

export interface SourceImportOptions extends RecordReaderOptions {
  /** Told from the first records where it is not given. */
  readonly format?: AnyFormat | undefined;
  /** Says what columns and fields hold, in place of a format. */
  readonly map?: ColumnMap | undefined;
  /** Where a file lies that cannot be read from its start to its end; among the temporary files of the system unless told. */
  readonly directory?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The conversations of one stream of bytes that are each one record; parts of others go to `groups`, everything else about
 * the stream to the ledger. Throws UsageError where `map` names a column that is not there.
 */
export async function* importSource(
  source: ByteSource,
  options: SourceImportOptions,
): AsyncGenerator<Conversation> {
  const { file } = source;
  const { ledger, limits, groups, signal, map, directory } = options;
  const tally = ledger.openFile(file);
  let chosen: ChosenFormat | null = null;
  let isLost = false;
  const onLoss = (reason: LossReason): void => {
    isLost = true;
    ledger.add(reason, { file, line: null });
  };
  try {
    const opened = await openRecords(source.read(), {
      maxBytes: limits.recordBytes,
      isTable: map !== undefined,
      directory,
      onLoss,
      signal,
    });
    const sample = await takeSample(opened, { parses: options.format === undefined });
    try {
      if (isCompanionFile(file, sample.values)) return onLoss("companion-file");
      if (sample.isEmpty && !isLost) onLoss("empty-file");
      if (sample.isEmpty) return;
      chosen = chooseFormat(sample, { ...options, file });
      if (chosen.format === null) {
        if (isMediaFile(file)) return onLoss("companion-file");
        return onLoss(sample.columns === null ? "unknown-format" : "unmapped-table");
      }
      const { opensCells } = chosen;
      const owner = await readOwner(source, chosen.format);
      const read = createRecordReader(chosen.format, tally, { ...options, opensCells, owner });
      for await (const records of sample.batches) {
        signal?.throwIfAborted();
        for (const record of records) {
          tally.addRecord();
          const conversation = read(record);
          if (conversation !== null) yield conversation;
        }
        await groups.relieve();
      }
    } finally {
      await opened.batches.return(undefined);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    ledger.add("unreadable-file", { file, line: null });
  } finally {
    const { format = null, columns } = chosen ?? {};
    tally.describe({
      ...source.measure(),
      format: format?.name ?? null,
      ...(columns === undefined ? {} : { columns }),
    });
  }
}

/** The account that a file beside this one tells, where the format has such files. */
async function readOwner(source: ByteSource, format: AnyFormat): Promise<unknown> {
  if (isGrouped(format) || format.owner === undefined) return undefined;
  const bytes = await source.beside(format.owner.file);
  const content = bytes === null ? undefined : parseRecord(bytes, () => {});
  return content?.ok === true ? format.owner.read(content.value) : undefined;
}
