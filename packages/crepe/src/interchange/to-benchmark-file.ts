import { basename } from "node:path";
import { stemOf } from "./parse-crepe-record.ts";
import type { RetrievalRow } from "./retrieval-row.ts";
import {
  productivityColumns,
  systematicityColumns,
  toCsvLine,
  toProductivityLine,
  toSystematicityLine,
} from "./to-crepe-rows.ts";

/** Name and content of a file in the format that its rows were read from. */
export interface BenchmarkFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The rows of one file in its own format, under its own name without `.gz`: CREPE's columns, SugarCrepe's JSON object
 * or lines, our items, else JSON lines of `{id, image, caption, negatives, n}`, which Winoground's groups become too,
 * because one of their two rows may be gone. All rows must be of the same file.
 */
export function toBenchmarkFile(rows: readonly RetrievalRow[]): BenchmarkFile {
  const [first] = rows;
  if (first === undefined) return { name: "empty.jsonl", text: "" };
  const { file, format } = first.source;
  const name = basename(file).replace(/\.gz$/iu, "");
  const lines = `${stemOf(file)}.jsonl`;
  switch (format) {
    case "crepe-productivity": {
      const records = rows.map((row) => toProductivityLine(row, row.negatives[0]?.type ?? null));
      return { name, text: [toCsvLine(productivityColumns), ...records].join("") };
    }
    case "crepe-systematicity":
      return {
        name,
        text: [toCsvLine(systematicityColumns), ...rows.map((row) => toSystematicityLine(row))].join(""),
      };
    case "sugarcrepe": {
      if (/\.json$/iu.test(name)) {
        const members = rows.map((row) => [row.id.slice(row.id.indexOf(":") + 1), toSugarCrepe(row)]);
        return { name, text: `${JSON.stringify(Object.fromEntries(members), null, 4)}\n` };
      }
      const records = rows.map((row) => ({
        id: row.id.slice(row.id.indexOf(":") + 1),
        subset: row.negatives[0]?.type,
        ...toSugarCrepe(row),
      }));
      return { name: lines, text: toJsonLines(records) };
    }
    case "observatory":
      return { name: lines, text: toJsonLines(rows.map((row) => row.item ?? toPlain(row))) };
    case "winoground":
    case "aro-relation":
    case "aro-attribution":
    case "caption-options":
    case "jsonl":
      return { name: lines, text: toJsonLines(rows.map(toPlain)) };
  }
  return format satisfies never;
}

function toSugarCrepe(row: RetrievalRow): object {
  return { filename: row.image.file, caption: row.caption, negative_caption: row.negatives[0]?.text };
}

function toPlain({ id, image, caption, negatives, n }: RetrievalRow): object {
  return { id, image, caption, negatives: negatives.map(({ text, type }) => ({ text, type })), n };
}

function toJsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
