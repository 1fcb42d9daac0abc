import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { falsityTexts } from "../../shared/crepe/describe-edit.ts";
import { formatCount, formatShare } from "../../shared/format.ts";
import { ViewLink } from "../routing/view-link.tsx";
import styles from "./crepe.module.css";

const kinds = ["contradicted", "absent", "unknown"] as const;

/** How surely the negatives are false. */
export function FalsityShares({ overview: { record } }: { readonly overview: CrepeOverview }) {
  const all = kinds.reduce((sum, kind) => sum + (record.counts[kind] ?? 0), 0);
  if (all === 0) return null;
  const shares = kinds
    .map((kind) => ({ kind, count: record.counts[kind] ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <section>
      <h2>How surely negatives are false</h2>
      <div className={styles["stack"]} aria-hidden="true">
        {shares.map(({ kind, count }) => (
          <span key={kind} data-falsity={kind} style={{ flex: count }} />
        ))}
      </div>
      <dl className={styles["shares"]}>
        {shares.map(({ kind, count }) => (
          <div key={kind}>
            <dt>
              <span className={styles["swatch"]} data-falsity={kind} />
              <ViewLink page="items" change={{ falsity: kind }}>
                {kind}
              </ViewLink>
              <span>
                {formatCount(count)} · {formatShare(count / all)}
              </span>
            </dt>
            <dd>{falsityTexts[kind]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
