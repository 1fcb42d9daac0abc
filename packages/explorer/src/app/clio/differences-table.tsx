import type { PublishedCluster } from "@observatory/clio/release";
import { useMemo } from "react";
import { listDifferences, toStrength, type FacetRow } from "../../shared/clio/facet-breakdown.ts";
import { formatRatio, formatRatioInterval, formatShare } from "../../shared/format.ts";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import { IntervalMark } from "../ui/interval-mark.tsx";
import { Significance } from "../ui/significance.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import styles from "./cluster-panel.module.css";

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
  {
    key: "share",
    title: "Here",
    kind: "number",
    value: ({ share }) => share,
    render: ({ share }) => (share === null ? "–" : formatShare(share)),
    hint: "Share of this cluster's conversations.",
  },
  {
    key: "rest_share",
    title: "Elsewhere",
    kind: "number",
    value: ({ restShare }) => restShare,
    render: ({ restShare }) => (restShare === null ? "–" : formatShare(restShare)),
    hint: "Share of all other conversations.",
  },
  {
    key: "ratio",
    title: "Ratio",
    kind: "number",
    value: ({ ratio }) => ratio,
    render: ({ ratio, significant }) =>
      ratio === null ? "–" : <Significance isSignificant={significant}>{formatRatio(ratio)}</Significance>,
  },
  {
    key: "interval",
    title: "95% interval",
    kind: "drawing",
    isPageOnly: true,
    value: (row) => toStrength(row),
    render: ({ ratio, interval, significant }) =>
      ratio === null ? null : (
        <div title={interval === null ? undefined : formatRatioInterval(interval)}>
          <IntervalMark ratio={ratio} interval={interval} significant={significant} />
        </div>
      ),
  },
  { key: "low", title: "Low end", value: ({ interval }) => interval?.[0] ?? null, isHidden: true },
  { key: "high", title: "High end", value: ({ interval }) => interval?.[1] ?? null, isHidden: true },
  { key: "significant", title: "Significant", value: ({ significant }) => significant, isHidden: true },
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
      <h2>More and less than elsewhere</h2>
      <DataTable
        key={cluster.id}
        caption={<DiscoveryNote rate={data.overlays.falseDiscoveryRate} />}
        fileName={`Differences of ${cluster.name}`}
        columns={columns}
        rows={rows}
        rowKey={({ facet, index }) => `${facet}/${index}`}
        initialRows={8}
        empty="Nothing of this cluster may be compared: every count is too small to be shown."
      />
    </section>
  );
}

/** What a star says. */
export function DiscoveryNote({ rate }: { readonly rate: number }) {
  return (
    <>
      Surest first. ★ marks what chance does not explain: of all stars in this run, about{" "}
      {Math.round(100 * rate)} in 100 are expected to be wrong.
    </>
  );
}
