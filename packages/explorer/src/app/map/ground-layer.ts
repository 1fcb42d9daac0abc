import type { Camera } from "../../shared/map/camera.ts";
import { placePicture, type MapPicture } from "../../shared/map/map-picture.ts";
import type { MapScene } from "../../shared/map/map-scene.ts";
import { drawGround } from "./draw-map.ts";

/** Keeps the ground of a map as a picture, so that panning and zooming moves it in place of drawing thousands of circles anew. */
export interface GroundLayer {
  /**
   * Gives whether the ground is sharp. It is not where the picture is of another zoom, which is only so while the camera
   * moves: with `isResting` it is painted anew.
   */
  draw(
    context: CanvasRenderingContext2D,
    scene: MapScene,
    camera: Camera,
    options: { readonly ratio: number; readonly isResting: boolean },
  ): boolean;
}

/** How much further the picture reaches than the frame, on each side, as a share of it. */
const margin = 0.3;

interface Picture extends MapPicture {
  readonly scene: MapScene;
  readonly ratio: number;
}

/**
 * Draws a new scene straight into the canvas, which is quickest once; from the next drawing on from a picture that reaches
 * beyond the frame, painted again when one has panned past its edge or zoomed too far from it.
 */
export function createGroundLayer(): GroundLayer {
  const canvas = document.createElement("canvas");
  const pictureContext = canvas.getContext("2d", { alpha: false });
  let picture: Picture | null = null;
  let drawn: MapScene | null = null;

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
    return { scene, frame: scene.frame, camera, ratio, room };
  }

  return {
    draw(context, scene, camera, { ratio, isResting }) {
      const isNew = drawn !== scene;
      drawn = scene;
      if (isNew) picture = null;
      const isUsable = picture?.ratio === ratio && (!isResting || picture.camera.zoom === camera.zoom);
      let place = picture !== null && isUsable ? placePicture(picture, camera) : null;
      if (place === null && !isNew) {
        picture = paint(scene, camera, ratio);
        place = picture === null ? null : placePicture(picture, camera);
      }
      if (picture === null || place === null) {
        drawGround(context, scene, camera, ratio);
        return true;
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = scene.paint.ground;
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
      // On whole device pixels, or circles blur.
      const [x, y] = [Math.round(place.x * ratio), Math.round(place.y * ratio)];
      context.drawImage(canvas, x, y, canvas.width * place.scale, canvas.height * place.scale);
      return place.scale === 1;
    },
  };
}
