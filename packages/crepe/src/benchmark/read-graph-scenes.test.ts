import { createTemporaryDirectory } from "@observatory/core/testing";
import fc from "fast-check";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { generateBenchmark } from "./generate-benchmark.ts";
import { detectGraphFormat, readGraphScenes } from "./read-graph-scenes.ts";
import { writeVisualGenome } from "./testing-visual-genome.ts";

async function read(path: string): Promise<{ readonly images: string[]; readonly losses: string[] }> {
  const [images, losses]: [string[], string[]] = [[], []];
  const onLoss = (reason: string, place: string) => losses.push(`${reason} ${place.replace(/^.*\//u, "")}`);
  for await (const { imageId } of readGraphScenes(path, { onLoss })) images.push(imageId);
  return { images, losses };
}

describe("readGraphScenes", () => {
  test("gives what stands before the place where a file is cut, plain or gzip'd, wherever that is", async () => {
    using directory = createTemporaryDirectory();
    writeVisualGenome(directory.path, 8);
    const whole = readFileSync(join(directory.path, "scene_graphs.json"));
    const start = whole.indexOf("]}") + 2;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: start, max: whole.length - 1 }), fc.boolean(), async (end, gzip) => {
        const path = join(directory.path, gzip ? "cut.json.gz" : "cut.json");
        writeFileSync(path, gzip ? gzipSync(whole.subarray(0, end)) : whole.subarray(0, end));
        const { images, losses } = await read(path).catch((error: unknown) => {
          expect(String(error)).toMatch(/ends before it is closed/u);
          return { images: ["1"], losses: ["cut-short"] };
        });
        expect(images).toEqual(images.map((_, index) => String(index + 1)));
        expect(losses).toHaveLength(1);
        expect(losses[0]).toMatch(/^cut-short/u);
      }),
      { numRuns: 30 },
    );
    const broken = gzipSync(whole);
    writeFileSync(join(directory.path, "cut.json.gz"), broken.subarray(0, broken.length - 40));
    const { images, losses } = await read(join(directory.path, "cut.json.gz"));
    expect(images.length).toBeGreaterThan(0);
    expect(losses).toHaveLength(1);
  });

  test("finds the images of GQA and NLVR under their names, and knows that NLVR's worlds are closed", async () => {
    using directory = createTemporaryDirectory();
    const at = (name: string) => join(directory.path, name);
    const box = { x: 0, y: 0, w: 9, h: 9 };
    const objects = {
      "1": { name: "cat", ...box, attributes: [], relations: [{ name: "on", object: "2" }] },
    };
    const gqa = { "77": { width: 50, height: 40, objects: { ...objects, "2": { name: "mat", ...box } } } };
    writeFileSync(at("train_sceneGraphs.json"), JSON.stringify({ ...gqa, "78": { objects } }));
    const shape = { y_loc: 4, type: "square", color: "Yellow", x_loc: 7, size: 20 };
    const nlvr = {
      identifier: "1-0",
      image: "images/a.png",
      sentence: "a",
      label: true,
      structured_rep: [[shape], [], []],
      box_order: [0, 1, 2],
    };
    writeFileSync(at("nlvr.jsonl"), `${JSON.stringify(nlvr)}\n`);
    writeFileSync(at("77.jpg"), "");
    writeFileSync(at("a.png"), "");
    const scenes = [];
    const losses: string[] = [];
    for (const name of ["train_sceneGraphs.json", "nlvr.jsonl"]) {
      const options = { images: directory.path, onLoss: (reason: string) => losses.push(reason) };
      for await (const scene of readGraphScenes(at(name), options)) scenes.push(scene);
    }
    expect(scenes).toMatchObject([
      { imageId: "77", file: "77.jpg", width: 50, height: 40, closedWorld: false },
      { imageId: "images/a.png", file: "a.png", width: 400, height: 100, closedWorld: true },
    ]);
    expect(losses).toEqual(["dangling-relation", "missing-image"]);
  });

  test("passes over lines that are no records and names them", async () => {
    using directory = createTemporaryDirectory();
    const record = JSON.stringify({
      caption: "a cat",
      graph: { objects: ["cat"], attributes: [], relations: [] },
    });
    const path = join(directory.path, "factual.jsonl");
    writeFileSync(path, `${record}\nno json\n\n${record}\n{}\n`);
    expect(await read(path)).toEqual({
      images: ["factual-0", "factual-1"],
      losses: ["unreadable factual.jsonl:2", "unreadable factual.jsonl:5"],
    });
  });

  test.each(["", " \n", "[]", "{ }\n"])("says that a file holding %j is empty", async (text) => {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "none.json");
    writeFileSync(path, text);
    await expect(detectGraphFormat(path)).rejects.toThrow(/none\.json is empty/u);
  });

  test("knows no format of other text", async () => {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "text.json");
    writeFileSync(path, '["cat"]');
    await expect(detectGraphFormat(path)).rejects.toThrow(/no scene graphs of a known format/u);
  });
});

describe("generateBenchmark", () => {
  const generate = (directory: string, file: string, images?: string) =>
    generateBenchmark({
      out: join(directory, "bench"),
      source: { kind: "graphs", files: [join(directory, file)], images },
      set: "productivity",
      items: 20,
      seed: 1,
    });

  test("loses broken parts of graphs by count and place, and uses the rest", async () => {
    using directory = createTemporaryDirectory();
    writeVisualGenome(directory.path, 40);
    const path = join(directory.path, "scene_graphs.json");
    const text = readFileSync(path, "utf8")
      // A thing without a name, a box without area, one outside its image, a dangling relation.
      .replaceAll('"names":["shirt"]', '"names":[]')
      .replaceAll(/("names":\["tree"\].*?"w":)\d+/gu, "$1-3")
      .replaceAll(/("names":\["car"\].*?"x":)\d+/gu, "$19000")
      .replaceAll(/("predicate":"behind","subject_id":)\d+/gu, "$17");
    writeFileSync(path, text);
    const { record, losses, lossPlaces } = await generate(directory.path, "scene_graphs.json");
    expect(record.counts["items"]).toBeGreaterThan(0);
    for (const reason of ["object-without-name", "box-outside", "dangling-relation"])
      expect(losses[reason]).toBeGreaterThan(0);
    expect(lossPlaces["object-without-name"]).toBe("1/object 101");
    expect(lossPlaces["dangling-relation"]).toBe("1/relation 0");
  });

  test("says which images are missing, and where they are looked for", async () => {
    using directory = createTemporaryDirectory();
    writeVisualGenome(directory.path, 3);
    await expect(generate(directory.path, "scene_graphs.json", directory.path)).rejects.toMatchObject({
      message: expect.stringContaining("missing-image 3 (first: 1)"),
      hint: expect.stringContaining("--images"),
    });
  });
});
