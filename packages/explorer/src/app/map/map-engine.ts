import {
  fitCamera,
  panCamera,
  zoomCamera,
  toMap,
  toRadiusScale,
  toScale,
  type Camera,
} from "../../shared/map/camera.ts";
import { createCircleGrid, type CircleGrid } from "../../shared/map/circle-grid.ts";
import type { MapLayout } from "../../shared/map/lay-out-map.ts";
import type { MapScene } from "../../shared/map/map-scene.ts";
import type { Point } from "../../shared/map/outline-circles.ts";
import { drawFigures, type MapPointer } from "./draw-map.ts";
import { createGroundLayer } from "./ground-layer.ts";

/** Draws a map when something has changed, and moves the camera. All points are in CSS pixels of the canvas. */
export interface MapEngine {
  setScene(scene: MapScene): void;
  setPointer(change: Partial<MapPointer>): void;
  readonly camera: Camera | null;
  readonly scene: MapScene | null;
  moveTo(camera: Camera, options?: { readonly isGradual?: boolean }): void;
  pan(by: Point): void;
  zoom(factor: number, around?: Point, options?: { readonly isGradual?: boolean }): void;
  fit(): void;
  /** Index of the bubble at a point. */
  findAt(point: Point): number | null;
  destroy(): void;
}

export interface MapEngineOptions {
  /** After every drawing with another camera. */
  readonly onCamera: (camera: Camera) => void;
}

const gradualMs = 320;
/** How long the camera keeps still before the ground is drawn sharp. */
const restMs = 120;
/** How far beside a bubble a pointer may be, in pixels: some are smaller than that. */
const slack = 4;

export function createMapEngine(canvas: HTMLCanvasElement, { onCamera }: MapEngineOptions): MapEngine {
  const context = canvas.getContext("2d", { alpha: false });
  const ground = createGroundLayer();
  let scene: MapScene | null = null;
  let camera: Camera | null = null;
  let told: Camera | null = null;
  let pointer: MapPointer = { hovered: null, active: null };
  let move: { readonly from: Camera; readonly to: Camera; readonly start: number } | null = null;
  let frameRequest: number | null = null;
  let rest: number | undefined;
  let isResting = false;
  let grid: { readonly layout: MapLayout; readonly cells: CircleGrid } | null = null;

  const request = () => {
    frameRequest ??= requestAnimationFrame(draw);
  };

  function draw(now: number): void {
    frameRequest = null;
    if (scene === null || camera === null || context === null) return;
    if (move !== null) {
      const share = Math.min(1, Math.max(0, (now - move.start) / gradualMs));
      camera = between(move.from, move.to, share);
      if (share === 1) move = null;
      else request();
    }
    const ratio = window.devicePixelRatio || 1;
    resize(canvas, scene.frame.width * ratio, scene.frame.height * ratio);
    const isSharp = ground.draw(context, scene, camera, { ratio, isResting });
    isResting = false;
    if (told !== camera || isSharp) window.clearTimeout(rest);
    if (told !== camera && !isSharp) rest = window.setTimeout(sharpen, restMs);
    drawFigures(context, scene, camera, pointer, ratio);
    // For who measures the page.
    if (told === null) performance.mark("map-drawn");
    if (told !== camera) onCamera(camera);
    told = camera;
  }

  function sharpen(): void {
    isResting = true;
    request();
  }

  function moveTo(to: Camera, isGradual: boolean): void {
    const from = camera;
    if (from === null || !isGradual || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      move = null;
      camera = to;
    } else {
      move = { from, to, start: performance.now() };
    }
    request();
  }

  return {
    get camera() {
      return move?.to ?? camera;
    },
    get scene() {
      return scene;
    },
    setScene(next) {
      scene = next;
      if (grid?.layout !== next.layout) {
        grid = { layout: next.layout, cells: createCircleGrid(next.layout.bubbles) };
        pointer = { hovered: null, active: null };
      }
      camera ??= fitCamera(next.frame);
      request();
    },
    setPointer(change) {
      const next = { ...pointer, ...change };
      if (next.hovered === pointer.hovered && next.active === pointer.active) return;
      pointer = next;
      request();
    },
    moveTo: (to, { isGradual = false } = {}) => moveTo(to, isGradual),
    pan(by) {
      if (camera !== null && scene !== null) moveTo(panCamera(camera, scene.frame, by), false);
    },
    zoom(factor, around, { isGradual = false } = {}) {
      if (camera === null || scene === null) return;
      const { width, height } = scene.frame;
      const from = isGradual ? (move?.to ?? camera) : camera;
      moveTo(zoomCamera(from, scene.frame, factor, around ?? { x: width / 2, y: height / 2 }), isGradual);
    },
    fit() {
      if (scene !== null) moveTo(fitCamera(scene.frame), true);
    },
    findAt(point) {
      if (scene === null || camera === null || grid === null) return null;
      const scale = toScale(scene.frame, camera);
      const at = toMap(point, scene.frame, camera);
      return grid.cells.findAt(at, toRadiusScale(scene.frame, camera) / scale, slack / scale);
    },
    destroy() {
      window.clearTimeout(rest);
      if (frameRequest !== null) cancelAnimationFrame(frameRequest);
      scene = null;
    },
  };
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [wide, high] = [Math.ceil(width), Math.ceil(height)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}

// Zoom goes by equal factors; slow at both ends.
function between(from: Camera, to: Camera, share: number): Camera {
  const part = share * share * (3 - 2 * share);
  return {
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
    zoom: from.zoom * (to.zoom / from.zoom) ** part,
  };
}
