import { isSighted } from "@observatory/crepe/release";
import type { CrepeOverview, CrepeScorer } from "../../shared/crepe/crepe-overview.ts";
import { formatPoints } from "../../shared/crepe/format-points.ts";
import { formatCount, formatShare } from "../../shared/format.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import styles from "./crepe.module.css";

/** All scorers with their averages, the best first, and how far each is above the best blind probe. */
export function ScorersTable({ overview: { report, record } }: { readonly overview: CrepeOverview }) {
  const { scorers, benchmark } = report;
  return (
    <DataTable
      caption={<h2 className={styles["heading"]}>Scorers</h2>}
      fileName={`Scorers on ${record.name}`}
      columns={toColumns(
        benchmark.rows,
        scorers.some((scorer) => lossesOf(scorer) > 0),
      )}
      rows={scorers}
      rowKey={({ results }) => results.scorer.id}
      initialRows={Math.max(8, scorers.filter(({ results }) => isSighted(results.scorer)).length + 3)}
      initialSort={{ key: "r_at_1", order: "descending" }}
    />
  );
}

function toColumns(all: number, hasLosses: boolean): readonly DataColumn<CrepeScorer>[] {
  return [
    {
      key: "scorer",
      title: "Scorer",
      value: ({ results }) => results.scorer.id,
      render: ({ results, stale }) => (
        <span className={styles["name"]} title={describeDetails(results.scorer.details)}>
          {results.scorer.id}
          {stale ? <span className={styles["interval"]}> other items</span> : null}
        </span>
      ),
    },
    { key: "kind", title: "Kind", value: ({ results }) => results.scorer.kind, isExtra: true },
    {
      key: "r_at_1",
      title: "R@1",
      value: ({ results }) => results.averages.micro?.rAt1 ?? null,
      render: ({ results: { averages } }) =>
        averages.micro === null ? (
          "–"
        ) : (
          <>
            {formatShare(averages.micro.rAt1)}{" "}
            <span className={styles["interval"]}>
              {formatShare(averages.micro.interval[0])} to {formatShare(averages.micro.interval[1])}
            </span>
          </>
        ),
      kind: "number",
      hint: "Over all rows, with its 95 % interval.",
    },
    {
      key: "gain_over_blind",
      title: "Gain",
      value: ({ gain }) => gain?.micro.gain ?? null,
      render: ({ gain }) =>
        gain === null ? (
          "–"
        ) : (
          <>
            {formatPoints(gain.micro.gain)}{" "}
            <span className={styles["interval"]}>
              {formatPoints(gain.micro.interval[0])} to {formatPoints(gain.micro.interval[1])}
            </span>
          </>
        ),
      kind: "number",
      hint: "Points of R@1 above the best blind probe of the type of negatives, on the same rows: the score that counts.",
    },
    {
      key: "r_at_1_mean_of_types",
      title: "Mean of types",
      value: ({ results }) => results.averages.macro?.rAt1 ?? null,
      render: ({ results }) => share(results.averages.macro?.rAt1),
      kind: "number",
      hint: "R@1 where each type of negatives counts the same.",
    },
    {
      key: "r_at_3",
      title: "R@3",
      value: ({ results }) => results.averages.micro?.rAt3 ?? null,
      render: ({ results }) => share(results.averages.micro?.rAt3),
      kind: "number",
    },
    {
      key: "mean_rank",
      title: "Mean rank",
      value: ({ results }) => results.averages.micro?.meanRank ?? null,
      render: ({ results }) => results.averages.micro?.meanRank.toFixed(2) ?? "–",
      kind: "number",
    },
    {
      key: "median_rank",
      title: "Median",
      value: ({ results }) => results.averages.micro?.medianRank ?? null,
      kind: "number",
    },
    {
      key: "rows",
      title: "Rows",
      value: ({ rows }) => rows,
      render: ({ rows }) => (rows < all ? `${formatCount(rows)} of ${formatCount(all)}` : formatCount(rows)),
      kind: "number",
      hint: "An item with its negatives of one type. Of who has not scored all, R@1 is over the rows that are there; gains and differences are over those that both sides have.",
    },
    {
      key: "ties",
      title: "Ties",
      value: tiesOf,
      render: (scorer) => formatCount(tiesOf(scorer)),
      kind: "number",
      hint: "Rows in which a negative has the same score as the true caption.",
    },
    {
      key: "tie_policy",
      title: "Tie policy",
      value: ({ results }) => results.ties.policy,
      isHidden: true,
    },
    {
      key: "without_scores",
      title: "Without scores",
      value: lossesOf,
      render: (scorer) => formatCount(lossesOf(scorer)),
      kind: "number",
      isHidden: !hasLosses,
    },
  ];
}

function share(value: number | undefined): string {
  return value === undefined ? "–" : formatShare(value);
}

function tiesOf({ results }: CrepeScorer): number {
  return results.cells.reduce((sum, { key, ties }) => sum + (key.by === "type" ? ties : 0), 0);
}

function lossesOf({ results }: CrepeScorer): number {
  return Object.values(results.losses).reduce((sum, count) => sum + count, 0);
}

function describeDetails(details: CrepeScorer["results"]["scorer"]["details"]): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join("\n");
}
