import type { PublishedCluster } from "@observatory/clio/release";
import { useState, type ReactNode } from "react";
import { formatCount, formatShare } from "../../shared/format.ts";
import { BarList } from "../ui/bar-list.tsx";
import { ClusterLink } from "./cluster-link.tsx";
import styles from "./cluster-panel.module.css";

/** Clusters as bars with their names as links; the first twelve until one asks for all. */
export function ClusterBars({
  title,
  fileName,
  clusters,
  whole,
  wholeName,
  note,
  initialRows = 12,
}: {
  readonly title: ReactNode;
  readonly fileName: string;
  /** In the order in which they are drawn. */
  readonly clusters: readonly PublishedCluster[];
  /** Conversations that shares are of. */
  readonly whole: number;
  readonly wholeName: string;
  readonly note?: string | undefined;
  readonly initialRows?: number;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const largest = Math.max(1, ...clusters.map(({ conversations }) => conversations));
  const shareOf = ({ conversations }: PublishedCluster) => (whole === 0 ? 0 : conversations / whole);
  // Long lists are cut where little is gained by the cut's last rows.
  const shown = isWhole || clusters.length <= initialRows + 3 ? clusters : clusters.slice(0, initialRows);
  return (
    <>
      <BarList
        title={title}
        fileName={fileName}
        note={note}
        rows={shown.map((cluster) => ({
          key: cluster.id,
          name: cluster.name,
          label: <ClusterLink cluster={cluster} />,
          part: cluster.conversations / largest,
          text: formatCount(cluster.conversations),
          detail: formatShare(shareOf(cluster)),
        }))}
        data={{
          rows: clusters,
          columns: [
            { key: "id", title: "Id", value: ({ id }) => id },
            { key: "name", title: "Name", value: ({ name }) => name },
            { key: "description", title: "Description", value: ({ description }) => description },
            { key: "conversations", title: "Conversations", value: ({ conversations }) => conversations },
            { key: "accounts", title: "Accounts", value: ({ accounts }) => accounts },
            { key: "share", title: `Share ${wholeName}`, value: shareOf },
          ],
        }}
      />
      {shown.length === clusters.length && !isWhole ? null : (
        <button type="button" className={styles["more"]} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? `Show the largest ${initialRows}` : `Show all ${formatCount(clusters.length)}`}
        </button>
      )}
    </>
  );
}
