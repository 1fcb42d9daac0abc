import { failed, succeeded, type Outcome } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { Resvg } from "@resvg/resvg-js";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { toQuestions } from "../evaluate/scorer.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { loadIcons } from "../world/load-icons.ts";
import type { WorldScene } from "../world/world-scene.ts";
import { drawTemplates } from "./icon-templates.ts";
import { parseRaster } from "./parse-raster.ts";
import { createPixelParser } from "./pixel-parser.ts";
import type { Raster } from "./separate-colours.ts";
import { drawRows } from "./testing-drawn-rows.ts";

/** Stands for a decoder of files: these hold SVG. */
function toRaster(svg: string): Raster {
  const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return { width, height, data: Uint8Array.from(pixels.filter((_, i) => i % 4 !== 3)) };
}

const decodeImage = async (bytes: Uint8Array): Promise<Outcome<Raster>> => {
  const text = new TextDecoder().decode(bytes);
  return text.startsWith("<svg") ? succeeded(toRaster(text)) : failed("broken-image");
};

const toThings = ({ objects }: SceneGraph): string[] =>
  objects.map(({ name, attributes }) => [...attributes, name].join(" ")).toSorted();

const toFacts = ({ objects, relations }: SceneGraph): string[] => {
  const nameOf = (id: string) => objects.find((object) => object.id === id)?.name;
  return relations
    .map(({ subject, predicate, object }) => `${nameOf(subject)} ${predicate} ${nameOf(object)}`)
    .toSorted();
};

let drawn: Awaited<ReturnType<typeof drawRows>> = [];
beforeAll(async () => {
  drawn = (await drawRows(54)).slice(0, 12);
}, 60_000);

test("reads things, what they are like and how they stand from pixels", () => {
  const icons = loadIcons();
  const templates = drawTemplates(icons);
  const seen = drawn.map(({ scene }: { readonly scene: WorldScene }) => ({
    truth: scene.graph,
    read: parseRaster(toRaster(scene.svg), { icons, templates }),
  }));
  const equal = seen.filter(({ truth, read }) => toThings(truth).join() === toThings(read).join());
  const facts = equal.filter(({ truth, read }) => toFacts(truth).join() === toFacts(read).join());
  expect([equal.length, facts.length].every((count) => count >= 11)).toBe(true);
  const blank = { width: 40, height: 40, data: new Uint8Array(40 * 40 * 3).fill(255) };
  expect(parseRaster(blank, { icons, templates })).toEqual({ objects: [], relations: [] });
}, 60_000);

test("scores by what it sees, and says of which item it saw nothing", async () => {
  using directory = createTemporaryDirectory();
  const rows = drawn.slice(0, 6).map(({ row }) => row);
  const paths = rows.map((_, i) => join(directory.path, `${i}`));
  drawn.slice(0, 4).forEach(({ scene }, i) => writeFileSync(paths[i] ?? "", scene.svg));
  writeFileSync(paths[4] ?? "", "no image");
  const locateImage = ({ image }: { readonly image: { readonly file?: string } }): string | null =>
    image.file === rows[3]?.image.file
      ? null
      : (paths[rows.findIndex((row) => row.image.file === image.file)] ?? null);
  const scorer = createPixelParser({ rows, locateImage, decodeImage });
  const found: string[] = [];
  for await (const outcome of scorer.score(toQuestions(rows))) {
    const [positive = 0, ...negatives] = outcome.ok ? Array.from(outcome.value) : [];
    found.push(!outcome.ok ? outcome.reason : positive > Math.max(...negatives) ? "right" : "wrong");
  }
  expect(found).toEqual(["right", "right", "right", "no-image", "broken-image", "unreadable-image"]);
}, 60_000);
