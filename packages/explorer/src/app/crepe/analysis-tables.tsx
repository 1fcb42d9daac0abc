import { toAnalysisTables, type ReportTable } from "@observatory/crepe/release";
import { useMemo } from "react";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import styles from "./crepe.module.css";

/** What results tell beyond R@1, as `crepe report` has it: unseen, effect of n, dose, pairs, gate, whole set, figures, chats, losses. */
export function AnalysisTables({ overview: { report, record } }: { readonly overview: CrepeOverview }) {
  const tables = useMemo(() => toAnalysisTables(report), [report]);
  return tables.map((table) => (
    <DataTable
      key={table.title}
      caption={
        <>
          <h2 className={styles["heading"]}>{table.title}</h2>
          {table.notes.map((note) => (
            <p key={note} className={styles["note"]}>
              {note}
            </p>
          ))}
        </>
      }
      fileName={`${table.title} on ${record.name}`}
      columns={toColumns(table)}
      rows={table.rows}
      rowKey={(row) => JSON.stringify(row)}
      initialRows={12}
    />
  ));
}

function toColumns({ columns }: ReportTable): readonly DataColumn<readonly string[]>[] {
  return columns.map(({ title, align }, place) => ({
    key: title.replaceAll(/[^a-z0-9@]+/giu, "_"),
    title: `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    kind: align === "right" ? "number" : "text",
    value: (row) => (align === "right" ? toNumber(row[place] ?? "") : (row[place] ?? "")),
    render: (row) => toCell(row[place] ?? "", align === "left"),
  }));
}

/** An interval stands beside its value in small. */
function toCell(text: string, isName: boolean) {
  if (isName) return <span className={styles["text"]}>{text}</span>;
  const signed = text.replaceAll(/(?<=^|[[ ])-(?=\d)/gu, "−");
  const start = signed.indexOf(" [");
  if (start === -1) return signed;
  const [low = "", high = ""] = signed.slice(start + 2, -1).split(", ");
  return (
    <>
      {signed.slice(0, start)}{" "}
      <span className={styles["interval"]}>
        {low} to {high}
      </span>
    </>
  );
}

/** What a cell is sorted by and downloads: its number, or its text where it begins with none. */
function toNumber(text: string): string | number | null {
  if (text === "–") return null;
  const number = Number(text.split(" ")[0]?.replaceAll(",", ""));
  return Number.isFinite(number) ? number : text;
}
