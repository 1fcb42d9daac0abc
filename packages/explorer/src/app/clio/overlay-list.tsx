import { useMemo } from "react";
import { describeLevel, type ClusterIndex } from "../../shared/clio/cluster-index.ts";
import { listClustersOf, type DifferenceRow } from "../../shared/clio/highlights.ts";
import { formatCount, formatGrowth, formatRatio, onlyHere } from "../../shared/format.ts";
import { growthFacet, meanValue, readOverlayChoice } from "../../shared/overlay-colours.ts";
import { EmptyState } from "../shell/states.tsx";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import { Significance } from "../ui/significance.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import { clusterColumns } from "./cluster-columns.tsx";
import { DiscoveryNote } from "./differences-table.tsx";
import { createIntervalColumns } from "./interval-column.tsx";
import styles from "./cluster-panel.module.css";

/** Where no cluster is selected: the clusters in which the overlay's value stands out most. */
export function OverlayList({ data, view, index }: ClioPageProps & { readonly index: ClusterIndex }) {
  const choice = readOverlayChoice(data, view.parameters);
  const rows = useMemo(() => listRows(data, index, choice), [data, index, choice?.facet, choice?.value]);
  if (choice === null || choice.value === meanValue) {
    return (
      <EmptyState title="Select a cluster">
        Its size, parts, neighbours and differences appear here. With “Colour by” you see where a language, a
        kind of use or growth stands out.
      </EmptyState>
    );
  }
  const isGrowth = choice.facet === growthFacet;
  const facet = data.overlays?.facets.find(({ name }) => name === choice.facet);
  const title = isGrowth
    ? "Clusters by growth"
    : `Clusters by ${facet?.title}: ${facet?.values[Number(choice.value)]?.value ?? ""}`;
  const rate = (isGrowth ? data.timeline : data.overlays)?.falseDiscoveryRate;
  return (
    <div className={styles["panel"]}>
      <section>
        <DataTable
          title={<h1 dir="auto">{title}</h1>}
          caption={rate === undefined ? null : <DiscoveryNote rate={rate} />}
          fileName={title}
          columns={createColumns(index, rows, isGrowth)}
          rows={rows}
          rowKey={({ cluster }) => cluster.id}
          empty="No cluster shows enough of this to be compared."
        />
      </section>
    </div>
  );
}

function listRows(
  data: ClioPageProps["data"],
  index: ClusterIndex,
  choice: ReturnType<typeof readOverlayChoice>,
): readonly DifferenceRow[] {
  if (choice === null || choice.value === meanValue) return [];
  if (choice.facet !== growthFacet) {
    return listClustersOf(index, data.overlays, { facet: choice.facet, value: Number(choice.value) });
  }
  return data.clusters.clusters
    .flatMap((cluster) => {
      const growth = data.timeline?.clusters[cluster.id]?.growth ?? null;
      if (growth === null) return [];
      const { conversations } = cluster;
      return [
        { cluster, facet: growthFacet, title: "Growth", index: 0, value: "", conversations, ...growth },
      ];
    })
    .toSorted((a, b) => b.ratio - a.ratio);
}

function createColumns(
  index: ClusterIndex,
  rows: readonly DifferenceRow[],
  isGrowth: boolean,
): readonly DataColumn<DifferenceRow>[] {
  return [
    ...clusterColumns,
    {
      key: "level",
      title: "Level",
      isExtra: true,
      value: ({ cluster }) => describeLevel(cluster.level, index.levels).replace(/ clusters$/u, ""),
    },
    {
      key: "conversations",
      title: "Count",
      kind: "number",
      value: ({ conversations }) => conversations,
      render: ({ conversations }) => formatCount(conversations),
    },
    {
      key: "ratio",
      title: isGrowth ? "Growth" : "Ratio",
      kind: "number",
      value: ({ ratio }) => ratio,
      render: ({ ratio, significant }) => (
        <Significance isSignificant={significant}>
          {ratio === null ? onlyHere : isGrowth ? formatGrowth(ratio) : formatRatio(ratio)}
        </Significance>
      ),
      hint: isGrowth
        ? "Change of the share of all conversations, from the earlier half of the period to the later."
        : "How many times the share of all other conversations.",
    },
    ...createIntervalColumns(rows),
  ];
}
