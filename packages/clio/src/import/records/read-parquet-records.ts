import { InputError, parseJson } from "@observatory/core";
import {
  createScratchDirectory,
  describeParquet,
  readParquetJson,
  type ScratchDirectory,
} from "@observatory/store";
import { lost } from "../formats/conversation-draft.ts";
import type { OpenRecordsOptions } from "./open-records.ts";
import type { SourceRecord, SourceRecords } from "./source-record.ts";

const fileName = "table.parquet";

/**
 * The rows of a Parquet file as plain objects. Its directory stands at the end of a file, so the stream is first written
 * to a scratch directory, which goes when `batches` ends.
 */
export async function openParquetRecords(
  stream: AsyncIterable<Buffer>,
  options: OpenRecordsOptions,
): Promise<SourceRecords> {
  const scratch = createScratchDirectory({ parent: options.directory });
  try {
    for await (const chunk of stream) await scratch.append(fileName, chunk);
    const columns = await describeParquet(scratch.pathOf(fileName), options);
    return { columns: columns.map(({ name }) => name), batches: readRows(scratch, options) };
  } catch (error) {
    await scratch.close();
    if (!(error instanceof InputError)) throw error;
    options.onLoss("damaged-parquet");
    return { columns: [], batches: none() };
  }
}

// eslint-disable-next-line require-yield
async function* none(): AsyncGenerator<never> {}

async function* readRows(
  scratch: ScratchDirectory,
  { maxBytes, onLoss, signal }: OpenRecordsOptions,
): AsyncGenerator<readonly SourceRecord[]> {
  let row = 0;
  try {
    for await (const rows of readParquetJson(scratch.pathOf(fileName), { maxBytes, signal })) {
      yield rows.map(({ json, bytes }) => toRecord(json, bytes, ++row));
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    onLoss("damaged-parquet");
  } finally {
    await scratch.close();
  }
}

function toRecord(json: string | null, length: number, row: number): SourceRecord {
  return {
    line: row,
    record: null,
    length,
    isTooLong: json === null,
    parse: () => {
      if (json === null) return lost("line-too-long");
      const parsed = parseJson(json);
      return parsed.ok ? parsed : lost("invalid-json");
    },
  };
}
