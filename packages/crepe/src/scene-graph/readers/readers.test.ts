import { InputError } from "@observatory/core";
import { findRealFile } from "@observatory/core/testing";
import fc from "fast-check";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readGqa } from "./gqa.ts";
import { readJsonElements } from "./read-json-elements.ts";
import { readNlvr } from "./nlvr.ts";
import { readRegionDescriptions, readVisualGenome, readVisualGenomeSizes } from "./visual-genome.ts";

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "readers-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, name.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}

test("any array or object comes back element by element", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
      async (value) => {
        const path = await write("any.json", JSON.stringify(value, null, 1));
        const elements = await collect(readJsonElements(path));
        expect(elements.map(({ value: element }) => JSON.stringify(element))).toEqual(
          Object.values(value).map((element) => JSON.stringify(element)),
        );
        expect(elements.map(({ key }) => key)).toEqual(Object.keys(value));
      },
    ),
    { seed: 3, numRuns: 60 },
  );
});

test("an element that is too long or broken has no value, the rest goes on", async () => {
  const path = await write("long.json.gz", `[1, "${"x".repeat(100)}", {"a" 2}, 3]`);
  const elements = await collect(readJsonElements(path, { maxCharacters: 50 }));
  expect(elements.map(({ value }) => value)).toEqual([1, undefined, undefined, 3]);
});

test("a file that is cut or holds something else is an input error", async () => {
  await expect(collect(readJsonElements(await write("cut.json", "[1, {")))).rejects.toThrow(InputError);
  await expect(collect(readJsonElements(await write("text.json", "hello")))).rejects.toThrow(InputError);
});

const scenes = [
  {
    image_id: 1,
    objects: [
      {
        synsets: ["clock.n.01"],
        h: 339,
        object_id: 11,
        merged_object_ids: [],
        names: ["Clocks", "time"],
        w: 79,
        attributes: ["Green", "tall", "green"],
        y: 91,
        x: 421,
      },
      { synsets: [], h: 10, object_id: 12, merged_object_ids: [], names: [""], w: 10, y: 0, x: 0 },
      {
        synsets: ["man.n.01"],
        h: 900,
        object_id: 13,
        merged_object_ids: [],
        names: ["man"],
        w: 50,
        y: 500,
        x: -10,
      },
      {
        synsets: ["sky.n.01"],
        h: 10,
        object_id: 14,
        merged_object_ids: [],
        names: ["sky"],
        w: 10,
        y: 0,
        x: 5000,
      },
    ],
    relationships: [
      { synsets: ["along.r.01"], predicate: "ON", relationship_id: 1, object_id: 13, subject_id: 11 },
      { synsets: [], predicate: "under", relationship_id: 2, object_id: 11, subject_id: 13 },
      { synsets: [], predicate: "near", relationship_id: 3, object_id: 12, subject_id: 11 },
      { synsets: [], predicate: "near", relationship_id: 4, object_id: 99, subject_id: 11 },
      { synsets: [], predicate: "near", relationship_id: 5, object_id: 11, subject_id: 11 },
    ],
  },
  { image_id: 2, objects: "none" },
];

test("Visual Genome: keeps cycles, counts what it drops with its place", async () => {
  const sizes = await readVisualGenomeSizes(
    await write(
      "image_data.json",
      JSON.stringify([{ width: 800, height: 600, url: "", image_id: 1, coco_id: null, flickr_id: null }, 3]),
    ),
  );
  const [first, second] = await collect(
    readVisualGenome(await write("scene_graphs.json", JSON.stringify(scenes)), { sizes }),
  );
  expect(first).toEqual({
    image: "1",
    width: 800,
    height: 600,
    graph: {
      objects: [
        {
          id: "11",
          name: "clock",
          attributes: ["green", "tall"],
          box: { x: 421, y: 91, width: 79, height: 339 },
          synset: "clock.n.01",
        },
        {
          id: "13",
          name: "man",
          attributes: [],
          box: { x: 0, y: 500, width: 40, height: 100 },
          synset: "man.n.01",
        },
        { id: "14", name: "sky", attributes: [], box: null, synset: "sky.n.01" },
      ],
      relations: [
        { subject: "11", predicate: "on", object: "13", synset: "along.r.01" },
        { subject: "13", predicate: "under", object: "11" },
      ],
    },
    losses: [
      { reason: "object-without-name", place: "1/object 12" },
      { reason: "box-clipped", place: "1/object 13" },
      { reason: "box-outside", place: "1/object 14" },
      { reason: "dangling-relation", place: "1/relation 2" },
      { reason: "dangling-relation", place: "1/relation 3" },
      { reason: "self-relation", place: "1/relation 4" },
    ],
  });
  expect(second?.losses).toEqual([{ reason: "unreadable", place: "element 1" }]);
});

