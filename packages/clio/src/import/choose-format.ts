import { UsageError } from "@observatory/core";
import { openJsonCells } from "./conversion/parse-json-cell.ts";
import type { AnyFormat } from "./formats/conversation-draft.ts";
import { formats, scoreFormats } from "./formats/formats.ts";
import { columnsOf, type ColumnMap } from "./mapping/column-map.ts";
import { createMappedFormat } from "./mapping/create-mapped-format.ts";
import { describeColumns } from "./mapping/describe-columns.ts";
import { readPath } from "./mapping/read-path.ts";
import type { Sample } from "./records/take-sample.ts";

export interface ChooseFormatOptions {
  readonly file: string;
  readonly format?: AnyFormat | undefined;
  readonly map?: ColumnMap | undefined;
}

export interface ChosenFormat {
  /** Null where none fits. */
  readonly format: AnyFormat | null;
  /** Whether cells that hold JSON are opened before the format sees them. */
  readonly opensCells: boolean;
  /** Names of columns or fields, for people, where no format fits. */
  readonly columns?: readonly string[];
}

/** How a file is read, by its first records. Throws UsageError where the map names a column that is not there. */
export function chooseFormat(sample: Sample, { file, format, map }: ChooseFormatOptions): ChosenFormat {
  if (map !== undefined) {
    assertColumns(sample, map, file);
    return { format: createMappedFormat(map), opensCells: false };
  }
  const { values, columns } = sample;
  // Formats that come as tables know which of their cells are JSON; in a table of another origin any may be.
  const opened = columns === null ? [] : values.map(openJsonCells);
  if (format !== undefined) return { format, opensCells: score(format, opened) > score(format, values) };
  const [asIs, asOpened] = [scoreFormats(values), scoreFormats(opened)];
  const opensCells = asOpened.score > asIs.score;
  const { name } = opensCells ? asOpened : asIs;
  if (name !== null) return { format: formats[name], opensCells };
  return { format: null, opensCells: false, columns: describeColumns(columns ?? fieldsOf(values)) };
}

function score(format: AnyFormat, records: readonly unknown[]): number {
  return records.reduce<number>((sum, record) => sum + format.detect(record), 0);
}

function assertColumns({ columns, values }: Sample, map: ColumnMap, file: string): void {
  const isThere = (path: string): boolean => {
    if (columns === null) return values.some((value) => readPath(value, path) !== undefined);
    return columns.some((column) => path === column || path.startsWith(`${column}.`));
  };
  const missing = columnsOf(map).filter((column) => !isThere(column));
  if (missing.length === 0 || (columns === null && values.length === 0)) return;
  const there = describeColumns(columns ?? fieldsOf(values)).join(", ");
  const noun = columns === null ? "field" : "column";
  throw new UsageError(`${file} has no ${noun} ${missing.join(" and no ")}`, {
    hint: `Its ${noun}s are ${there}. Names are compared with their case.`,
  });
}

/** Names of the fields of records, in the order in which they come. */
function fieldsOf(values: readonly unknown[]): string[] {
  const isObject = (value: unknown): value is object =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  return [...new Set(values.filter(isObject).flatMap((value) => Object.keys(value)))];
}
