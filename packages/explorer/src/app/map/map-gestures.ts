import type { Point } from "../../shared/map/outline-circles.ts";
import type { MapEngine } from "./map-engine.ts";

export interface MapGestures {
  /** The pointer is at a bubble (or at none), not dragging; null for the point when it has left. */
  readonly onHover: (index: number | null, point: Point | null) => void;
  readonly onSelect: (index: number | null) => void;
}

/** A press that moves less is a click. */
const clickPixels = 4;

/** Makes a canvas pan by drag, zoom by wheel, pinch and double click, and say what is pointed at. Returns how to stop. */
export function attachMapGestures(
  canvas: HTMLCanvasElement,
  engine: MapEngine,
  gestures: MapGestures,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const pressed = new Map<number, Point>();
  let isDrag = false;
  let start: Point = { x: 0, y: 0 };

  const toPoint = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  canvas.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      const point = toPoint(event);
      if (pressed.size === 0) {
        start = point;
        isDrag = false;
      } else {
        isDrag = true;
      }
      pressed.set(event.pointerId, point);
    },
    { signal },
  );

  canvas.addEventListener(
    "pointermove",
    (event) => {
      const point = toPoint(event);
      const before = pressed.get(event.pointerId);
      if (before === undefined) {
        if (pressed.size === 0) gestures.onHover(engine.findAt(point), point);
        return;
      }
      if (!isDrag && Math.hypot(point.x - start.x, point.y - start.y) < clickPixels) return;
      if (!isDrag) {
        isDrag = true;
        canvas.dataset["dragging"] = "";
        gestures.onHover(null, null);
      }
      const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1];
      pressed.set(event.pointerId, point);
      if (other === undefined) {
        engine.pan({ x: point.x - before.x, y: point.y - before.y });
        return;
      }
      const [was, is] = [middleOf(before, other), middleOf(point, other)];
      engine.pan({ x: is.x - was.x, y: is.y - was.y });
      engine.zoom(distance(point, other) / Math.max(1, distance(before, other)), is);
    },
    { signal },
  );

  const release = (event: PointerEvent) => {
    if (!pressed.delete(event.pointerId)) return;
    delete canvas.dataset["dragging"];
    if (event.type === "pointerup" && !isDrag) gestures.onSelect(engine.findAt(toPoint(event)));
  };
  canvas.addEventListener("pointerup", release, { signal });
  canvas.addEventListener("pointercancel", release, { signal });
  canvas.addEventListener("pointerleave", () => gestures.onHover(null, null), { signal });

  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      // Lines and pages as pixels; a pinch on a touchpad comes as a wheel with the control key and small steps.
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === 0 ? 1 : 400;
      const by = Math.max(-240, Math.min(240, event.deltaY * unit));
      engine.zoom(Math.exp(-by * (event.ctrlKey ? 0.01 : 0.0022)), toPoint(event));
    },
    { passive: false, signal },
  );

  canvas.addEventListener(
    "dblclick",
    (event) => {
      event.preventDefault();
      engine.zoom(event.shiftKey ? 0.5 : 2, toPoint(event), { isGradual: true });
    },
    { signal },
  );
  return () => stop.abort();
}

function middleOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
