import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { panCamera, toScreen, zoomCamera, type Frame } from "./camera.ts";
import { placePicture, type MapPicture } from "./map-picture.ts";

const frame: Frame = {
  width: 800,
  height: 600,
  bounds: { left: -1, top: -1, right: 1, bottom: 1 },
  mostZoom: 40,
};
const picture: MapPicture = { frame, camera: { x: 0, y: 0, zoom: 8 }, room: { x: 240, y: 180 } };

describe("a picture of the map", () => {
  test("stands one to one where it was painted, beyond the frame", () => {
    expect(placePicture(picture, picture.camera)).toEqual({ x: -240, y: -180, scale: 1 });
  });

  test("keeps each of its points where the camera sees it", () => {
    const pixel = fc.integer({ min: 0, max: 600 });
    const factor = fc.double({ min: 0.8, max: 1.55, noNaN: true });
    fc.assert(
      fc.property(pixel, pixel, factor, (x, y, times) => {
        const camera = zoomCamera(picture.camera, frame, times, { x, y });
        const place = placePicture(picture, camera);
        if (place === null) return;
        const point = { x: 0.03, y: -0.02 };
        const before = toScreen(point, frame, picture.camera);
        const after = toScreen(point, frame, camera);
        expect(place.x + (before.x + 240) * place.scale).toBeCloseTo(after.x, 6);
        expect(place.y + (before.y + 180) * place.scale).toBeCloseTo(after.y, 6);
      }),
    );
  });

  test("is not scaled far", () => {
    const middle = { x: 400, y: 300 };
    expect(placePicture(picture, zoomCamera(picture.camera, frame, 1.5, middle))).not.toBeNull();
    expect(placePicture(picture, zoomCamera(picture.camera, frame, 1.7, middle))).toBeNull();
    expect(placePicture(picture, zoomCamera(picture.camera, frame, 1 / 1.7, middle))).toBeNull();
  });

  test("does not stand for what it does not show", () => {
    expect(placePicture(picture, panCamera(picture.camera, frame, { x: 239, y: 0 }))).not.toBeNull();
    expect(placePicture(picture, panCamera(picture.camera, frame, { x: 241, y: 0 }))).toBeNull();
  });

  test("may end where the map ends", () => {
    const whole = { ...picture, camera: { x: 0, y: 0, zoom: 1 } };
    expect(placePicture(whole, { x: 0.5, y: 0, zoom: 0.7 })).not.toBeNull();
  });
});
