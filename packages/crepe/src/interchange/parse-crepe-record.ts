import { failed, succeeded, type Outcome } from "@observatory/core";
import { basename } from "node:path";
import type { Box, Complexity } from "../scene-graph/scene-graph.ts";
import { parsePythonStrings } from "./parse-python-strings.ts";
import type { RetrievalNegative, RetrievalRow, RowSource } from "./retrieval-row.ts";

/** How to read the records of one CSV file. */
export interface CrepeTable {
  readonly format: "crepe-productivity" | "crepe-systematicity";
  readonly parse: (fields: readonly string[], place: { file: string; line: number }) => Outcome<RetrievalRow>;
}

const systematicityTypes = ["atom", "comp", "combined"] as const;
const splits: Readonly<Record<string, "SC" | "UC" | "UA">> = {
  seen_compounds: "SC",
  unseen_compounds: "UC",
  unseen_atoms: "UA",
};

/**
 * Looks at the header of a CSV file and the file's name; null where they are not CREPE's.
 *
 * Productivity needs the columns `caption` and `hard_negs`, systematicity `caption` and one of
 * `valid_hard_negs_{atom|comp|combined}`; all others may be missing. The type of productivity negatives, the split and
 * the training set stand in the file's name only.
 */
export function openCrepeTable(header: readonly string[], file: string): CrepeTable | null {
  const columns = new Map(header.map((name, index) => [name.trim(), index]));
  if (!columns.has("caption")) return null;
  const name = basename(file);
  const width = header.length;
  if (columns.has("hard_negs")) {
    const type = /hard_negs_([a-z]+)_complexity/u.exec(name)?.[1];
    const format = "crepe-productivity";
    return {
      format,
      parse: (fields, place) => {
        const cell = toCells(fields, columns, width);
        return cell === null
          ? failed("wrong-number-of-columns")
          : parseProductivity(cell, type, { ...place, format });
      },
    };
  }
  if (!systematicityTypes.some((type) => columns.has(`valid_hard_negs_${type}`))) return null;
  const format = "crepe-systematicity";
  const [, splitName = "", trainingSet = ""] =
    /(unseen_compounds|seen_compounds|unseen_atoms)_in_(.+?)\.csv/u.exec(name) ?? [];
  const split = splits[splitName];
  return {
    format,
    parse: (fields, place) => {
      const cell = toCells(fields, columns, width);
      if (cell === null) return failed("wrong-number-of-columns");
      const row = parseSystematicity(cell, { ...place, format });
      if (!row.ok || split === undefined) return row;
      return succeeded({ ...row.value, split: { [trainingSet]: { split, rarestCompound: null } } });
    },
  };
}

type Cells = (name: string) => string;

function toCells(
  fields: readonly string[],
  columns: ReadonlyMap<string, number>,
  width: number,
): Cells | null {
  return fields.length === width ? (name) => fields[columns.get(name) ?? -1] ?? "" : null;
}

function parseProductivity(cell: Cells, type: string | undefined, place: Place): Outcome<RetrievalRow> {
  const negatives = parsePythonStrings(cell("hard_negs"));
  if (!negatives.ok) return failed(`hard-negs-${negatives.reason}`);
  const n = toCount(cell("n"));
  const complexity = toComplexityCells(cell);
  return succeeded({
    id: toRowId(place),
    ...commonCells(cell),
    negatives: negatives.value.strings.map((text) => (type === undefined ? { text } : { text, type })),
    ...(n === null ? {} : { n }),
    ...(complexity === null ? {} : { complexity }),
    source: { ...place, literal: negatives.value.kind },
  });
}

function parseSystematicity(cell: Cells, place: Place): Outcome<RetrievalRow> {
  const negatives: RetrievalNegative[] = [];
  let literal: RowSource["literal"];
  for (const type of systematicityTypes) {
    const text = cell(`valid_hard_negs_${type}`);
    if (text.trim() === "") continue;
    const strings = parsePythonStrings(text);
    if (!strings.ok) return failed(`hard-negs-${strings.reason}`);
    literal ??= strings.value.kind;
    // `combined` repeats the other two columns: only what it adds is a negative of its own.
    const left = type === "combined" ? withoutOnce(strings.value.strings, negatives) : strings.value.strings;
    negatives.push(...left.map((text) => ({ text, type })));
  }
  const region = cell("region_id").trim();
  return succeeded({
    id: region === "" ? toRowId(place) : region,
    ...commonCells(cell),
    negatives,
    source: literal === undefined ? place : { ...place, literal },
  });
}

type Place = Pick<RowSource, "file" | "line" | "format">;

function withoutOnce(strings: readonly string[], known: readonly RetrievalNegative[]): readonly string[] {
  const texts = new Set(known.map((negative) => negative.text));
  return strings.filter((text) => !texts.has(text));
}

function commonCells(cell: Cells): Pick<RetrievalRow, "image" | "caption"> {
  const id = cell("image_id").trim();
  const box = toBox(cell);
  return {
    image: { ...(id === "" ? {} : { id }), ...(box === null ? {} : { box }) },
    caption: cell("caption"),
  };
}

function toBox(cell: Cells): Box | null {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => toNumber(cell(name)));
  return x == null || y == null || width == null || height == null ? null : { x, y, width, height };
}

function toComplexityCells(cell: Cells): Complexity | null {
  const names = ["n", "n_objects", "n_relations", "n_attributes", "n_connected_components"];
  const [n, objects, relations, attributes, components] = names.map((name) => toCount(cell(name)));
  if (n == null || objects == null || relations == null || attributes == null || components == null)
    return null;
  return { n, objects, relations, attributes, components };
}

function toNumber(text: string): number | null {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

function toCount(text: string): number | null {
  const number = toNumber(text);
  return number !== null && Number.isInteger(number) && number >= 0 ? number : null;
}

/** The file's name without its extensions, and the line. */
export function toRowId(place: { readonly file: string; readonly line: number | string }): string {
  return `${stemOf(place.file)}:${place.line}`;
}

/** A file's name without directories and the extensions of the formats read here. */
export function stemOf(file: string): string {
  return basename(file).replace(/(\.(csv|jsonl?|ndjson|txt|parquet))?(\.gz)?$/iu, "");
}
