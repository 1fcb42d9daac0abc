import { describe, expect, test } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import { createOverlay } from "../overlay-colours.ts";
import { fitCamera, type Frame } from "./camera.ts";
import { layOutMap } from "./lay-out-map.ts";
import { listInSight } from "./list-in-sight.ts";
import { toMapLabels } from "./map-labels.ts";
import { toBubbleBatches, type MapScene } from "./map-scene.ts";
import { toMapSelection } from "./map-selection.ts";
import { toMapSvg } from "./map-svg.ts";
import { createLabelPlacer } from "./place-labels.ts";

function createScene(names: readonly string[], selected?: string): MapScene {
  const data = createClioData({ clusters: 40, names });
  const layout = layOutMap(data);
  if (layout === null) throw new Error("no layout");
  const frame: Frame = { width: 900, height: 650, bounds: layout.bounds, mostZoom: layout.mostZoom };
  const labels = toMapLabels(layout, { measure: (text, { size }) => 0.55 * size * text.length });
  return {
    layout,
    frame,
    placer: createLabelPlacer(layout, labels, frame),
    batches: toBubbleBatches(layout, null, "light"),
    ringColours: [],
    paint: {
      ground: "#ffffff",
      text: "#111111",
      quietText: "#555555",
      line: "#888888",
      accent: "#006666",
      font: `"Some Font", sans-serif`,
    },
    selection: toMapSelection(layout, data.map, selected),
  };
}

describe("toMapSvg", () => {
  test("draws every bubble in sight, and no more", () => {
    const scene = createScene([]);
    const whole = toMapSvg(scene, fitCamera(scene.frame), "map");
    expect(whole.match(/<circle /gu)).toHaveLength(40);
    const close = toMapSvg(scene, { ...fitCamera(scene.frame), zoom: 6 }, "map");
    expect((close.match(/<circle /gu) ?? []).length).toBeLessThan(40);
  });

  test("writes names as text, whatever is in them", () => {
    const scene = createScene([`<script>alert("1")</script> & more \u0000\u001B\uFFFE`], "b0");
    const svg = toMapSvg(scene, fitCamera(scene.frame), "<map>");
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more");
    expect(["\u0000", "\u001B", "\uFFFE"].filter((character) => svg.includes(character))).toEqual([]);
    expect(svg).toContain("<title>&lt;map&gt;</title>");
  });

  test("marks the selected cluster and always names it", () => {
    const scene = createScene([], "b0");
    const name = scene.layout.bubbles.find(({ id }) => id === "b0")?.name.split(" ")[0] ?? "?";
    const svg = toMapSvg(scene, fitCamera(scene.frame), "map");
    expect(svg.match(/<circle /gu)).toHaveLength(41);
    expect(svg.slice(svg.lastIndexOf("<text"))).toContain(name);
  });
});

describe("toBubbleBatches", () => {
  test("holds every bubble once, in few colours", () => {
    const data = createClioData({ clusters: 400 });
    const layout = layOutMap(data);
    if (layout === null) throw new Error("no layout");
    const overlay = createOverlay(data, { facet: "languages", value: "1", measure: "ratio" });
    const batches = toBubbleBatches(layout, overlay, "light");
    const members = batches.flatMap((batch) => batch.members);
    expect(members.toSorted((a, b) => a - b)).toEqual(layout.bubbles.map((_, index) => index));
    expect(batches.length).toBeLessThan(70);
    const hidden = layout.bubbles.filter(({ id }) => overlay?.marks.get(id) === undefined).length;
    expect(hidden).toBeGreaterThan(0);
    expect(batches.find(({ isHollow }) => isHollow)?.members).toHaveLength(hidden);
  });
});

describe("listInSight", () => {
  test("has what is named first in a bounded list, in rows from the top", () => {
    const scene = createScene([]);
    const camera = fitCamera(scene.frame);
    const all = listInSight(scene, camera);
    const named = scene.placer.placeAt(1).map(({ id }) => id);
    expect(all.map(({ item }) => item.id)).toEqual(expect.arrayContaining(named));
    expect(listInSight(scene, camera, { limit: 5 })).toHaveLength(5);
    const rows = all.map(({ y }) => Math.floor(y / 60));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });

  test("leaves out what is out of sight", () => {
    const scene = createScene([]);
    const { x, y, id } = scene.layout.bubbles[3] ?? { x: 0, y: 0, id: "" };
    const found = listInSight(scene, { x, y, zoom: scene.frame.mostZoom });
    expect(found.map(({ item }) => item.id)).toContain(id);
    expect(found.length).toBeLessThan(20);
  });
});
