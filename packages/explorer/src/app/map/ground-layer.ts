import { toScale, type Camera } from "../../shared/map/camera.ts";
import type { Point } from "../../shared/map/outline-circles.ts";
import type { MapScene } from "../../shared/map/map-scene.ts";
import { drawGround } from "./draw-map.ts";

/** Keeps the ground of a map as a picture, so that panning moves it in place of drawing thousands of circles anew. */
export interface GroundLayer {
  draw(context: CanvasRenderingContext2D, scene: MapScene, camera: Camera, ratio: number): void;
}

/** How much further the picture reaches than the frame, on each side, as a share of it. */
const margin = 0.3;

interface Picture {
  readonly scene: MapScene;
  readonly camera: Camera;
  readonly ratio: number;
  /** Pixels beyond the frame on each side. */
  readonly room: Point;
}

/**
 * Draws straight into the canvas while the zoom changes; once it has stayed the same from one drawing to the next, draws
 * a picture that reaches beyond the frame, and again when one has panned past its edge.
 */
export function createGroundLayer(): GroundLayer {
  const canvas = document.createElement("canvas");
  const pictureContext = canvas.getContext("2d", { alpha: false });
  let picture: Picture | null = null;
  let last: { readonly scene: MapScene; readonly zoom: number } | null = null;

  function paint(scene: MapScene, camera: Camera, ratio: number): Picture | null {
    if (pictureContext === null) return null;
    const { width, height } = scene.frame;
    const room = { x: Math.round(margin * width), y: Math.round(margin * height) };
    const [across, down] = [
      Math.ceil((width + 2 * room.x) * ratio),
      Math.ceil((height + 2 * room.y) * ratio),
    ];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    drawGround(pictureContext, scene, camera, ratio, room);
    return { scene, camera, ratio, room };
  }

  return {
    draw(context, scene, camera, ratio) {
      const isStill = last?.scene === scene && last.zoom === camera.zoom;
      last = { scene, zoom: camera.zoom };
      if (!isStill) {
        drawGround(context, scene, camera, ratio);
        return;
      }
      if (picture === null || !reaches(picture, scene, camera, ratio)) picture = paint(scene, camera, ratio);
      if (picture === null) {
        drawGround(context, scene, camera, ratio);
        return;
      }
      const { x, y } = toOffset(picture, camera);
      context.setTransform(1, 0, 0, 1, 0, 0);
      // On whole device pixels, or circles blur.
      context.drawImage(canvas, Math.round(x * ratio), Math.round(y * ratio));
    },
  };
}

// Where the picture's top left corner stands in the frame, in pixels.
function toOffset({ scene, camera: from, room }: Picture, camera: Camera): Point {
  const scale = toScale(scene.frame, camera);
  return { x: (from.x - camera.x) * scale - room.x, y: (from.y - camera.y) * scale - room.y };
}

function reaches(picture: Picture, scene: MapScene, camera: Camera, ratio: number): boolean {
  if (picture.scene !== scene || picture.camera.zoom !== camera.zoom || picture.ratio !== ratio) return false;
  const { x, y } = toOffset(picture, camera);
  return x <= 0 && y <= 0 && x >= -2 * picture.room.x && y >= -2 * picture.room.y;
}
