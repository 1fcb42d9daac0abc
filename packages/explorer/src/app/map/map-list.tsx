import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { formatCount, formatCountOf, shorten } from "../../shared/format.ts";
import type { Camera } from "../../shared/map/camera.ts";
import { listInSight, type InSight } from "../../shared/map/list-in-sight.ts";
import type { MapLayout } from "../../shared/map/lay-out-map.ts";
import type { MapScene } from "../../shared/map/map-scene.ts";
import { nextInDirection, type Direction } from "../../shared/map/next-in-direction.ts";
import type { Overlay } from "../../shared/overlay-colours.ts";
import type { MapEngine } from "./map-engine.ts";
import { zoomByKey } from "./map-keys.ts";
import styles from "./map.module.css";

export interface MapListProps {
  readonly layout: MapLayout;
  readonly overlay: Overlay | null;
  readonly scene: MapScene | null;
  readonly engine: MapEngine | null;
  /** Where the camera rests. */
  readonly camera: Camera | null;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string | null) => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/**
 * The clusters in sight as a list that the keyboard walks over in the plane: an arrow goes to the next cluster that lies
 * that way, Enter selects it. Seen only while it has the focus.
 */
export function MapList({ overlay, scene, engine, camera, selectedId, onSelect }: MapListProps) {
  const id = useId();
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const items = useMemo(
    () => (scene === null || camera === null ? [] : listInSight(scene, camera)),
    [scene, camera],
  );
  const active = items.find(({ item }) => item.id === activeId) ?? items[0];
  const go = (to: InSight | undefined) => {
    setActiveId(to?.item.id ?? null);
    engine?.setPointer({ active: to?.item ?? null });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || engine === null) return;
    const direction = directions[event.key];
    if (direction !== undefined && active !== undefined) {
      const next = nextInDirection(items, active, direction);
      if (next === null) engine.pan(toPan(direction));
      else go(next);
    } else if (event.key === "Home") go(items[0]);
    else if (event.key === "End") go(items.at(-1));
    else if ((event.key === "Enter" || event.key === " ") && active !== undefined) onSelect(active.item.id);
    else if (event.key === "Escape") onSelect(null);
    else if (!zoomByKey(event.key, engine)) return;
    event.preventDefault();
  };
  return (
    <div className={styles["list"]} data-seen={hasFocus || undefined}>
      <div
        className={styles["listBox"]}
        role="listbox"
        tabIndex={0}
        aria-label={`Clusters in sight: ${formatCount(items.length)}`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.item.id}`}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setHasFocus(true);
          go(active);
        }}
        onBlur={() => {
          setHasFocus(false);
          engine?.setPointer({ active: null });
        }}
      >
        {items.map(({ item }) => (
          <div
            key={item.id}
            id={`${id}-${item.id}`}
            role="option"
            aria-selected={item.id === selectedId}
            className={styles["option"]}
            data-active={item.id === active?.item.id || undefined}
            dir="auto"
          >
            {shorten(item.name, 160)}, {formatCountOf(item.conversations, "conversation")}
            {overlay === null ? "" : `, ${overlay.marks.get(item.id)?.text ?? "not shown"}`}
          </div>
        ))}
      </div>
    </div>
  );
}

function toPan(direction: Direction) {
  const by = 160;
  if (direction === "left") return { x: by, y: 0 };
  if (direction === "right") return { x: -by, y: 0 };
  return { x: 0, y: direction === "up" ? by : -by };
}
