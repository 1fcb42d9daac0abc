import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { formatCountOf } from "../../shared/format.ts";
import styles from "./crepe.module.css";

/** What to know before scores are compared, results that could not be used, and those for other items. Nothing where all is well. */
export function ResultsWarnings({ overview: { report } }: { readonly overview: CrepeOverview }) {
  const { warnings, scorers, notes } = report;
  const told = notes.filter(({ code }) => code !== "stale");
  const stale = scorers.filter((scorer) => scorer.stale);
  if (warnings.length === 0 && notes.length === 0) return null;
  return (
    <div className={styles["warning"]} role="note">
      {told.map(({ code, text }) => (
        <p key={code} dir="auto">
          {text}
        </p>
      ))}
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
