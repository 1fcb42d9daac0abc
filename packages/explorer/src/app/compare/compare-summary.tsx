import type { ReleaseComparison } from "@observatory/clio/release";
import { countKinds, type CompareKind, type CompareRow } from "../../shared/compare/compare-rows.ts";
import { formatCount, formatCountOf, formatShare } from "../../shared/format.ts";
import { StatList } from "../ui/stat-list.tsx";
import { kindTexts } from "./kind-mark.tsx";
import styles from "./compare.module.css";

export interface CompareSummaryProps {
  readonly rows: readonly CompareRow[];
  readonly comparison: ReleaseComparison;
  readonly level: number;
}

const order = [
  "grew",
  "shrank",
  "steady",
  "born",
  "gone",
  "split",
  "merged",
  "mixed",
] as const satisfies readonly CompareKind[];

/** How many clusters of a level did what, and how sure that is. */
export function CompareSummary({ rows, comparison, level }: CompareSummaryProps) {
  const counts = countKinds(rows);
  const byId = rows.filter(({ by }) => by === "id").length;
  const matched = rows.filter(({ by }) => by !== null).length;
  const { clusters, borderSpread } = comparison.levels.find((each) => each.level === level) ?? {
    clusters: { before: 0, after: 0 },
    borderSpread: 0,
  };
  return (
    <section className={styles["card"]} aria-label="Summary">
      <StatList
        stats={order
          .filter((kind) => kind !== "mixed" || counts.mixed > 0)
          .map((kind) => ({
            title: kindTexts[kind].title,
            text: formatCount(counts[kind]),
            hint: kindTexts[kind].hint,
          }))}
      />
      <p className={styles["quiet"]}>
        {formatCountOf(clusters.before, "cluster")} before, {formatCount(clusters.after)} after.{" "}
        {formatCountOf(matched, "subject")} found in both: {formatCount(byId)} by id, the others by the words
        of their names and descriptions. Grew and shrank hold at a rate of false discoveries of{" "}
        {formatShare(comparison.falseDiscoveryRate)}.
        {borderSpread === null
          ? " Too few were found in both to see how far the borders of clusters moved: what grew or shrank may be that alone."
          : borderSpread > 0
            ? ` Moved borders alone change shares by a factor of up to ${Math.exp(2 * borderSpread).toFixed(2)}; the intervals hold that.`
            : ""}
      </p>
    </section>
  );
}
