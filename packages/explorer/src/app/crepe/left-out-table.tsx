import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { formatCount, formatShare } from "../../shared/format.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import styles from "./crepe.module.css";

type LeftOut = NonNullable<CrepeOverview["record"]["leftOut"]>[number];

/** Cells that were taken out of the benchmark, and why. Nothing where there is none. */
export function LeftOutTable({ overview: { record } }: { readonly overview: CrepeOverview }) {
  const rows = record.leftOut ?? [];
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={
        <>
          <h2 className={styles["heading"]}>Left out</h2>
          <p className={styles["note"]}>
            Cells that probes without eyes could still solve after refining. They are no part of the
            benchmark.
          </p>
        </>
      }
      fileName={`Left out of ${record.name}`}
      columns={columns}
      rows={rows}
      rowKey={({ cell }) => cell}
    />
  );
}

const columns: readonly DataColumn<LeftOut>[] = [
  { key: "cell", title: "Cell", value: ({ cell }) => cell },
  {
    key: "rows",
    title: "Rows",
    value: ({ rows }) => rows,
    render: ({ rows }) => formatCount(rows),
    kind: "number",
  },
  { key: "probe", title: "Probe that wins", value: ({ probe }) => probe },
  {
    key: "r_at_1",
    title: "R@1",
    value: ({ rAt1 }) => rAt1,
    render: ({ rAt1, interval: [low, high] }) => (
      <>
        {formatShare(rAt1)}{" "}
        <span className={styles["interval"]}>
          {formatShare(low)} to {formatShare(high)}
        </span>
      </>
    ),
    kind: "number",
  },
  {
    key: "chance",
    title: "Chance",
    value: ({ chance }) => chance,
    render: ({ chance }) => formatShare(chance),
    kind: "number",
  },
];
