import type { CellAudit } from "@observatory/crepe/release";
import { describeVerdict } from "../../shared/crepe/cell-grid.ts";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { formatCountOf, formatShare } from "../../shared/format.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import styles from "./crepe.module.css";

/** What blind probes find in each cell, and what that means for a score there. */
export function AuditTable({ overview: { audit, record } }: { readonly overview: CrepeOverview }) {
  if (audit === null) {
    return (
      <section>
        <h2>Blind audit</h2>
        <p className={styles["callout"]}>
          There is no audit of these items yet, so nobody knows how far they can be solved without their
          images. Make one with <code>observatory crepe audit BENCH</code> (the directory of the benchmark),
          then load this page again.
        </p>
      </section>
    );
  }
  const { overall } = audit;
  return (
    <DataTable
      caption={
        <>
          <h2 className={styles["heading"]}>Blind audit</h2>
          <p className={styles["note"]}>
            Probes that never see the image, on {formatCountOf(audit.rows, "row")}.{" "}
            {overall.leaks.length === 0
              ? "Over all cells together nothing is off chance"
              : `Over all cells together ${formatCountOf(overall.leaks.length, "probe is", "probes are")} off chance`}
            : of {overall.intervals} intervals {overall.above} lie above it and {overall.below} below (about{" "}
            {Math.round(0.05 * overall.intervals)} would by accident).
          </p>
        </>
      }
      fileName={`Blind audit of ${record.name}`}
      columns={columns}
      rows={audit.cells.toSorted(compareCells)}
      rowKey={({ cell }) => cell}
      initialRows={audit.cells.filter(isWide).length + 8}
    />
  );
}

const columns: readonly DataColumn<CellAudit>[] = [
  { key: "cell", title: "Cell", value: ({ cell }) => cell },
  {
    key: "verdict",
    title: "Verdict",
    value: ({ verdict }) => verdict,
    render: ({ verdict }) => (
      <span className={styles["verdict"]} data-verdict={verdict}>
        {verdict}
      </span>
    ),
    hint: "Blind-proof: no probe is off chance by more than accident explains. Leaks: one is, by a point or more. Undecided: fewer than 30 images.",
  },
  { key: "rows", title: "Rows", value: ({ rows }) => rows, kind: "number" },
  { key: "images", title: "Images", value: ({ images }) => images, kind: "number" },
  {
    key: "chance",
    title: "Chance",
    value: ({ chance }) => chance,
    render: ({ chance }) => formatShare(chance),
    kind: "number",
  },
  {
    key: "best_r_at_1",
    title: "Best probe",
    value: (cell) => bestOf(cell)?.rAt1 ?? null,
    render: (cell) => {
      const best = bestOf(cell);
      if (best === undefined) return "–";
      return (
        <span title={best.clue}>
          {formatShare(best.rAt1)}{" "}
          <span className={styles["interval"]}>
            {formatShare(best.interval[0])} to {formatShare(best.interval[1])}
          </span>
        </span>
      );
    },
    kind: "number",
    hint: "R@1 of the probe that finds the true caption most often, with its 95 % interval: what a model has to beat.",
  },
  {
    key: "best",
    title: "Which",
    value: (cell) => (isOffChance(cell) ? cell.best : null),
    render: (cell) => (isOffChance(cell) ? <span className={styles["name"]}>{cell.best}</span> : "all alike"),
  },
  {
    key: "meaning",
    title: "What it means",
    value: describeVerdict,
    render: (cell) => <span className={styles["meaning"]}>{describeVerdict(cell)}</span>,
  },
  {
    key: "central",
    title: "Central",
    value: ({ central }) => central.rAt1,
    render: ({ central }) => formatShare(central.rAt1),
    kind: "number",
    hint: "What someone reaches who is shown the whole list and takes the caption most like the others. No part of the verdict: a scorer of single captions cannot do that.",
  },
];

function bestOf({ best, probes }: CellAudit) {
  return probes.find(({ probe }) => probe === best);
}

/** Whether any probe is above chance at all; where none is, the best one is no more than the first. */
function isOffChance(cell: CellAudit): boolean {
  return (bestOf(cell)?.gain ?? 0) > 1e-9;
}

/** A cell that no other one holds: a type alone. */
function isWide({ cell }: CellAudit): boolean {
  return !cell.includes(" ");
}

function compareCells(a: CellAudit, b: CellAudit): number {
  return Number(isWide(b)) - Number(isWide(a)) || a.cell.localeCompare(b.cell, "en", { numeric: true });
}
