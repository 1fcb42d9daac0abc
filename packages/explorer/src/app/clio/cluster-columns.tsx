import type { PublishedCluster } from "@observatory/clio/release";
import type { DataColumn } from "../ui/data-table.tsx";
import { ClusterLink } from "./cluster-link.tsx";
import styles from "./cluster-columns.module.css";

/** A cluster's name with the way to its page; in downloads its id too. */
export const clusterColumns: readonly DataColumn<{ readonly cluster: PublishedCluster }>[] = [
  { key: "id", title: "Id", value: ({ cluster }) => cluster.id, isHidden: true },
  {
    key: "cluster",
    title: "Cluster",
    value: ({ cluster }) => cluster.name,
    render: ({ cluster }) => (
      <div className={styles["name"]}>
        <ClusterLink cluster={cluster} />
      </div>
    ),
  },
];
