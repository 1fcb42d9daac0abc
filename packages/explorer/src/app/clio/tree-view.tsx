import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { findTyped, toTreeAction } from "../../shared/clio/tree-keys.ts";
import type { ClusterIndex } from "../../shared/clio/cluster-index.ts";
import type { TreeRow } from "../../shared/clio/tree-rows.ts";
import type { Overlay } from "../../shared/overlay-colours.ts";
import { TreeRowView } from "./tree-row-view.tsx";
import styles from "./tree.module.css";

export interface TreeViewProps {
  readonly rows: readonly TreeRow[];
  readonly index: ClusterIndex;
  readonly selected: string | null;
  readonly overlay: Overlay | null;
  readonly query: string;
  readonly rowHeight: number;
  readonly onSelect: (id: string) => void;
  readonly onToggle: (ids: readonly string[], open: boolean) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** Typed letters make one word while they follow each other within this time. */
const typingMs = 700;

/**
 * The tree with keyboard, of which only the rows in sight (and the active one) are in the page. The tree itself has the
 * focus and names its active row, since rows come and go.
 */
export function TreeView(props: TreeViewProps) {
  const { rows, index, selected, overlay, query, rowHeight, onSelect, onToggle, ref } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const [activeKey, setActiveKey] = useState<string | null>(selected);
  const found = rows.findIndex(({ key }) => key === activeKey);
  const active = found === -1 ? 0 : found;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (at) => rows[at]?.key ?? at,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return drawn.includes(active) || active >= range.count
        ? drawn
        : [...drawn, active].toSorted((a, b) => a - b);
    },
  });
  // One scale for what stands under each other at the top, also where a lone cluster is of a finer level.
  const largestRoot = Math.max(1, ...index.roots.map(({ conversations }) => conversations));
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  // What a link or another page selected comes into sight, once it is a row.
  const place = rows.findIndex(({ key }) => key === selected);
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    if (selected === null || place === -1 || shownFor.current === selected) return;
    const isFirst = shownFor.current === null;
    shownFor.current = selected;
    setActiveKey(selected);
    virtualizer.scrollToIndex(place, { align: isFirst ? "center" : "auto" });
  }, [selected, place, virtualizer]);

  // A new search begins at its first match.
  const firstMatch = rows.findIndex((row) => row.kind === "cluster" && row.isMatch);
  const searchedFor = useRef(query);
  useEffect(() => {
    if (searchedFor.current === query) return;
    searchedFor.current = query;
    if (query === "" || firstMatch === -1) return;
    setActiveKey(rows[firstMatch]?.key ?? null);
    virtualizer.scrollToIndex(Math.max(0, firstMatch - 2), { align: "start" });
  }, [query, firstMatch, rows, virtualizer]);

  const goTo = (at: number) => {
    setActiveKey(rows[at]?.key ?? null);
    virtualizer.scrollToIndex(at, { align: "auto" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const now = event.timeStamp;
    const isTyping = now - typed.current.at < typingMs && typed.current.text !== "";
    const isLetter = Array.from(event.key).length === 1 && event.key !== "*" && event.key !== "/";
    if (isLetter && (event.key !== " " || isTyping)) {
      typed.current = { text: isTyping ? typed.current.text + event.key : event.key, at: now };
      const at = findTyped(rows, active, typed.current.text);
      if (at !== null) goTo(at);
      event.preventDefault();
      return;
    }
    const action = toTreeAction(rows, active, event.key, index);
    if (action === null) return;
    event.preventDefault();
    if (action.kind === "go") goTo(action.to);
    else if (action.kind === "select") onSelect(action.id);
    else onToggle(action.ids, action.kind === "open");
  };

  return (
    <div ref={scroller} className={styles["scroller"]}>
      <div
        ref={ref}
        role="tree"
        aria-label="Clusters"
        tabIndex={0}
        aria-activedescendant={rows.length === 0 ? undefined : `${id}-${active}`}
        className={styles["tree"]}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <TreeRowView
              key={item.key}
              id={`${id}-${item.index}`}
              row={row}
              top={item.start}
              height={rowHeight}
              largest={
                row.kind !== "cluster"
                  ? 1
                  : row.depth === 0
                    ? largestRoot
                    : index.largestOf(row.cluster.level)
              }
              mark={row.kind === "cluster" ? overlay?.marks.get(row.key) : undefined}
              scale={overlay?.scale ?? null}
              isActive={item.index === active}
              isSelected={row.key === selected}
              query={query}
              onSelect={() => {
                setActiveKey(row.key);
                if (row.kind === "cluster") onSelect(row.key);
              }}
              onToggle={(open) => {
                setActiveKey(row.key);
                onToggle([row.key], open);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
