import { describe, expect, test } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import { fitCamera, toScreen, type Frame } from "./camera.ts";
import { layOutMap, type MapLayout } from "./lay-out-map.ts";
import { toMapLabels, type MapLabel } from "./map-labels.ts";
import { chooseLevels, createLabelPlacer, toLabelMiddle } from "./place-labels.ts";

const zooms = [0.5, 1, 1.3, 2, 3, 5, 8, 13, 21, 34, 55];

function setUp(clusters: number) {
  const layout = layOutMap(createClioData({ clusters }));
  if (layout === null) throw new Error("no layout");
  const frame: Frame = { width: 900, height: 650, bounds: layout.bounds, mostZoom: layout.mostZoom };
  const labels = toMapLabels(layout, { measure: (text, { size }) => 0.55 * size * text.length });
  return { layout, frame, labels, placer: createLabelPlacer(layout, labels, frame) };
}

function toBox(label: MapLabel, frame: Frame, zoom: number) {
  const { x, y } = toLabelMiddle(label, frame, { ...fitCamera(frame), zoom });
  const { width, height } = label;
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

describe("createLabelPlacer", () => {
  test("shows labels that do not overlap, at every zoom", () => {
    const { frame, placer } = setUp(400);
    for (const zoom of zooms) {
      const boxes = placer.placeAt(zoom).map((label) => toBox(label, frame, zoom));
      const overlapping = boxes.flatMap((a, at) =>
        boxes
          .slice(at + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
      );
      expect(overlapping).toEqual([]);
    }
  });

  test.each([
    { width: 358, height: 300 },
    { width: 900, height: 650 },
    { width: 300, height: 900 },
  ])("cuts no label where all of the map is in sight, in $width by $height pixels", (size) => {
    const { layout, labels, frame: wide } = setUp(400);
    const frame: Frame = { ...wide, ...size };
    const boxes = createLabelPlacer(layout, labels, frame)
      .placeAt(1)
      .map((label) => toBox(label, frame, 1));
    expect(boxes.length).toBeGreaterThan(1);
    for (const { left, right, top, bottom } of boxes) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(frame.width);
      expect(bottom).toBeLessThanOrEqual(frame.height);
    }
  });

  test("makes no label wider than it may be in a small frame", () => {
    const { layout } = setUp(400);
    const measure = (text: string) => 8 * text.length;
    const labels = toMapLabels(layout, { measure, mostWidth: 90 });
    expect(Math.max(...labels.map(({ width }) => width))).toBeLessThanOrEqual(90);
  });

  test("leaves a label under its circle where one looks closely", () => {
    const { layout, frame, labels } = setUp(400);
    const camera = { ...fitCamera(frame), zoom: 4 };
    const outermost = labels
      .filter(({ radius }) => radius > 0)
      .toSorted((a, b) => a.x - b.x)
      .at(0);
    if (outermost === undefined) throw new Error("no label");
    expect(layout.bounds.left).toBeLessThan(outermost.x);
    const { x } = toLabelMiddle(outermost, frame, camera);
    expect(x).toBeCloseTo(toScreen(outermost, frame, camera).x, 9);
  });

  test("names the top at first and every cluster of the base at last", () => {
    const { layout, placer } = setUp(400);
    expect(placer.placeAt(1).some(({ kind }) => kind === "top")).toBe(true);
    const named = placer.placeAt(layout.mostZoom).filter(({ kind }) => kind === "base");
    expect(named.length).toBeGreaterThan(0.9 * layout.bubbles.length);
  });

  test("keeps a label that has appeared while its level is shown", () => {
    const { layout, frame, placer } = setUp(400);
    for (const [at, zoom] of zooms.slice(1).entries()) {
      const levels = chooseLevels(layout, frame, zoom);
      const before = placer.placeAt(zooms[at] ?? 1).filter(({ level }) => level === levels.finest);
      const after = new Set(placer.placeAt(zoom));
      const lost = before.filter((label) => !after.has(label));
      expect(lost.length).toBeLessThanOrEqual(0.1 * before.length);
    }
  });

  test("gives the same labels at a zoom however one came there", () => {
    const [straight, around] = [setUp(100), setUp(100)];
    const ids = (labels: readonly MapLabel[]) => labels.map(({ id }) => id);
    around.placer.placeAt(20);
    around.placer.placeAt(2);
    expect(ids(around.placer.placeAt(9))).toEqual(ids(straight.placer.placeAt(9)));
  });
});

describe("chooseLevels", () => {
  test("goes from the top to the base as one zooms in", () => {
    const { layout, frame } = setUp(5000);
    const finest = zooms.map((zoom) => chooseLevels(layout, frame, zoom).finest);
    expect(finest[0]).toBe(2);
    expect(finest.at(-1)).toBe(0);
    expect(finest).toEqual(finest.toSorted((a, b) => b - a));
  });

  test("stays at the only level there is", () => {
    const { layout, frame } = setUp(5);
    const flat: MapLayout = { ...layout, counts: [5] };
    expect(chooseLevels(flat, frame, 0.5).finest).toBe(0);
  });
});
