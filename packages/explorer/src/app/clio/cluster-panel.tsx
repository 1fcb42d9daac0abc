import type { PublishedCluster } from "@observatory/clio/release";
import { Fragment } from "react";
import { describeLevel, type ClusterIndex } from "../../shared/clio/cluster-index.ts";
import { toShareInterval } from "../../shared/clio/share-interval.ts";
import {
  formatCount,
  formatCountOf,
  formatGrowth,
  formatShare,
  formatShareInterval,
} from "../../shared/format.ts";
import { LongText } from "../ui/long-text.tsx";
import { StatList } from "../ui/stat-list.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import { ClusterBars } from "./cluster-bars.tsx";
import { ClusterLink } from "./cluster-link.tsx";
import styles from "./cluster-panel.module.css";
import { DifferencesTable } from "./differences-table.tsx";
import { FacetTables } from "./facet-tables.tsx";
import { SizeOverTime } from "./size-over-time.tsx";

export interface ClusterPanelProps extends ClioPageProps {
  readonly index: ClusterIndex;
  readonly cluster: PublishedCluster;
}

/** Everything that a release says about one cluster. */
export function ClusterPanel({ data, index, cluster, view, setView }: ClusterPanelProps) {
  const path = index.pathTo(cluster.id).slice(0, -1);
  const children = index.childrenOf(cluster.id);
  const neighbours = (data.map?.neighbours[cluster.id] ?? []).flatMap((id) => index.byId.get(id) ?? []);
  const withheld = cluster.withheld;
  return (
    <article className={styles["panel"]} aria-label="Cluster">
      <header className={styles["head"]}>
        <nav aria-label="Path" className={styles["path"]}>
          {path.map((each) => (
            <Fragment key={each.id}>
              <ClusterLink cluster={each} className={styles["crumb"]} />
              <span aria-hidden="true">/</span>
            </Fragment>
          ))}
          <span>{describeLevel(cluster.level, index.levels).replace(/s$/u, "")}</span>
        </nav>
        <h1 className={styles["name"]}>
          <LongText key={cluster.id} text={cluster.name} lines={3} />
        </h1>
        <div className={styles["description"]}>
          <LongText key={cluster.id} text={cluster.description} lines={5} />
        </div>
        <StatList stats={toStats(data, cluster)} />
      </header>

      <SizeOverTime data={data} cluster={cluster} />

      {children.length === 0 ? null : (
        <section>
          <ClusterBars
            title={<h2>Made of</h2>}
            fileName={`Children of ${cluster.name}`}
            clusters={children}
            whole={cluster.conversations}
            note={
              withheld === null || withheld.conversations === 0
                ? undefined
                : `${withheld.clusters === 0 ? "" : `${formatCountOf(withheld.clusters, "more cluster")} with `}${formatCountOf(withheld.conversations, "conversation")} are not shown here, because they are too small or have no name that may be shown.`
            }
            wholeName="of this cluster"
          />
        </section>
      )}

      <DifferencesTable data={data} cluster={cluster} />
      <FacetTables data={data} cluster={cluster} view={view} setView={setView} />

      {data.map === null ? null : (
        <section>
          <h2>Nearest by meaning</h2>
          {neighbours.length === 0 ? (
            <p className={styles["none"]}>No other cluster of this level is shown.</p>
          ) : (
            <ul className={styles["neighbours"]}>
              {neighbours.map((each) => (
                <li key={each.id}>
                  <ClusterLink cluster={each} className={styles["neighbour"]} />
                  <span className={styles["size"]}>{formatCount(each.conversations)}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </article>
  );
}

function toStats({ release, timeline }: ClioPageProps["data"], cluster: PublishedCluster) {
  const interval = toShareInterval(cluster.share, release.totals.accounts);
  const growth = timeline?.clusters[cluster.id]?.growth ?? null;
  const { rating } = cluster.audit;
  return [
    { title: "Conversations", text: formatCount(cluster.conversations) },
    {
      title: release.accountProtection ? "Accounts" : "Accounts (not known)",
      text: formatCount(cluster.accounts),
    },
    {
      title: "Share of all",
      text: formatShare(cluster.share),
      ...(interval === null
        ? {}
        : {
            detail: formatShareInterval(interval),
            hint: "95% interval by Wilson's method, with accounts as the independent units: how much the share could differ by chance alone.",
          }),
    },
    ...(growth === null
      ? []
      : [
          {
            title: "Growth",
            text: formatGrowth(growth.ratio),
            detail: `${formatGrowth(growth.interval[0])} to ${formatGrowth(growth.interval[1])}${growth.significant ? " ★" : ""}`,
            hint: "Change of the share of all conversations from the earlier half of the period to the later, with a 95% interval. A star marks a change that chance does not explain.",
          },
        ]),
    ...(rating === null
      ? []
      : [
          {
            title: "Audit",
            text: `${rating} of 5`,
            hint: "How well name and description protect people, as the auditor rated it: 1 points at a person, 5 at nobody.",
          },
        ]),
  ];
}
