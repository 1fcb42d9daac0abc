import type { ReleaseComparison, ReleaseDifference } from "@observatory/clio/release";
import { describeLevel } from "../../shared/clio/cluster-index.ts";
import { formatCountOf } from "../../shared/format.ts";
import type { Source } from "../../shared/source.ts";
import { toHash } from "../../shared/view-state.ts";
import type { ClioPageProps } from "../clio/clio-page.ts";
import { AlertIcon } from "../ui/icons.tsx";
import { Select } from "../ui/select.tsx";
import type { ComparedRun } from "./compare-page.tsx";
import styles from "./compare.module.css";

export interface CompareHeadProps extends Omit<ClioPageProps, "data"> {
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** What this run can be compared with. */
  readonly others: readonly Source[];
  readonly comparison: ReleaseComparison;
  readonly level: number | null;
}

/** Which two runs, which level, and what stands in the way of comparing them. */
export function CompareHead({ before, after, others, comparison, level, view, setView }: CompareHeadProps) {
  const levels = comparison.levels.map((each) => each.level);
  const swapped = toHash({
    source: after.source.id,
    page: view.page,
    parameters: { with: before.source.id, ...(level === null ? {} : { level: String(level) }) },
  });
  return (
    <header className={styles["head"]}>
      <h1>
        From <bdi>{before.source.title}</bdi> to <bdi>{after.source.title}</bdi>
      </h1>
      <p className={styles["quiet"]}>
        {formatCountOf(before.data.release.totals.conversations, "conversation")} before,{" "}
        {formatCountOf(after.data.release.totals.conversations, "conversation")} after. Sizes are compared as
        shares of all conversations.
      </p>
      <div className={styles["choices"]}>
        {others.length < 2 ? null : (
          <Select
            label="Compare with"
            value={after.source.id}
            options={others.map(({ id, title }) => ({ value: id, text: title }))}
            onChange={(id) => setView({ with: id })}
          />
        )}
        {level === null ? null : (
          <Select
            label="Level"
            value={String(level)}
            options={levels.map((each) => ({ value: String(each), text: describeLevel(each, levels) }))}
            onChange={(value) => setView({ level: value })}
          />
        )}
        <a href={swapped}>Swap before and after</a>
      </div>
      {comparison.differences.length === 0 ? null : <Differences differences={comparison.differences} />}
    </header>
  );
}

function Differences({ differences }: { readonly differences: readonly ReleaseDifference[] }) {
  return (
    <section className={styles["warning"]} aria-label="What makes the two hard to compare">
      <AlertIcon />
      <div>
        <strong>The two were not made alike, so not every difference is a change in use.</strong>
        <ul>
          {differences.map(({ setting, before, after, consequence }) => (
            <li key={setting}>
              {setting}: <bdi>{before}</bdi> before, <bdi>{after}</bdi> after. {consequence}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
