import { useEffect, useEffectEvent, useId, useRef, useState, type CSSProperties } from "react";
import type { ViewChange } from "../../shared/view-state.ts";
import { parseCamera, toCameraParameters, type Camera } from "../../shared/map/camera.ts";
import type { MapLayout } from "../../shared/map/lay-out-map.ts";
import { toCameraOf, toVisible, type MapSelection } from "../../shared/map/map-selection.ts";
import type { Point } from "../../shared/map/outline-circles.ts";
import { formatCountOf } from "../../shared/format.ts";
import type { Overlay } from "../../shared/overlay-colours.ts";
import { useElementSize } from "../ui/use-element-size.ts";
import { createMapEngine, type MapEngine } from "./map-engine.ts";
import { attachMapGestures } from "./map-gestures.ts";
import { MapControls } from "./map-controls.tsx";
import { MapList } from "./map-list.tsx";
import { MapTooltip } from "./map-tooltip.tsx";
import { toMapMove } from "./map-keys.ts";
import { useMapScene } from "./use-map-scene.ts";
import styles from "./map.module.css";

export interface MapStageProps {
  readonly layout: MapLayout;
  readonly overlay: Overlay | null;
  readonly selection: MapSelection | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly onSelect: (id: string | null) => void;
  readonly setView: (change: ViewChange) => void;
  /** Some time after the camera came to rest. */
  readonly onCamera: (camera: Camera) => void;
}

/** How long the camera rests before the address and the list of what is in sight follow. */
const restMs = 180;

/** The canvas with everything on it: buttons, tooltip, and the same clusters as a list for the keyboard. */
export function MapStage(props: MapStageProps) {
  const { layout, overlay, selection, parameters, onSelect, setView, onCamera } = props;
  const [measured, size] = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const [hover, setHover] = useState<{ readonly index: number; readonly point: Point } | null>(null);
  const [rested, setRested] = useState<Camera | null>(null);
  const written = useRef<string | null>(null);
  const hint = useId();
  const scene = useMapScene({ layout, overlay, selection, size });
  const place = toPlace(parameters);

  const rest = useEffectEvent((camera: Camera) => {
    setRested(camera);
    onCamera(camera);
    if (scene === null) return;
    const change = toCameraParameters(camera, scene.frame);
    written.current = toPlace(change);
    if (written.current !== place) setView(change);
  });
  const click = useEffectEvent((index: number | null) => {
    onSelect(index === null ? null : (layout.bubbles[index]?.id ?? null));
  });

  useEffect(() => {
    if (canvas.current === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const made = createMapEngine(canvas.current, {
      onCamera: (camera) => {
        clearTimeout(timer);
        timer = setTimeout(() => rest(camera), restMs);
      },
    });
    const detach = attachMapGestures(canvas.current, made, {
      onHover: (index, point) => {
        made.setPointer({ hovered: index });
        setHover(index === null || point === null ? null : { index, point });
      },
      onSelect: (index) => click(index),
    });
    setEngine(made);
    return () => {
      clearTimeout(timer);
      detach();
      made.destroy();
      setEngine(null);
    };
  }, []);

  useEffect(() => {
    if (engine !== null && scene !== null) engine.setScene(scene);
  }, [engine, scene]);

  // An address that did not come from here: a link, the back button, a selection made on another page.
  const isReady = engine !== null && scene !== null;
  const followAddress = useEffectEvent(() => {
    if (engine === null || scene === null || place === written.current) return;
    const isFirst = written.current === null;
    written.current = place;
    const camera =
      place === toPlace({}) && isFirst && selection !== null
        ? toCameraOf(selection.item, layout, scene.frame)
        : parseCamera(parameters, scene.frame);
    engine.moveTo(camera, { isGradual: !isFirst });
  });
  useEffect(() => {
    if (isReady) followAddress();
  }, [isReady, place]);

  const showSelected = useEffectEvent(() => {
    const camera = engine?.camera;
    if (engine === null || scene === null || selection === null || camera === null || camera === undefined)
      return;
    const { item } = selection;
    const sight = toVisible(scene.frame, camera);
    const inSight =
      item.x > sight.left && item.x < sight.right && item.y > sight.top && item.y < sight.bottom;
    if (!inSight) engine.moveTo(toCameraOf(item, layout, scene.frame), { isGradual: true });
  });
  const selectedId = selection?.id;
  useEffect(() => {
    if (isReady && selectedId !== undefined) showSelected();
  }, [isReady, selectedId]);

  return (
    <div ref={measured} className={styles["stage"]} style={toShape(layout)}>
      <canvas
        ref={canvas}
        className={styles["canvas"]}
        role="application"
        aria-roledescription="map"
        aria-label={`Map of ${formatCountOf(layout.bubbles.length, "cluster")}`}
        aria-describedby={hint}
        tabIndex={0}
        onKeyDown={(event) => {
          if (engine !== null && toMapMove(event, engine, () => onSelect(null))) event.preventDefault();
        }}
      />
      <span id={hint} hidden>
        Arrow keys move the map, plus and minus zoom, 0 shows all of it. The list that follows goes from
        cluster to cluster.
      </span>
      <MapList
        layout={layout}
        overlay={overlay}
        scene={scene}
        engine={engine}
        camera={rested}
        selectedId={selectedId}
        onSelect={onSelect}
      />
      <MapControls engine={engine} />
      {hover === null || size === null ? null : (
        <MapTooltip bubble={layout.bubbles[hover.index]} point={hover.point} size={size} overlay={overlay} />
      )}
    </div>
  );
}

// On a narrow page the height follows from the map's own shape, so that no room is left empty.
function toShape({ bounds }: MapLayout): CSSProperties & Record<"--map-shape", number> {
  const across = Math.max(1e-6, bounds.right - bounds.left);
  return { "--map-shape": Math.round((1000 * (bounds.bottom - bounds.top)) / across) / 1000 };
}

function toPlace({ x = "", y = "", zoom = "" }: Readonly<Record<string, string | undefined>>): string {
  return `${x} ${y} ${zoom}`;
}
