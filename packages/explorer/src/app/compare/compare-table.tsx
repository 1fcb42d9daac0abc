import type { ComparedCluster, ReleaseComparison } from "@observatory/clio/release";
import type { CompareRow } from "../../shared/compare/compare-rows.ts";
import { formatRatio, formatRatioInterval, formatShare, shorten } from "../../shared/format.ts";
import { toHash } from "../../shared/view-state.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import { IntervalMark } from "../ui/interval-mark.tsx";
import { Significance } from "../ui/significance.tsx";
import type { ComparedRun } from "./compare-page.tsx";
import { KindMark } from "./kind-mark.tsx";
import styles from "./compare.module.css";

export interface CompareTableProps {
  readonly rows: readonly CompareRow[];
  readonly comparison: ReleaseComparison;
  readonly before: ComparedRun;
  readonly after: ComparedRun;
}

/** Every subject of a level in both runs, with links to its clusters. */
export function CompareTable({ rows, comparison, before, after }: CompareTableProps) {
  return (
    <section className={styles["card"]}>
      <DataTable
        title={<h2>All of the level</h2>}
        caption={`A match by words needs a similarity of ${comparison.leastSimilarity} or more.`}
        fileName={`Comparison of ${before.source.title} and ${after.source.title}`}
        columns={createColumns(before.source.id, after.source.id)}
        rows={rows}
        rowKey={({ key }) => key}
        initialRows={40}
        empty="No cluster at this level."
      />
    </section>
  );
}

function createColumns(beforeId: string, afterId: string): readonly DataColumn<CompareRow>[] {
  const names = (clusters: readonly ComparedCluster[]) => clusters.map(({ name }) => name).join("; ");
  const ids = (clusters: readonly ComparedCluster[]) => clusters.map(({ id }) => id).join(" ");
  return [
    {
      key: "change",
      title: "Change",
      value: ({ kind }) => kind,
      render: ({ kind }) => <KindMark kind={kind} />,
    },
    {
      key: "before",
      title: "Before",
      value: (row) => (row.before.length === 0 ? null : names(row.before)),
      render: (row) => <Links source={beforeId} clusters={row.before} />,
    },
    {
      key: "after",
      title: "After",
      value: (row) => (row.after.length === 0 ? null : names(row.after)),
      render: (row) => <Links source={afterId} clusters={row.after} />,
    },
    { key: "before_ids", title: "Ids before", value: (row) => ids(row.before), isHidden: true },
    { key: "after_ids", title: "Ids after", value: (row) => ids(row.after), isHidden: true },
    {
      key: "share_before",
      title: "Share before",
      kind: "number",
      value: ({ shareBefore }) => shareBefore,
      render: ({ shareBefore }) => (shareBefore === null ? "–" : formatShare(shareBefore)),
    },
    {
      key: "share_after",
      title: "Share after",
      kind: "number",
      value: ({ shareAfter }) => shareAfter,
      render: ({ shareAfter }) => (shareAfter === null ? "–" : formatShare(shareAfter)),
    },
    {
      key: "difference",
      title: "Points",
      kind: "number",
      hint: "Percentage points of all conversations.",
      value: ({ difference }) => difference,
      render: ({ difference }) => formatPoints(difference),
    },
    {
      key: "ratio",
      title: "Ratio",
      kind: "number",
      hint: "Share after to share before. A star: off 1 beyond chance, with all comparisons taken together.",
      value: ({ ratio }) => ratio,
      render: ({ ratio, significant }) => (
        <Significance isSignificant={significant}>{ratio === null ? "–" : formatRatio(ratio)}</Significance>
      ),
    },
    { key: "low", title: "Low end", value: ({ interval }) => interval?.[0] ?? null, isHidden: true },
    { key: "high", title: "High end", value: ({ interval }) => interval?.[1] ?? null, isHidden: true },
    { key: "p", title: "P-value", value: ({ pValue }) => pValue, isHidden: true },
    {
      key: "interval",
      title: "95% interval",
      kind: "drawing",
      isPageOnly: true,
      value: ({ interval }) => interval?.[0] ?? null,
      render: ({ ratio, interval, significant }) =>
        ratio === null || interval === null ? null : (
          <span title={formatRatioInterval(interval)}>
            <IntervalMark ratio={ratio} interval={interval} significant={significant} end={4} />
          </span>
        ),
    },
    {
      key: "by",
      title: "Matched by",
      value: ({ by }) => by,
      render: ({ by, similarity }) =>
        by === null ? "–" : by === "id" ? "id" : `words, ${(similarity ?? 0).toFixed(2)}`,
    },
    { key: "similarity", title: "Similarity", value: ({ similarity }) => similarity, isHidden: true },
  ];
}

function Links({
  source,
  clusters,
}: {
  readonly source: string;
  readonly clusters: readonly ComparedCluster[];
}) {
  if (clusters.length === 0) return "–";
  return (
    <ul className={styles["links"]}>
      {clusters.map(({ id, name }) => (
        <li key={id}>
          <a
            href={toHash({ source, page: "tree", parameters: { cluster: id } })}
            dir="auto"
            title={shorten(name, 400)}
          >
            {shorten(name, 160)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function formatPoints(difference: number): string {
  const points = 100 * difference;
  const text = Math.abs(points).toFixed(Math.abs(points) < 1 ? 2 : 1);
  return Number(text) === 0 ? "±0" : `${points > 0 ? "+" : "−"}${text}`;
}
