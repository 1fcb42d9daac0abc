import type { OverlayFacet, PublishedCluster } from "@observatory/clio/release";
import { useMemo } from "react";
import { createFacetBreakdown, type FacetRow } from "../../shared/clio/facet-breakdown.ts";
import { formatCount, formatCountOf } from "../../shared/format.ts";
import { PairedBar } from "../ui/bar.tsx";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import { shareColumns } from "./share-columns.tsx";
import styles from "./cluster-panel.module.css";

/** How a cluster falls into the values of each facet, against the rest. */
export function FacetTables({
  data,
  cluster,
  setView,
}: ClioPageProps & { readonly cluster: PublishedCluster }) {
  const facets = data.overlays?.facets ?? [];
  return facets.map((facet) => (
    <FacetTable
      key={`${cluster.id}/${facet.name}`}
      facet={facet}
      cluster={cluster}
      onColour={() => setView({ facet: facet.name, value: "" })}
    />
  ));
}

function FacetTable({
  facet,
  cluster,
  onColour,
}: {
  readonly facet: OverlayFacet;
  readonly cluster: PublishedCluster;
  readonly onColour: () => void;
}) {
  const { rows, hidden } = useMemo(() => createFacetBreakdown(cluster, facet), [cluster, facet]);
  const columns = useMemo(() => createColumns(rows), [rows]);
  const shown = rows.filter(({ conversations }) => conversations !== null);
  return (
    <section>
      <DataTable
        title={<h2 dir="auto">{facet.title}</h2>}
        caption={
          <span className={styles["keys"]}>
            <span className={styles["keyHere"]} /> here <span className={styles["keyRest"]} /> elsewhere
            {facet.kind === "several" ? <span> · a conversation may have several</span> : null}
            <button type="button" className={styles["colour"]} onClick={onColour}>
              Colour the tree by this
            </button>
          </span>
        }
        fileName={`${facet.title} in ${cluster.name}`}
        columns={columns}
        rows={shown}
        rowKey={({ index }) => String(index)}
        initialRows={8}
        empty="No value of this facet may be shown for this cluster."
      />
      {hidden === 0 || shown.length === 0 ? null : (
        <p className={styles["none"]}>
          {formatCountOf(hidden, "value")} not shown here: too few conversations, or none.
        </p>
      )}
    </section>
  );
}

function createColumns(rows: readonly FacetRow[]): readonly DataColumn<FacetRow>[] {
  const top = Math.max(0.01, ...rows.map(({ share, restShare }) => Math.max(share ?? 0, restShare ?? 0)));
  return [
    { key: "value", title: "Value", value: ({ value }) => value },
    {
      key: "bars",
      isExtra: true,
      title: "Share",
      kind: "drawing",
      isPageOnly: true,
      value: ({ share }) => share,
      render: ({ share, restShare }) => (
        <PairedBar part={(share ?? 0) / top} rest={restShare === null ? null : restShare / top} />
      ),
    },
    {
      key: "conversations",
      title: "Count",
      isExtra: true,
      kind: "number",
      value: ({ conversations }) => conversations,
      render: ({ conversations }) => (conversations === null ? "–" : formatCount(conversations)),
    },
    ...shareColumns,
  ];
}
