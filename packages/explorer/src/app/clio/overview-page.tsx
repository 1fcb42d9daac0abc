import { useMemo } from "react";
import { createClusterIndex, describeLevel } from "../../shared/clio/cluster-index.ts";
import {
  describeMaking,
  describeProtection,
  describeWithheld,
  toPeriod,
  type ReleaseFact,
} from "../../shared/clio/describe-release.ts";
import { formatCount, formatPeriod, formatShare } from "../../shared/format.ts";
import { EmptyState } from "../shell/states.tsx";
import { Explained } from "../ui/explained.tsx";
import { AlertIcon } from "../ui/icons.tsx";
import { Select } from "../ui/select.tsx";
import { StatList } from "../ui/stat-list.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import { ClusterBars } from "./cluster-bars.tsx";
import { GrowthLists } from "./growth-lists.tsx";
import { OverRepresentedTable } from "./over-represented-table.tsx";
import styles from "./overview.module.css";

/** What was analysed, by what, and what stands out. */
export function OverviewPage({ data, view, setView }: ClioPageProps) {
  const { release, clusters } = data;
  const index = useMemo(() => createClusterIndex(clusters), [clusters]);
  const level =
    index.levels.find((each) => String(each) === view.parameters["level"]) ?? index.levels.at(-1) ?? 0;
  const largest = useMemo(
    () => index.ofLevel(level).toSorted((a, b) => b.conversations - a.conversations),
    [index, level],
  );
  const total = release.totals.conversations;
  const missing = [
    ...(data.overlays === null ? ["no counts by language and other facets"] : []),
    ...(data.timeline === null ? ["nothing over time"] : []),
  ];
  return (
    <div className={styles["page"]}>
      <header className={styles["head"]}>
        <h1>What people do</h1>
        <StatList stats={toStats(data, index.ofLevel(0).length)} />
      </header>
      {release.accountProtection ? null : (
        <div className={styles["warning"]} role="note">
          <AlertIcon />
          <p>
            <strong>No account protection.</strong> Some conversations came without an account, so each of
            them counts as its own. One person with many conversations can then form a cluster alone.
          </p>
        </div>
      )}
      <div className={styles["columns"]}>
        <section className={styles["card"]} aria-label="Top use cases">
          {largest.length === 0 ? (
            <EmptyState title="No cluster may be shown">
              Every group was too small, or had no name that may be shown.
            </EmptyState>
          ) : (
            <ClusterBars
              title={
                <div className={styles["barsHead"]}>
                  <h2>Top use cases</h2>
                  {index.levels.length < 2 ? null : (
                    <Select
                      label="Level"
                      isLabelHidden
                      value={String(level)}
                      options={index.levels.map((each) => ({
                        value: String(each),
                        text: describeLevel(each, index.levels),
                      }))}
                      onChange={(value) => setView({ level: value })}
                    />
                  )}
                </div>
              }
              fileName="Top use cases"
              clusters={largest}
              whole={total}
              wholeName="of all conversations"
              initialRows={15}
            />
          )}
        </section>
        <div className={styles["side"]}>
          <Facts title="How it was made" facts={describeMaking(release)} />
          <Facts title="What protects people" facts={describeProtection(release)} />
          <Withheld data={data} />
        </div>
      </div>
      {missing.length === 0 || release.epsilon !== null ? null : (
        <p className={styles["missing"]} role="note">
          This release has {missing.join(" and ")}. It was made before there were any, or its files were left
          out: <code>observatory clio run</code> with the same <code>--out</code> makes the release anew.
        </p>
      )}
      <GrowthLists data={data} clusters={index.ofLevel(level)} />
      <OverRepresentedTable data={data} clusters={index.ofLevel(level)} />
    </div>
  );
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly ReleaseFact[] }) {
  return (
    <section className={styles["card"]}>
      <h2>{title}</h2>
      <dl className={styles["facts"]}>
        {facts.map((fact) => (
          <div key={fact.title}>
            <dt>
              {fact.hint === undefined ? fact.title : <Explained text={fact.hint}>{fact.title}</Explained>}
            </dt>
            <dd dir="auto">{fact.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Withheld({ data: { release, overlays, timeline } }: Pick<ClioPageProps, "data">) {
  const rows = describeWithheld(release);
  const { topClusters } = release.withheld;
  const cells = [overlays, timeline].reduce(
    (sum, file) => sum + (file === null ? 0 : file.withheld.belowThreshold + file.withheld.complementary),
    0,
  );
  return (
    <section className={styles["card"]}>
      <h2>What is not shown</h2>
      <dl className={styles["facts"]}>
        {rows.length === 0 ? (
          <div>
            <dt>Clusters</dt>
            <dd>none: every cluster may be shown</dd>
          </div>
        ) : (
          rows.map(({ reason, clusters }) => (
            <div key={reason}>
              <dt>{reason}</dt>
              <dd>{clusters === 1 ? "1 cluster" : `${formatCount(clusters)} clusters`}</dd>
            </div>
          ))
        )}
        {topClusters.conversations === 0 ? null : (
          <div>
            <dt>Conversations under no shown cluster</dt>
            <dd>
              {formatCount(topClusters.conversations)} (
              {formatShare(topClusters.conversations / Math.max(1, release.totals.conversations))})
            </dd>
          </div>
        )}
        {cells === 0 ? null : (
          <div>
            <dt>
              <Explained text="Single counts, such as a cluster's conversations in one language or one week, that are too small, or that would let a reader work out one that is.">
                Counts in tables and over time
              </Explained>
            </dt>
            <dd>{formatCount(cells)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function toStats({ release, overlays, timeline, clusters }: ClioPageProps["data"], bases: number) {
  const period = toPeriod(timeline);
  const languages = overlays?.facets.find(({ name }) => name === "languages")?.values.length ?? 0;
  return [
    { title: "Conversations", text: formatCount(release.totals.conversations) },
    ...(release.accountProtection ? [{ title: "Accounts", text: formatCount(release.totals.accounts) }] : []),
    {
      title: "Base clusters",
      text: formatCount(bases),
      detail: clusters.levels === 1 ? "in 1 level" : `in ${clusters.levels} levels`,
      hint: "The finest groups of like conversations. They are joined into broader ones, level by level.",
    },
    ...(languages === 0 ? [] : [{ title: "Languages", text: formatCount(languages) }]),
    ...(period === null ? [] : [{ title: "Period", text: formatPeriod(period) }]),
  ];
}
