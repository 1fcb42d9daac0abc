import type { PublishedCluster } from "@observatory/clio/release";
import { formatCount, formatDay, formatPeriod } from "../../shared/format.ts";
import { ChartFrame } from "../ui/chart-frame.tsx";
import { LineChart } from "../ui/line-chart.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import styles from "./cluster-panel.module.css";

const unitNames = { day: "Day", week: "Week", month: "Month", year: "Year" } as const;

/** Conversations of a cluster in each bucket of time; nothing where the release has no times. */
export function SizeOverTime({
  data: { timeline },
  cluster,
}: {
  readonly data: ClioPageProps["data"];
  readonly cluster: PublishedCluster;
}) {
  const counts = timeline?.clusters[cluster.id]?.conversations;
  if (timeline === null || counts === undefined || timeline.buckets.length < 2) return null;
  const points = timeline.buckets.map((bucket, at) => ({
    label: formatDay(bucket.start).replace(/ \d{4}$/u, ""),
    title: formatPeriod(bucket),
    value: counts[at] ?? null,
    ...bucket,
  }));
  const hidden = points.filter(({ value }) => value === null).length;
  const { minConversations, minAccounts } = timeline.thresholds;
  const unit = unitNames[timeline.unit];
  if (hidden === points.length) {
    return (
      <section>
        <h2>Over time</h2>
        <p className={styles["none"]}>
          No {unit.toLowerCase()} may be shown: each has fewer than {minConversations} conversations or{" "}
          {minAccounts} accounts, or would give away one that has.
        </p>
      </section>
    );
  }
  return (
    <section>
      <ChartFrame
        title={<h2>Conversations per {unit.toLowerCase()}</h2>}
        fileName={`Over time ${cluster.name}`}
        note={
          hidden === 0
            ? undefined
            : `Hatched: not shown, which is not zero. A ${unit.toLowerCase()} is shown from ${minConversations} conversations and ${minAccounts} accounts on, and where it does not give away another.`
        }
        data={{
          rows: points,
          columns: [
            { key: "start", title: "From", value: ({ start }) => start },
            { key: "end", title: "Before", value: ({ end }) => end },
            { key: "conversations", title: "Conversations", value: ({ value }) => value },
          ],
        }}
      >
        <LineChart
          points={points}
          format={formatCount}
          label={`Conversations per ${unit.toLowerCase()} from ${points[0]?.title} to ${points.at(-1)?.title}; ${hidden} of ${points.length} not shown`}
        />
      </ChartFrame>
    </section>
  );
}
