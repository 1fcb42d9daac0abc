import type { ItemList as List, ItemSummary } from "../../shared/crepe/crepe-item.ts";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { toCountedScorers } from "../../shared/crepe/scorer-roles.ts";
import { formatCount, formatCountOf } from "../../shared/format.ts";
import { ViewLink } from "../routing/view-link.tsx";
import { useView } from "../routing/view-context.ts";
import styles from "./items.module.css";

/** One page of items; each a link, so that it opens in a new tab too. */
export function ItemList({
  list,
  overview,
  selected,
  page,
  pages,
  onPage,
}: {
  readonly list: List;
  readonly overview: CrepeOverview;
  readonly selected: string | null;
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}) {
  const { parameters } = useView();
  const counted = toCountedScorers(
    overview.report.scorers.map(({ results, stale }) => ({ scorer: results.scorer, stale })),
  );
  return (
    <nav className={styles["list"]} aria-label="Items">
      <p className={styles["total"]} role="status">
        {formatCountOf(list.total, "item")}
        <span className={styles["keysHint"]}>
          <kbd>j</kbd> next <kbd>k</kbd> previous
        </span>
      </p>
      <ul className={styles["rows"]}>
        {list.items.map((item) => (
          <li key={item.id} data-selected-item={item.id === selected || undefined}>
            <ViewLink
              page="items"
              change={{ ...parameters, item: item.id }}
              className={styles["row"]}
              isCurrent={item.id === selected}
            >
              <span className={styles["rowCaption"]}>{item.caption}</span>
              <span className={styles["rowFacts"]}>
                {item.types.join(", ")}
                {item.n === null ? "" : ` · n ${item.n}`}
                <Verdicts item={item} counted={counted} />
              </span>
            </ViewLink>
          </li>
        ))}
      </ul>
      {pages < 2 ? null : (
        <div className={styles["pager"]}>
          <button type="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            Earlier
          </button>
          <span>
            {formatCount(page)} of {formatCount(pages)}
          </span>
          <button type="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            Later
          </button>
        </div>
      )}
    </nav>
  );
}

function Verdicts({ item, counted }: { readonly item: ItemSummary; readonly counted: readonly string[] }) {
  const verdicts = counted.flatMap((scorer) => item.right[scorer] ?? []);
  if (verdicts.length === 0) return null;
  const right = verdicts.filter((verdict) => verdict).length;
  return (
    <span className={styles["right"]} title={`${right} of ${verdicts.length} scorers are right`}>
      {right}/{verdicts.length} right
    </span>
  );
}
