import { padToWidth, textWidth } from "./text-width.ts";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** Lines of a table with aligned columns, a rule under the titles, and no frame. */
export function toTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((column, index) =>
    Math.max(textWidth(column.title), ...rows.map((row) => textWidth(row[index] ?? ""))),
  );
  const toLine = (cells: readonly string[]): string =>
    columns
      .map((column, index) =>
        padToWidth(cells[index] ?? "", widths[index] ?? 0, column.align === "right" ? "start" : "end"),
      )
      .join("  ")
      .trimEnd();
  return [
    toLine(columns.map((column) => column.title)),
    widths.map((width) => "─".repeat(width)).join("  "),
    ...rows.map(toLine),
  ];
}
