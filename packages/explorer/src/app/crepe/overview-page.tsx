import { formatCount, formatShare } from "../../shared/format.ts";
import { StatList } from "../ui/stat-list.tsx";
import { AuditTable } from "./audit-table.tsx";
import { CellHeatTable } from "./cell-heat-table.tsx";
import type { CrepePageProps } from "./crepe-page.ts";
import styles from "./crepe.module.css";
import { FalsityShares } from "./falsity-shares.tsx";
import { LeftOutTable } from "./left-out-table.tsx";
import { SplitTable } from "./split-table.tsx";

const sets = {
  productivity: "productivity: does a score fall as captions say more?",
  systematicity: "systematicity: does a score fall on combinations that were never seen in training?",
  pairs: "pairs: two captions and two images, told apart only by how things combine",
  atoms: "atoms: is a single thing or attribute recognised alone?",
} as const;

/** What the benchmark holds, and how far it can be trusted. */
export function OverviewPage({ overview }: CrepePageProps) {
  const { record, items, images, report } = overview;
  return (
    <div className={styles["page"]}>
      <header className={styles["head"]}>
        <h1 dir="auto">{record.name}</h1>
        <p className={styles["lead"]}>
          {record.source === undefined
            ? "Released files, as they are. How far words alone go is told by the blind probes among the scores."
            : `${describeSource(record.source)} `}
          {record.set === undefined ? "" : `Set of ${sets[record.set]}`}
          {record.strict === true ? " Only negatives that the scene contradicts." : ""}
        </p>
        <StatList
          stats={[
            { title: "Items", text: formatCount(items) },
            { title: "Negatives", text: formatCount(record.counts["negatives"] ?? 0) },
            {
              title: "Images",
              text: images === 0 ? "none" : formatCount(images),
              hint: "Different files that items show. Items of one image are drawn together wherever an interval is made.",
            },
            ...(record.seed === undefined ? [] : [{ title: "Seed", text: String(record.seed) }]),
            { title: "Scorers", text: formatCount(report.scorers.length) },
          ]}
        />
      </header>
      <CellHeatTable overview={overview} />
      {record.source === undefined ? null : <AuditTable overview={overview} />}
      <LeftOutTable overview={overview} />
      <div className={styles["columns"]}>
        <FalsityShares overview={overview} />
        <SplitTable overview={overview} />
      </div>
      <p className={styles["fine"]}>
        Content {record.contentHash.slice(0, 16)}
        {record.version === undefined ? null : (
          <>
            , version <span dir="auto">{record.version}</span>
          </>
        )}
        {overview.sample === null
          ? ""
          : `. This file holds ${formatCount(overview.sample.items)} of ${formatCount(items)} items (${formatShare(overview.sample.items / Math.max(1, items))}), drawn from all cells in turn with seed ${overview.sample.seed}; all tables are over all items.`}
      </p>
    </div>
  );
}

function describeSource(source: string): string {
  return source === "world"
    ? "Drawn scenes, known completely."
    : `Scenes from ${source === "graphs" ? "scene graphs" : source}.`;
}
