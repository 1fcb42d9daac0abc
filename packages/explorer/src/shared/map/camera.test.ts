import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fitCamera,
  panCamera,
  parseCamera,
  toCameraParameters,
  toMap,
  toScreen,
  zoomCamera,
  type Frame,
} from "./camera.ts";

const frame: Frame = {
  width: 800,
  height: 600,
  bounds: { left: -1, top: -1, right: 1, bottom: 1 },
  mostZoom: 40,
};

describe("a camera", () => {
  test("that fits has every corner in the frame and the middle in the middle", () => {
    const camera = fitCamera(frame);
    expect(toScreen({ x: 0, y: 0 }, frame, camera)).toEqual({ x: 400, y: 300 });
    expect(toScreen({ x: 1, y: 1 }, frame, camera)).toEqual({ x: 672, y: 572 });
  });

  test("that is panned moves what is seen by as many pixels", () => {
    const camera = panCamera({ x: 0, y: 0, zoom: 4 }, frame, { x: 30, y: -20 });
    const moved = toScreen({ x: 0, y: 0 }, frame, camera);
    expect(moved.x).toBeCloseTo(430);
    expect(moved.y).toBeCloseTo(280);
  });

  test("keeps the point under the pointer while it zooms", () => {
    const pixel = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(pixel, pixel, fc.double({ min: 0.5, max: 3, noNaN: true }), (x, y, factor) => {
        const before = { x: 0.1, y: -0.1, zoom: 6 };
        const fixed = toMap({ x, y }, frame, before);
        const after = toScreen(fixed, frame, zoomCamera(before, frame, factor, { x, y }));
        expect(after.x).toBeCloseTo(x);
        expect(after.y).toBeCloseTo(y);
      }),
    );
  });

  test("stays within the map and the limits of zooming", () => {
    expect(panCamera({ x: 0, y: 0, zoom: 1 }, frame, { x: -99_999, y: 0 }).x).toBe(1);
    expect(zoomCamera({ x: 0, y: 0, zoom: 1 }, frame, 1e9, { x: 400, y: 300 }).zoom).toBe(40);
    expect(zoomCamera({ x: 0, y: 0, zoom: 1 }, frame, 1e-9, { x: 400, y: 300 }).zoom).toBe(0.5);
  });

  test("comes back from the address", () => {
    const camera = { x: 0.1234, y: -0.5, zoom: 12.25 };
    expect(parseCamera(toCameraParameters(camera, frame), frame)).toEqual(camera);
    expect(toCameraParameters(fitCamera(frame), frame)).toEqual({ x: "", y: "", zoom: "" });
  });

  test("takes what is no number in an address as not said", () => {
    expect(parseCamera({ x: "NaN", y: "1e999", zoom: "<b>" }, frame)).toEqual(fitCamera(frame));
    expect(parseCamera({}, frame)).toEqual(fitCamera(frame));
  });
});
