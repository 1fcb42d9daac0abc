import { Explained } from "./explained.tsx";
import styles from "./stat-list.module.css";

export interface Stat {
  readonly title: string;
  readonly text: string;
  /** Small, under the number: an interval. */
  readonly detail?: string;
  readonly hint?: string;
}

/** A few numbers side by side. */
export function StatList({ stats }: { readonly stats: readonly Stat[] }) {
  return (
    <dl className={styles["stats"]}>
      {stats.map(({ title, text, detail, hint }) => (
        <div key={title} className={styles["stat"]}>
          <dt>{hint === undefined ? title : <Explained text={hint}>{title}</Explained>}</dt>
          <dd>
            <span className={styles["number"]}>{text}</span>
            {detail === undefined ? null : <span className={styles["detail"]}>{detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
