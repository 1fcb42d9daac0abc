import type { PublishedCluster } from "@observatory/clio/release";
import { useMemo } from "react";
import { listDifferences, type FacetRow } from "../../shared/clio/facet-breakdown.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import { shareColumns } from "./share-columns.tsx";
import styles from "./cluster-panel.module.css";
import { createIntervalColumns } from "./interval-column.tsx";

const columns: readonly DataColumn<FacetRow>[] = [
  {
    key: "value",
    title: "Value",
    value: ({ value }) => value,
    render: ({ facet, value }) => (
      <>
        <span className={styles["facetName"]}>{facet}</span> {value}
      </>
    ),
  },
  { key: "facet", title: "Facet", value: ({ facet }) => facet, isHidden: true },
  {
    key: "conversations",
    title: "Conversations",
    value: ({ conversations }) => conversations,
    isHidden: true,
  },
  ...shareColumns,
];

/** What a cluster has more and less of than all other conversations, over all facets. */
export function DifferencesTable({
  data,
  cluster,
}: {
  readonly data: ClioPageProps["data"];
  readonly cluster: PublishedCluster;
}) {
  const rows = useMemo(() => listDifferences(cluster, data), [cluster, data]);
  if (data.overlays === null) return null;
  return (
    <section>
      <DataTable
        title={<h2>More and less than elsewhere</h2>}
        key={cluster.id}
        caption={
          <>
            What is sure first. <DiscoveryNote rate={data.overlays.falseDiscoveryRate} />
          </>
        }
        fileName={`Differences of ${cluster.name}`}
        columns={[...columns, ...createIntervalColumns(rows)]}
        rows={rows}
        rowKey={({ facet, index }) => `${facet}/${index}`}
        initialRows={10}
        isFirst={({ significant }) => significant}
        noneFirst="Nothing here differs from elsewhere by more than chance explains."
        empty="Nothing of this cluster may be compared: every count is too small to be shown."
      />
    </section>
  );
}

/** What a star says. */
export function DiscoveryNote({ rate }: { readonly rate: number }) {
  return (
    <>
      ★ marks what chance does not explain: of all stars in this run, about {Math.round(100 * rate)} in 100
      are expected to be wrong.
    </>
  );
}
