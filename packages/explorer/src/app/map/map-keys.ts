import type { MapEngine } from "./map-engine.ts";

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const step = 70;

/** Moves the map by a key; false for a key that means nothing here. */
export function toMapMove(event: Key, engine: MapEngine, onLeave: () => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const by = event.shiftKey ? 4 * step : step;
  switch (event.key) {
    case "ArrowLeft":
      engine.pan({ x: by, y: 0 });
      return true;
    case "ArrowRight":
      engine.pan({ x: -by, y: 0 });
      return true;
    case "ArrowUp":
      engine.pan({ x: 0, y: by });
      return true;
    case "ArrowDown":
      engine.pan({ x: 0, y: -by });
      return true;
    case "Escape":
      onLeave();
      return true;
    default:
      return zoomByKey(event.key, engine);
  }
}

/** `+`, `-` and `0`, which mean the same on the map and on the list of its clusters. */
export function zoomByKey(key: string, engine: MapEngine): boolean {
  if (key === "+" || key === "=") engine.zoom(1.5, undefined, { isGradual: true });
  else if (key === "-" || key === "_") engine.zoom(1 / 1.5, undefined, { isGradual: true });
  else if (key === "0") engine.fit();
  else return false;
  return true;
}
