/** One column of a table that can be sorted, copied and downloaded. */
export interface TableColumn<Row> {
  /** Name in downloads. */
  readonly key: string;
  /** Name on the page. */
  readonly title: string;
  /** What is sorted by and written to files; null where there is nothing to say. */
  readonly value: (row: Row) => string | number | boolean | null;
}

export interface TableSort {
  readonly key: string;
  readonly order: "ascending" | "descending";
}

/** A new array in the order of one column; rows without a value come last in both directions, equal rows stay in place. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.key);
  if (sort === null || column === undefined) return rows;
  const sign = sort.order === "ascending" ? 1 : -1;
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

/** Lines end in CRLF (RFC 4180). Text that a spreadsheet would run as a formula gets a quote mark in front. */
export function toCsv<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[]): string {
  const lines = [columns.map(({ key }) => key), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  return lines.map((cells) => `${cells.map(toCsvCell).join(",")}\r\n`).join("");
}

/** For the clipboard: pasted into a spreadsheet it falls into cells. Tabs and line ends in text become spaces. */
export function toTabSeparated<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[]): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ];
  return lines
    .map((cells) => cells.map((cell) => toPlain(cell).replaceAll(/\s+/gu, " ")).join("\t"))
    .join("\n");
}

/** An array of objects, keys as in the columns. */
export function toJsonRows<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[]): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map(({ key, value }) => [key, value(row)])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}

function compare(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === "string" && typeof b === "string") {
    return a.localeCompare(b, "en", { numeric: true, sensitivity: "base" });
  }
  return Number(a) - Number(b);
}

function toCsvCell(cell: string | number | boolean | null): string {
  const text = toPlain(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toPlain(cell: string | number | boolean | null): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
}
