/** A table of a report: texts, ready for a terminal or a document. */
export interface ReportTable {
  readonly title: string;
  /** What the numbers are, in sentences. */
  readonly notes: readonly string[];
  readonly columns: readonly { readonly title: string; readonly align: "left" | "right" }[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of which the first columns are names and the others numbers. */
export function toReportTable(
  title: string,
  {
    notes = [],
    names,
    numbers,
    rows,
  }: {
    readonly notes?: readonly string[];
    readonly names: readonly string[];
    readonly numbers: readonly string[];
    readonly rows: readonly (readonly string[])[];
  },
): ReportTable {
  const columns = [
    ...names.map((name) => ({ title: name, align: "left" as const })),
    ...numbers.map((name) => ({ title: name, align: "right" as const })),
  ];
  return { title, notes, columns, rows };
}