test("Visual Genome: attributes.json and relationships.json give what they have", async () => {
  const man = { object_id: 1, names: ["man"], x: 0, y: 0, w: 5, h: 5, synsets: [] };
  const hat = { object_id: 2, name: "hat", x: 1, y: 1, w: 2, h: 2, synsets: [] };
  const attributes = [{ image_id: 7, attributes: [{ ...man, attributes: ["tall"] }] }];
  const relationships = [
    {
      image_id: 7,
      relationships: [{ predicate: "WEARS", subject: man, object: hat, relationship_id: 3, synsets: [] }],
    },
  ];
  const [first] = await collect(readVisualGenome(await write("attributes.json", JSON.stringify(attributes))));
  expect(first?.graph.objects).toMatchObject([{ id: "1", name: "man", attributes: ["tall"] }]);
  const [second] = await collect(
    readVisualGenome(await write("relationships.json", JSON.stringify(relationships))),
  );
  expect(second?.graph.objects.map(({ name }) => name)).toEqual(["man", "hat"]);
  expect(second?.graph.relations).toEqual([{ subject: "1", predicate: "wears", object: "2" }]);
});

test("Visual Genome: regions with their boxes", async () => {
  const regions = [
    {
      regions: [
        { region_id: 1382, width: 82, height: 139, image_id: 1, phrase: "the clock is green", y: 57, x: 421 },
      ],
      id: 1,
    },
    { regions: 4 },
  ];
  const losses: unknown[] = [];
  const path = await write("region_descriptions.json", JSON.stringify(regions));
  expect(await collect(readRegionDescriptions(path, { onLoss: (loss) => losses.push(loss) }))).toEqual([
    {
      image: "1",
      region: "1382",
      phrase: "the clock is green",
      box: { x: 421, y: 57, width: 82, height: 139 },
    },
  ]);
  expect(losses).toEqual([{ reason: "unreadable", place: "element 1" }]);
});

test("GQA: an object keyed by image id", async () => {
  const text = JSON.stringify({
    "2407890": {
      width: 640,
      height: 480,
      location: "living room",
      objects: {
        "271881": {
          name: "chair",
          h: 34,
          w: 30,
          y: 100,
          x: 200,
          attributes: ["brown"],
          relations: [{ object: "32452", name: "to the left of" }],
        },
        "32452": {
          name: "table",
          h: 99,
          w: 99,
          y: 200,
          x: 300,
          attributes: [],
          relations: [{ object: "1", name: "near" }],
        },
      },
    },
    bad: 3,
  });
  const [image, bad] = await collect(readGqa(await write("gqa.json", text)));
  expect(image).toMatchObject({ image: "2407890", width: 640, height: 480 });
  expect(image?.graph.objects.map(({ name, attributes }) => [name, attributes])).toEqual([
    ["table", []],
    ["chair", ["brown"]],
  ]);
  expect(image?.graph.relations).toEqual([
    { subject: "271881", predicate: "to the left of", object: "32452" },
  ]);
  expect(image?.losses).toEqual([{ reason: "dangling-relation", place: "2407890/relation 0" }]);
  expect(bad?.losses).toEqual([{ reason: "unreadable", place: "bad" }]);
});

test("NLVR: three boxes with their shapes, drawn in their order", async () => {
  const shape = { y_loc: 44, type: "square", color: "#0099ff", x_loc: 7, size: 20 };
  const item = {
    identifier: "17-0",
    image: "images/a.png",
    sentence: "a",
    label: true,
    structured_rep: [[shape], [], []],
    box_order: [2, 0, 1],
  };
  const [first] = await collect(readNlvr(await write("items.jsonl", `${JSON.stringify(item)}\n`)));
  expect(first?.graph.objects.filter(({ name }) => name === "square")).toEqual([
    {
      id: "s0",
      name: "square",
      attributes: ["blue", "medium"],
      box: { x: 157, y: 44, width: 20, height: 20 },
    },
  ]);
  expect(first?.graph.relations).toEqual([{ subject: "s0", predicate: "in", object: "b1" }]);
  await expect(collect(readNlvr(await write("bad.jsonl", `${JSON.stringify(item)}\n{}\n`)))).rejects.toThrow(
    /bad\.jsonl:2/u,
  );
});

const nlvr = findRealFile("vision/nlvr/items.jsonl");

test.skipIf(nlvr === null)(
  "NLVR: every released item is read without a loss but cut boxes (skipped without the data)",
  async () => {
    const items = await collect(readNlvr(nlvr ?? ""));
    expect(items).toHaveLength(400);
    for (const { graph, losses } of items) {
      expect(losses.filter(({ reason }) => reason !== "box-clipped")).toEqual([]);
      expect(graph.objects.filter(({ name }) => name === "box")).toHaveLength(3);
      for (const { name, attributes } of graph.objects) {
        if (name !== "box")
          expect(attributes.join(" ")).toMatch(/^(?:blue|yellow|black) (?:small|medium|large)$/u);
      }
    }
  },
);
