import type { ScorerDifference } from "@observatory/crepe/release";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { formatPoints } from "../../shared/crepe/format-points.ts";
import { formatCount } from "../../shared/format.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import styles from "./crepe.module.css";

/** Which scorers differ, on the same rows. Nothing where there are no two to compare. */
export function DifferencesTable({
  overview: {
    report: { differences },
    record,
  },
}: {
  readonly overview: CrepeOverview;
}) {
  if (differences.length === 0) return null;
  return (
    <DataTable
      caption={
        <>
          <h2 className={styles["heading"]}>Paired differences</h2>
          <p className={styles["note"]}>
            On the rows that both have scored, between those that see, the best blind probe and chance.
            P-values are corrected for the number of pairs (Benjamini and Hochberg).
          </p>
        </>
      }
      fileName={`Paired differences on ${record.name}`}
      columns={columns}
      rows={differences}
      rowKey={({ a, b }) => JSON.stringify([a, b])}
      initialSort={{ key: "difference", order: "descending" }}
    />
  );
}

const columns: readonly DataColumn<ScorerDifference>[] = [
  { key: "a", title: "Scorer", value: ({ a }) => a },
  { key: "b", title: "Less", value: ({ b }) => b },
  {
    key: "difference",
    title: "Difference in R@1",
    value: ({ difference }) => difference,
    render: ({ difference, interval: [low, high] }) => (
      <>
        {formatPoints(difference)}{" "}
        <span className={styles["interval"]}>
          {formatPoints(low)} to {formatPoints(high)}
        </span>
      </>
    ),
    kind: "number",
    hint: "In points, with its 95 % interval.",
  },
  {
    key: "adjusted_p",
    title: "Corrected p",
    value: ({ adjustedP }) => adjustedP,
    render: ({ adjustedP }) => (adjustedP < 0.001 ? "<0.001" : adjustedP.toFixed(3)),
    kind: "number",
  },
  {
    key: "verdict",
    title: "Verdict",
    value: ({ adjustedP, difference }) =>
      adjustedP >= 0.05 ? "no clear difference" : difference > 0 ? "better" : "worse",
  },
  {
    key: "rows",
    title: "Rows",
    value: ({ rows }) => rows,
    render: ({ rows }) => formatCount(rows),
    kind: "number",
  },
];
