import { InputError } from "@observatory/core";
import { z } from "zod";
import { readJsonRecords, readParquetRecords, type FileRecord } from "./read-records.ts";

/** The score of one caption of one item, and its line or row in the file. */
export interface FileScore {
  readonly item: string;
  readonly caption: string;
  readonly score: number;
  readonly line: number;
}

const scoreSchema = z.object({
  item: z.union([z.string(), z.number()]).transform(String),
  caption: z.string(),
  score: z.number(),
});

/**
 * Streams a file of scores made elsewhere: JSON lines, gzip'd or not, or Parquet (by its name), of `item`, `caption` and
 * `score`; other fields are left alone. Throws InputError with the line of what is no score.
 */
export async function* readScoreFile(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<FileScore> {
  const records = /\.parquet$/iu.test(path) ? readParquet(path, options) : readJsonRecords(path, options);
  for await (const { value, line } of records) {
    const score = scoreSchema.safeParse(value);
    if (!score.success) {
      const field = score.error.issues[0]?.path.join(".") ?? "";
      throw new InputError(`${path}, line ${line}: not a score${field === "" ? "" : ` (${field})`}`, {
        hint: "Each line has an item, a caption and a score that is a finite number.",
      });
    }
    yield { ...score.data, line };
  }
}

async function* readParquet(
  path: string,
  options: { readonly signal?: AbortSignal },
): AsyncGenerator<FileRecord> {
  for await (const { value, line } of readParquetRecords(path, ["item", "caption", "score"], options)) {
    const { score } = value;
    yield { value: { ...value, score: score === undefined ? null : Number(score) }, line };
  }
}
