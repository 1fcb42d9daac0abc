import type { CrepeScorer } from "../../shared/crepe/crepe-overview.ts";
import styles from "./score-chart.module.css";

/** Which scorers the charts show, and what their colours mean. */
export function ScorerChooser({
  scorers,
  shown,
  most,
  onChange,
}: {
  readonly scorers: readonly CrepeScorer[];
  readonly shown: readonly string[];
  readonly most: number;
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const ids = scorers.filter(({ stale }) => !stale).map(({ results }) => results.scorer.id);
  return (
    <div>
      <ul className={styles["keys"]} aria-label="Scorers in the charts">
        {shown.map((id, place) => (
          <li key={id} className={styles["key"]} data-colour={place} dir="auto">
            {id}
          </li>
        ))}
        <li className={styles["key"]} data-colour="chance">
          chance
        </li>
        <li className={styles["key"]} data-colour="blind">
          best blind probe, 95 % interval
        </li>
      </ul>
      {ids.length < 2 ? null : (
        <details className={styles["chooser"]}>
          <summary>Choose scorers (up to {most})</summary>
          <div className={styles["choices"]}>
            {ids.map((id) => (
              <label key={id} dir="auto">
                <input
                  type="checkbox"
                  checked={shown.includes(id)}
                  disabled={!shown.includes(id) && shown.length >= most}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...shown, id] : shown.filter((other) => other !== id))
                  }
                />
                <span>{id}</span>
              </label>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
