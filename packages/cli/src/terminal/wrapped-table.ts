import { toTable, type Column } from "./table.ts";
import { cutMiddle, cutStart, cutToWidth, textWidth } from "./text-width.ts";

const gap = 2;
/** A name keeps so many columns at least, and is made no shorter than the other only to save a part. */
const narrowestName = 8;
const shortName = 24;

/**
 * A table that is no wider than a terminal: where columns do not fit they go on below, each part with the names again. Names
 * that leave no room for a column of numbers are cut, their middles first.
 *
 * @param names how many of the first columns are names
 */
export function toWrappedTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, names }: { readonly width: number; readonly names: number },
): string[] {
  const widths = columns.map(({ title }, i) =>
    Math.max(textWidth(title), ...rows.map((row) => textWidth(row[i] ?? ""))),
  );
  const nameWidths = fitNames(widths.slice(0, names), widths.slice(names), width);
  const cutters = nameWidths.map((room, i) => chooseCut(new Set(rows.map((row) => row[i] ?? "")), room));
  const cut = rows.map((row) => row.map((cell, i) => cutters[i]?.(cell) ?? cell));
  const start = sum(nameWidths) + gap * Math.max(0, names - 1);
  const parts = divide(widths.slice(names), width - start);
  return parts.flatMap((places, part) => {
    const shown = [...Array(names).keys(), ...places.map((place) => place + names)];
    const table = toTable(
      shown.flatMap((place) => columns[place] ?? []),
      cut.map((row) => shown.map((place) => row[place] ?? "")),
    );
    return part === 0 ? table : ["", ...table];
  });
}

/** The widest names with which the table has the fewest parts. */
function fitNames(names: readonly number[], numbers: readonly number[], width: number): readonly number[] {
  const gaps = gap * Math.max(0, names.length - 1);
  const partsOf = (widths: readonly number[]): number => divide(numbers, width - gaps - sum(widths)).length;
  const room = width - gaps - (numbers.length === 0 ? 0 : Math.max(...numbers) + gap);
  let found = shrink(names, Math.min(room, sum(names)), narrowestName);
  for (let total = sum(found) - 1; total > 0; total--) {
    const tried = shrink(names, total, shortName);
    if (sum(tried) > total) break;
    if (partsOf(tried) < partsOf(found)) found = tried;
  }
  return found;
}

/** Cuts names so that different ones stay different, where that can be. */
function chooseCut(names: ReadonlySet<string>, columns: number): (name: string) => string {
  const ways = [cutMiddle, cutStart, cutToWidth].map((cut) => (name: string) => cut(name, columns));
  const keepsApart = (way: (name: string) => string): boolean =>
    new Set([...names].map(way)).size === names.size;
  return ways.find(keepsApart) ?? ((name) => cutMiddle(name, columns));
}

/** Takes from the widest until all fit, or none can give more. */
function shrink(widths: readonly number[], room: number, least: number): number[] {
  const shrunk = [...widths];
  for (let over = sum(shrunk) - room; over > 0; over--) {
    const place = shrunk.indexOf(Math.max(...shrunk));
    const width = shrunk[place] ?? 0;
    if (width <= least) break;
    shrunk[place] = width - 1;
  }
  return shrunk;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Places of the columns that stand side by side, one list a part; a part has one column at least. */
function divide(widths: readonly number[], room: number): number[][] {
  const parts: number[][] = [[]];
  let left = room;
  widths.forEach((width, place) => {
    const part = parts.at(-1) ?? [];
    if (part.length > 0 && width + gap > left) {
      parts.push([place]);
      left = room - width - gap;
    } else {
      part.push(place);
      left -= width + gap;
    }
  });
  return parts;
}
