import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { formatCountOf } from "../../shared/format.ts";
import styles from "./crepe.module.css";

/** Results that could not be used, and those for other items. Nothing where all is well. */
export function ResultsWarnings({ overview: { warnings, scorers } }: { readonly overview: CrepeOverview }) {
  const stale = scorers.filter((scorer) => scorer.stale);
  if (warnings.length === 0 && stale.length === 0) return null;
  return (
    <div className={styles["warning"]} role="note">
      {warnings.length === 0 ? null : (
        <>
          <strong>{formatCountOf(warnings.length, "file", "files")} of results could not be used.</strong>
          <ul>
            {warnings.slice(0, 10).map(({ file, reason }) => (
              <li key={file} dir="auto">
                {file}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {stale.length === 0 ? null : (
        <p>
          <strong>For other items than the present ones:</strong>{" "}
          <span dir="auto">{stale.map(({ results }) => results.scorer.id).join(", ")}</span>. Evaluate again
          to see them in charts and items.
        </p>
      )}
    </div>
  );
}
