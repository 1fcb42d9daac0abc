import { parseJson } from "@observatory/core";
import { createRowSplitter } from "./create-row-splitter.ts";
import { parseRow } from "./parse-row.ts";

/** How the cells of a table in text are parted, and what its columns are called. */
export interface TableLayout {
  /** One character of ASCII. */
  readonly delimiter: string;
  /** From the first row; those without a name, or with the name of another, get one. */
  readonly columns: readonly string[];
}

const delimiters = [",", "\t", ";", "|"] as const;
const sampleRows = 50;
const maxColumns = 10_000;

/**
 * Tells a table from the first bytes of a file in UTF-8: a first row of names, and below it rows with as many cells, of at
 * least two. Null for anything else.
 *
 * @param isCertain takes the file for a table unless it is JSON: also one with a single column, or without rows.
 */
export function detectTable(
  head: Buffer,
  { isWhole, isCertain }: { readonly isWhole: boolean; readonly isCertain: boolean },
): TableLayout | null {
  if (/^[\s\0]*[[{]/u.test(head.toString("latin1", 0, 1024))) return null;
  const layouts = delimiters.map((delimiter) => readLayout(head, delimiter, isWhole));
  const best = layouts
    .filter((layout) => layout !== null)
    .filter(({ columns, fit }) => isCertain || (columns.length > 1 && fit >= 0.5))
    .toSorted((a, b) => b.columns.length - a.columns.length)[0];
  return best === undefined ? null : { delimiter: best.delimiter, columns: best.columns };
}

/** The layout with this delimiter and the share of the rows that fit to the first one. */
function readLayout(
  head: Buffer,
  delimiter: string,
  isWhole: boolean,
): (TableLayout & { readonly fit: number }) | null {
  const splitter = createRowSplitter({ maxBytes: head.length, delimiter: delimiter.charCodeAt(0) });
  const split = splitter.push(head);
  const texts = [...split, ...(isWhole || split.length === 0 ? splitter.end() : [])]
    .slice(0, sampleRows)
    .map(({ bytes }) => bytes?.toString("utf8") ?? "");
  const [first = null, ...rows] = texts.map((text) => parseRow(text, delimiter));
  if (first === null || first.length > maxColumns || !first.every(isName)) return null;
  const json = texts.filter((text) => text.startsWith("{") && parseJson(text).ok).length;
  // Lines of JSON of which the first one is damaged.
  if (2 * json >= texts.length) return null;
  const fitting = rows.filter((row) => row?.length === first.length).length;
  return {
    delimiter,
    columns: toColumns(first),
    fit: rows.length > 0 ? fitting / rows.length : isWhole ? 0 : 1,
  };
}

function isName(text: string): boolean {
  return text.length <= 200 && !/[\p{Cc}\uFFFD]/u.test(text.trim());
}

function toColumns(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const wanted = name.trim() === "" ? `column ${i + 1}` : name.trim();
    let column = wanted;
    while (taken.has(column)) column += ` (column ${i + 1})`;
    taken.add(column);
    return column;
  });
}
