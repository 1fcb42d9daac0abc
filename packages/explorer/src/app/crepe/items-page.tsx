import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { filterNames, parseItemFilter } from "../../shared/crepe/item-filter.ts";
import { formatCount } from "../../shared/format.ts";
import { useBackend } from "../backend/backend-context.ts";
import { EmptyState, ErrorState, LoadingState } from "../shell/states.tsx";
import type { CrepePageProps } from "./crepe-page.ts";
import { ItemFilters } from "./item-filters.tsx";
import { ItemList } from "./item-list.tsx";
import { ItemPanel } from "./item-panel.tsx";
import styles from "./items.module.css";
import { useItemKeys } from "./use-item-keys.ts";

const pageSize = 50;

/** The items that the filter lets pass, and one of them in full. */
export function ItemsPage({ source, overview, view, setView }: CrepePageProps) {
  const { backend } = useBackend();
  const { parameters } = view;
  const filter = useMemo(() => parseItemFilter(parameters), [parameters]);
  const page = /^\d{1,7}$/u.test(parameters["page"] ?? "") ? Math.max(1, Number(parameters["page"])) : 1;
  const key = useMemo(() => JSON.stringify(filter), [filter]);
  const list = useQuery({
    queryKey: ["crepe-items", source.id, key, page],
    queryFn: ({ signal }) =>
      backend.listCrepeItems(source.id, filter, { offset: (page - 1) * pageSize, limit: pageSize, signal }),
    placeholderData: (before) => before,
  });
  const items = list.data?.items ?? [];
  const selected = parameters["item"] ?? items[0]?.id ?? null;
  const pages = Math.max(1, Math.ceil((list.data?.total ?? 0) / pageSize));
  const move = (by: 1 | -1): void => {
    const at = items.findIndex(({ id }) => id === selected);
    const next = items[at + by];
    if (next !== undefined) setView({ item: next.id });
    else if (by === 1 && page < pages) setView({ page: String(page + 1), item: "" });
    else if (by === -1 && page > 1) setView({ page: String(page - 1), item: "" });
  };
  useItemKeys(move);
  useEffect(() => {
    document.querySelector('[data-selected-item="true"]')?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const clear = (): void =>
    setView(Object.fromEntries([...filterNames, "page", "item"].map((name) => [name, ""])));
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div className={styles["page"]} data-has-item={parameters["item"] === undefined ? undefined : ""}>
      <div className={styles["side"]}>
        <ItemFilters
          overview={overview}
          filter={filter}
          onChange={(change) => setView({ ...change, page: "", item: "" })}
          onClear={clear}
        />
        {overview.sample === null ? null : (
          <p className={styles["sample"]}>
            This file holds {formatCount(overview.sample.items)} of {formatCount(overview.items)} items, drawn
            from all cells in turn.
          </p>
        )}
        {list.isPending ? (
          <LoadingState what="items" />
        ) : (
          <ItemList
            list={list.data}
            overview={overview}
            selected={selected}
            page={page}
            pages={pages}
            onPage={(next) => setView({ page: next === 1 ? "" : String(next), item: "" })}
          />
        )}
      </div>
      <div className={styles["main"]}>
        {selected === null ? (
          list.isPending ? null : (
            <EmptyState title="No item passes">Take away a filter to see more.</EmptyState>
          )
        ) : (
          <ItemPanel
            source={source}
            overview={overview}
            id={selected}
            onMove={move}
            onBack={() => setView({ item: "" })}
          />
        )}
      </div>
    </div>
  );
}
