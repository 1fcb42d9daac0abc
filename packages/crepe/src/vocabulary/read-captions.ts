import { failed, parseJson, succeeded, type Outcome } from "@observatory/core";
import { readParquetTexts } from "@observatory/store";
import { rowLimits } from "../interchange/limits.ts";
import { readLines } from "../interchange/read-lines.ts";
import { readFields, type CaptionSource } from "./caption-source.ts";

/**
 * Streams the captions of a file. Losses: `empty`, `caption-too-long` (over {@link rowLimits}), `no-caption` (the
 * record lacks the column), `not-json`, and those of lines and CSV records. Throws InputError for a damaged Parquet.
 */
export async function* readCaptions(
  source: CaptionSource,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<Outcome<string>> {
  for await (const values of readValues(source, options.signal)) {
    if (!values.ok) yield values;
    else for (const value of values.value) yield toCaption(value);
  }
}

function toCaption(value: unknown): Outcome<string> {
  if (typeof value !== "string") return failed("no-caption");
  const caption = value.trim();
  if (caption === "") return failed("empty");
  return caption.length > rowLimits.captionLength ? failed("caption-too-long") : succeeded(caption);
}

async function* readValues(
  source: CaptionSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<Outcome<readonly unknown[]>> {
  const { path, format, name, index } = source;
  switch (format) {
    case "parquet":
      for await (const texts of readParquetTexts(path, name ?? "", { signal })) yield succeeded(texts);
      return;
    case "lines":
      for await (const line of readLines(path, { signal }))
        yield line.ok ? succeeded([line.text]) : failed(line.reason);
      return;
    case "csv":
    case "tsv": {
      let header = source.header;
      for await (const record of readFields(readLines(path, { signal }), format)) {
        if (!record.ok) yield failed(record.reason);
        else if (header) header = false;
        else yield succeeded([record.fields[index ?? 0]]);
      }
      return;
    }
    case "jsonl":
      for await (const line of readLines(path, { signal })) {
        if (!line.ok) yield failed(line.reason);
        else if (line.text.trim() !== "") yield toValues(line.text, name ?? index);
      }
      return;
    default:
      format satisfies never;
  }
}

/** What stands at the key: one text, or the texts of an array. */
function toValues(text: string, key: string | number | null): Outcome<readonly unknown[]> {
  const json = parseJson(text);
  if (!json.ok) return failed("not-json");
  if (key === null) return succeeded([json.value]);
  if (typeof json.value !== "object" || json.value === null) return failed("no-caption");
  const entry = Object.getOwnPropertyDescriptor(json.value, key);
  const value: unknown = entry?.value;
  return succeeded(Array.isArray(value) ? value : [value]);
}
