import type { Rectangle } from "./circle-grid.ts";
import type { Point } from "./outline-circles.ts";

/** Where one looks: the point of the map in the middle of the frame, and how much larger it is than when all fits. */
export interface Camera extends Point {
  /** 1: the whole map fits. */
  readonly zoom: number;
}

/** What the map is drawn in. */
export interface Frame {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the map, in its own units. */
  readonly bounds: Rectangle;
  readonly mostZoom: number;
}

const leastZoom = 0.5;
const mostMargin = 28;

/** CSS pixels a unit of the map where all of it fits. */
export function toFitScale({ width, height, bounds }: Frame): number {
  const across = Math.max(1e-6, bounds.right - bounds.left);
  const down = Math.max(1e-6, bounds.bottom - bounds.top);
  // On a phone every pixel counts.
  const room = (pixels: number) => Math.max(40, pixels - 2 * Math.min(mostMargin, 0.05 * pixels));
  return Math.min(room(width) / across, room(height) / down);
}

/** CSS pixels a unit of the map. */
export function toScale(frame: Frame, { zoom }: Camera): number {
  return toFitScale(frame) * zoom;
}

/**
 * What a circle's radius in units of the map is multiplied with to get pixels. Grows slower than the map, so that
 * zooming in makes room for labels.
 */
export function toRadiusScale(frame: Frame, { zoom }: Camera): number {
  return toFitScale(frame) * zoom ** 0.7;
}

export function toScreen({ x, y }: Point, frame: Frame, camera: Camera): Point {
  const scale = toScale(frame, camera);
  return { x: frame.width / 2 + (x - camera.x) * scale, y: frame.height / 2 + (y - camera.y) * scale };
}

export function toMap({ x, y }: Point, frame: Frame, camera: Camera): Point {
  const scale = toScale(frame, camera);
  return { x: camera.x + (x - frame.width / 2) / scale, y: camera.y + (y - frame.height / 2) / scale };
}

/** The camera that sees everything. */
export function fitCamera({ bounds }: Frame): Camera {
  return { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2, zoom: 1 };
}

/** Moves the map by pixels: to the right and down for positive ones. */
export function panCamera(camera: Camera, frame: Frame, by: Point): Camera {
  const scale = toScale(frame, camera);
  return keepInSight({ ...camera, x: camera.x - by.x / scale, y: camera.y - by.y / scale }, frame);
}

/** Zooms by a factor so that the point of the map under `around` (in pixels) stays there. */
export function zoomCamera(camera: Camera, frame: Frame, factor: number, around: Point): Camera {
  const zoom = limitZoom(camera.zoom * factor, frame);
  const fixed = toMap(around, frame, camera);
  const share = camera.zoom / zoom;
  return keepInSight(
    { x: fixed.x + (camera.x - fixed.x) * share, y: fixed.y + (camera.y - fixed.y) * share, zoom },
    frame,
  );
}

/** Reads a camera from the address; what is absent or no number is as when all fits. */
export function parseCamera(parameters: Readonly<Record<string, string | undefined>>, frame: Frame): Camera {
  const fit = fitCamera(frame);
  const read = (text: string | undefined, otherwise: number) => {
    const number = text === undefined || text.trim() === "" ? NaN : Number(text);
    return Number.isFinite(number) ? number : otherwise;
  };
  return keepInSight(
    {
      x: read(parameters.x, fit.x),
      y: read(parameters.y, fit.y),
      zoom: limitZoom(read(parameters.zoom, 1), frame),
    },
    frame,
  );
}

/** What {@link parseCamera} reads back, to a pixel; empty texts where all fits, so that the address stays short. */
export function toCameraParameters(camera: Camera, frame: Frame): Record<"x" | "y" | "zoom", string> {
  const fit = fitCamera(frame);
  const isFit =
    Math.abs(camera.zoom - 1) < 1e-3 &&
    Math.hypot(camera.x - fit.x, camera.y - fit.y) * toFitScale(frame) < 0.5;
  if (isFit) return { x: "", y: "", zoom: "" };
  return {
    x: String(round(camera.x, 10_000)),
    y: String(round(camera.y, 10_000)),
    zoom: String(round(camera.zoom, 100)),
  };
}

function limitZoom(zoom: number, { mostZoom }: Frame): number {
  return Math.min(mostZoom, Math.max(leastZoom, zoom));
}

function keepInSight(camera: Camera, { bounds }: Frame): Camera {
  return {
    ...camera,
    x: Math.min(bounds.right, Math.max(bounds.left, camera.x)),
    y: Math.min(bounds.bottom, Math.max(bounds.top, camera.y)),
  };
}

function round(number: number, parts: number): number {
  return Math.round(number * parts) / parts;
}
