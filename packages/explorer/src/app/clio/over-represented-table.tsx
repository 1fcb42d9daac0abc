import type { PublishedCluster } from "@observatory/clio/release";
import { useMemo } from "react";
import { listOverRepresented, type DifferenceRow } from "../../shared/clio/highlights.ts";
import { formatCount, formatRatio, onlyHere, shorten } from "../../shared/format.ts";
import { ViewLink } from "../routing/view-link.tsx";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import { clusterColumns } from "./cluster-columns.tsx";
import { createIntervalColumns } from "./interval-column.tsx";
import styles from "./overview.module.css";

const columns: readonly DataColumn<DifferenceRow>[] = [
  ...clusterColumns,
  {
    key: "value",
    title: "Has more of",
    value: ({ value }) => value,
    render: ({ facet, title, index, value }) => (
      <ViewLink
        page="tree"
        change={{ facet, value: String(index), cluster: "" }}
        title="Colour the tree by this"
      >
        {title}: {shorten(value, 80)}
      </ViewLink>
    ),
  },
  { key: "facet", title: "Facet", value: ({ title }) => title, isHidden: true },
  {
    key: "conversations",
    title: "Count",
    isExtra: true,
    kind: "number",
    value: ({ conversations }) => conversations,
    render: ({ conversations }) => formatCount(conversations),
  },
  {
    key: "ratio",
    title: "Ratio",
    kind: "number",
    value: ({ ratio }) => ratio,
    render: ({ ratio }) => (ratio === null ? onlyHere : formatRatio(ratio)),
    hint: "How many times the share of all other conversations.",
  },
];

/** Which clusters have far more of a facet's value than the rest; nothing where the release has no facets. */
export function OverRepresentedTable({
  data,
  clusters,
}: {
  readonly data: ClioPageProps["data"];
  readonly clusters: readonly PublishedCluster[];
}) {
  const rows = useMemo(() => listOverRepresented(clusters, data.overlays), [clusters, data.overlays]);
  if (data.overlays === null) return null;
  const wrong = Math.round(100 * data.overlays.falseDiscoveryRate);
  return (
    <section className={styles["card"]} aria-label="What stands out where">
      <DataTable
        title={<h2>What stands out where</h2>}
        caption={`Values that are more frequent in a cluster than elsewhere, surest first. Only what chance does not explain: about ${wrong} in 100 of all such findings of this run are expected to be wrong.`}
        fileName="What stands out where"
        columns={[...columns, ...createIntervalColumns(rows)]}
        rows={rows}
        rowKey={({ cluster, facet, index }) => `${cluster.id}/${facet}/${index}`}
        initialRows={10}
        empty="No difference at this level is sure."
      />
    </section>
  );
}
