import { useCallback, useEffect, useMemo, useRef } from "react";
import { chooseOpenLevel, createTreeOrder, listTreeRows, treeSorts } from "../../shared/clio/tree-rows.ts";
import { createClusterIndex } from "../../shared/clio/cluster-index.ts";
import { searchClusters } from "../../shared/clio/search-clusters.ts";
import { createOverlay, growthFacet } from "../../shared/overlay-colours.ts";
import { parseViewState } from "../../shared/view-state.ts";
import { ViewLink } from "../routing/view-link.tsx";
import { EmptyState } from "../shell/states.tsx";
import { BackIcon } from "../ui/icons.tsx";
import { useAnnounce } from "../ui/live-region.tsx";
import { useMediaQuery } from "../ui/use-media-query.ts";
import type { ClioPageProps } from "./clio-page.ts";
import { ClusterPanel } from "./cluster-panel.tsx";
import { OverlayList } from "./overlay-list.tsx";
import { TreeToolbar } from "./tree-toolbar.tsx";
import { TreeView } from "./tree-view.tsx";
import styles from "./tree.module.css";
import { useOverlay } from "./use-overlay.ts";

/** The clusters from broad to fine, beside the page of the selected one. */
export function TreePage({ data, view, setView }: ClioPageProps) {
  const { parameters } = view;
  const index = useMemo(() => createClusterIndex(data.clusters), [data.clusters]);
  const overlay = useOverlay(data, view);
  const growth = useMemo(
    () => createOverlay(data, { facet: growthFacet, value: "", measure: "ratio" }),
    [data],
  );
  const isSmall = useMediaQuery("(max-width: 860px)");
  const tree = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);

  const selected = index.byId.get(parameters["cluster"] ?? "") ?? null;
  const query = parameters["query"] ?? "";
  const sort = treeSorts.find((each) => each === parameters["sort"]) ?? "size";
  const level = toLevel(parameters["level"], index.levels) ?? chooseOpenLevel(index);
  const toggled = parameters["open"] ?? "";
  const matches = useMemo(() => searchClusters(data.clusters.clusters, query), [data.clusters, query]);
  const rows = useMemo(() => {
    const turned = new Set(toIds(toggled));
    return listTreeRows(index, {
      isExpanded: (cluster) => cluster.level > level !== turned.has(cluster.id),
      compare: createTreeOrder(sort, { growth, overlay }),
      matches,
      withheld: data.release.withheld.topClusters,
    });
  }, [index, level, toggled, sort, growth, overlay, matches, data.release]);

  const announce = useAnnounce();
  useEffect(() => {
    if (matches !== null) announce(matches.size === 1 ? "1 match" : `${matches.size} matches`);
  }, [matches, announce]);
  const onToggle = (ids: readonly string[], open: boolean) => {
    const turned = new Set(toIds(parseViewState(location.hash).parameters["open"] ?? ""));
    for (const id of ids) {
      const isOpenByLevel = (index.byId.get(id)?.level ?? 0) > level;
      if (isOpenByLevel === open) turned.delete(id);
      else turned.add(id);
    }
    setView({ level: String(level), open: [...turned].join("~") });
  };
  // A selected cluster is always a row: what leads to it is opened when it comes from elsewhere.
  const path = useMemo(() => index.pathTo(selected?.id ?? "").slice(0, -1), [index, selected]);
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    if (selected === null || revealed.current === selected.id) return;
    revealed.current = selected.id;
    const turned = new Set(toIds(toggled));
    const closed = path.filter((each) => each.level > level === turned.has(each.id)).map(({ id }) => id);
    if (closed.length > 0) onToggle(closed, true);
  });
  const select = (id: string) => {
    revealed.current = id;
    setView({ cluster: id });
    if (detail.current !== null) detail.current.scrollTop = 0;
    if (isSmall) window.scrollTo(0, 0);
  };
  const isList = selected === null && parameters["list"] === "1" && overlay !== null;
  const isUnknown = selected === null && (parameters["cluster"] ?? "") !== "";
  const search = useCallback((text: string) => setView({ query: text }), [setView]);

  if (data.clusters.clusters.length === 0) {
    return (
      <EmptyState title="No cluster may be shown">
        Every group was too small, or had no name that may be shown. More conversations or other thresholds
        give a tree.
      </EmptyState>
    );
  }
  return (
    <div
      className={styles["page"]}
      data-selected={selected === null ? undefined : ""}
      data-list={isList || isUnknown || undefined}
    >
      <section className={styles["side"]} aria-label="Tree of clusters">
        <TreeToolbar
          data={data}
          view={view}
          setView={setView}
          index={index}
          sort={sort}
          overlayTitle={overlay?.title ?? null}
          hasGrowth={(growth?.marks.size ?? 0) > 0}
          openLevel={toggled === "" ? String(level) : ""}
          query={query}
          matches={matches?.size ?? null}
          onSearch={search}
          onEnterTree={() => tree.current?.focus()}
        />
        {rows.length === 0 ? (
          <div className={styles["nothing"]}>
            <p>
              Nothing matches “<bdi>{query}</bdi>”.
            </p>
            <button type="button" onClick={() => setView({ query: "" })}>
              Show all clusters
            </button>
          </div>
        ) : (
          <TreeView
            ref={tree}
            rows={rows}
            index={index}
            selected={selected?.id ?? null}
            overlay={overlay}
            query={query}
            rowHeight={isSmall ? 44 : 38}
            onSelect={select}
            onToggle={onToggle}
          />
        )}
      </section>
      <section ref={detail} className={styles["detail"]} aria-label="Selected cluster" tabIndex={-1}>
        {selected === null && !isList && !isUnknown ? null : (
          <ViewLink change={{ cluster: "", list: "" }} className={styles["back"]}>
            <BackIcon /> All clusters
          </ViewLink>
        )}
        {isUnknown ? (
          <EmptyState title="This cluster is not in the run">
            The link may be from another run, or from before the run was made again.
          </EmptyState>
        ) : selected === null ? (
          <OverlayList data={data} view={view} setView={setView} index={index} />
        ) : (
          <ClusterPanel data={data} view={view} setView={setView} index={index} cluster={selected} />
        )}
      </section>
    </div>
  );
}

function toLevel(text: string | undefined, levels: readonly number[]): number | null {
  return levels.find((level) => String(level) === text) ?? null;
}

// A part that names no cluster does nothing.
function toIds(text: string): readonly string[] {
  return text.split("~").filter((id) => id !== "");
}
