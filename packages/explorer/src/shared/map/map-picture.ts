import { toScale, type Camera, type Frame } from "./camera.ts";
import { toVisible } from "./map-selection.ts";
import type { Point } from "./outline-circles.ts";

/** A picture of the map's ground that reaches beyond the frame. */
export interface MapPicture {
  readonly frame: Frame;
  /** Where it was painted. */
  readonly camera: Camera;
  /** Pixels beyond the frame on each side. */
  readonly room: Point;
}

/** Where a picture goes in the frame: its top left corner in pixels, and how many times larger than it was painted. */
export interface PicturePlace extends Point {
  readonly scale: number;
}

/** How far a picture may be scaled before it looks wrong: circles grow slower than the map, and edges blur. */
const mostScale = 1.6;

/**
 * Where a picture stands for the ground seen from another camera; null where it cannot, because it would be scaled too
 * far or lacks a part of the map that is in sight.
 */
export function placePicture({ frame, camera: from, room }: MapPicture, camera: Camera): PicturePlace | null {
  const scale = camera.zoom / from.zoom;
  if (scale > mostScale || scale < 1 / mostScale) return null;
  const pixels = toScale(frame, camera);
  const place = {
    x: frame.width / 2 + (from.x - camera.x) * pixels - (frame.width / 2 + room.x) * scale,
    y: frame.height / 2 + (from.y - camera.y) * pixels - (frame.height / 2 + room.y) * scale,
    scale,
  };
  const seen = toVisible(frame, camera);
  const { bounds } = frame;
  const painted = {
    left: seen.left + place.x / pixels,
    top: seen.top + place.y / pixels,
    right: seen.left + (place.x + (frame.width + 2 * room.x) * scale) / pixels,
    bottom: seen.top + (place.y + (frame.height + 2 * room.y) * scale) / pixels,
  };
  const isWhole =
    painted.left <= Math.max(seen.left, bounds.left - beyond) &&
    painted.top <= Math.max(seen.top, bounds.top - beyond) &&
    painted.right >= Math.min(seen.right, bounds.right + beyond) &&
    painted.bottom >= Math.min(seen.bottom, bounds.bottom + beyond);
  return isWhole ? place : null;
}

/** Of the map's own units: outlines go a little beyond the bounds. */
const beyond = 0.05;
