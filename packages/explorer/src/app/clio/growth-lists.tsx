import type { PublishedCluster } from "@observatory/clio/release";
import { useMemo } from "react";
import { listGrowth, type GrowthRow } from "../../shared/clio/highlights.ts";
import { formatCount, formatGrowth, formatPeriod } from "../../shared/format.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import { Sparkline } from "../ui/sparkline.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import { clusterColumns } from "./cluster-columns.tsx";
import styles from "./overview.module.css";

/** What grew most and what declined most; nothing where the release has no two periods to compare. */
export function GrowthLists({
  data,
  clusters,
}: {
  readonly data: ClioPageProps["data"];
  readonly clusters: readonly PublishedCluster[];
}) {
  const { timeline } = data;
  const { growing, declining } = useMemo(() => listGrowth(clusters, timeline), [clusters, timeline]);
  const columns = useMemo(() => createColumns(timeline), [timeline]);
  if (timeline === null || timeline.periods === null) return null;
  const { earlier, later } = timeline.periods;
  const note = `${formatPeriod(later)} against ${formatPeriod(earlier)}. Only changes that chance does not explain; surest first.`;
  return (
    <div className={styles["pair"]}>
      {[
        { title: "Growing", rows: growing },
        { title: "Declining", rows: declining },
      ].map(({ title, rows }) => (
        <section key={title} className={styles["card"]} aria-label={title}>
          <DataTable
            title={<h2>{title}</h2>}
            caption={note}
            fileName={title}
            columns={columns}
            rows={rows}
            rowKey={({ cluster }) => cluster.id}
            initialRows={6}
            empty="No change at this level is sure."
          />
        </section>
      ))}
    </div>
  );
}

function createColumns(timeline: ClioPageProps["data"]["timeline"]): readonly DataColumn<GrowthRow>[] {
  return [
    ...clusterColumns,
    {
      key: "line",
      title: "Over time",
      isExtra: true,
      isPageOnly: true,
      value: ({ growth }) => growth.ratio,
      render: ({ cluster }) => <Sparkline values={timeline?.clusters[cluster.id]?.conversations ?? []} />,
    },
    {
      key: "conversations",
      title: "Size",
      kind: "number",
      value: ({ cluster }) => cluster.conversations,
      render: ({ cluster }) => formatCount(cluster.conversations),
    },
    {
      key: "growth",
      title: "Change",
      kind: "number",
      value: ({ growth }) => growth.ratio,
      render: ({ growth }) => (
        <span title={`95% interval: ${growth.interval.map(formatGrowth).join(" to ")}`}>
          {formatGrowth(growth.ratio)}
        </span>
      ),
      hint: "Of the share of all conversations, so growth of everything together does not count.",
    },
    { key: "low", title: "Low end", value: ({ growth }) => growth.interval[0], isHidden: true },
    { key: "high", title: "High end", value: ({ growth }) => growth.interval[1], isHidden: true },
  ];
}
