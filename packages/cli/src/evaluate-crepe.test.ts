import { ObservatoryError, type ProgressEvent } from "@observatory/core";
import type { Results } from "@observatory/crepe";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { evaluateCrepe } from "./evaluate-crepe.ts";

/** Red on the left, blue and green on the right: 16 x 16 pixels. */
const image = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAWklEQVR42n3LMRWAIBRA0d/AhZnZxQY0sIENaGADG9iABjRwYbaBTSzweOfc9cbIK0olUMzDgiRkJGFDEgqSsCMJB5JQkYQTSbiQhBtJaEhCRxIeJOFFEj70A6F750EsLfnPAAAAAElFTkSuQmCC",
  "base64",
);
const towers = `onnx:${fileURLToPath(new URL("../../models/fixtures/tiny-clip", import.meta.url))}`;

const prod =
  "image_id,caption,n,n_objects,n_relations,n_attributes,n_connected_components,hard_negs,x,y,width,height\n" +
  `13,a dog on grass.,4,2,1,1,1,"['a cat on grass.', ""a dog's bed on grass.""]",0.0,0.0,8.0,16.0\n` +
  `13,a dog on grass.,4,2,1,1,1,"{'a cat on grass.', ""a dog's bed on grass.""}",8.0,0.0,20.0,16.0\n`;
const syst =
  "image_id,region_id,caption,x,y,width,height,valid_hard_negs_atom,valid_hard_negs_comp,valid_hard_negs_combined\n" +
  `14,77,a pink car,0,0,9,9,['a blue car'],['a blue car and a pink toy'],"['a blue car', 'a blue car and a pink toy']"\n`;
const sugar = (caption: string) =>
  JSON.stringify({ 0: { filename: "000000000139.jpg", caption, negative_caption: "two dogs" } }, null, 4);
const wino = {
  id: 0,
  image_0: "ex_0_img_0",
  image_1: "ex_0_img_1",
  caption_0: "a dog sees a cat",
  caption_1: "a cat sees a dog",
  tag: "Noun",
  secondary_tag: "",
  num_main_preds: 1,
  collapsed_tag: "Object",
};
const box = { bbox_x: 0, bbox_y: 0, bbox_w: 8, bbox_h: 16 };
const aro = { image_id: "13", image_path: "13.jpg", ...box };
const relation = {
  ...aro,
  true_caption: "the dog is on the mat",
  false_caption: "the mat is on the dog",
  relation_name: "on",
};
const attribution = {
  ...aro,
  true_caption: "the wet dog",
  false_caption: "the red dog",
  attributes: ["wet", "red"],
};
const order = {
  image: "val2014/COCO_val2014_000000000139.jpg",
  caption_options: ["a dog", "dog a", "a  dog"],
};

const files = {
  "crepe/prod_vg_hard_negs_swap_complexity_4.csv": prod,
  "crepe/syst_vg_hard_negs_unseen_compounds_in_cc12m.csv": syst,
  "sugar/swap_att.json": sugar("two cats"),
  "sugar/add_obj.json": sugar("two cats and a dog"),
  "wino/examples.jsonl": `${JSON.stringify(wino)}\n`,
  "aro/visual_genome_relation.json": JSON.stringify([relation]),
  "aro/visual_genome_attribution.json": JSON.stringify([attribution]),
  "aro/coco_order.json": JSON.stringify([order]),
} as const;
const photos = [
  "VG_100K/13.jpg",
  "VG_100K_2/14.jpg",
  "val2017/000000000139.jpg",
  "val2014/COCO_val2014_000000000139.jpg",
  "images/ex_0_img_0.png",
  "images/ex_0_img_1.png",
];

function write(directory: string, contents: Readonly<Record<string, string | Uint8Array>>): string[] {
  return Object.entries(contents).map(([name, content]) => {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  });
}

async function evaluate(
  paths: readonly string[],
  options: ({ scorer: string } | { scorers: readonly string[] }) & { out: string; images?: string },
): Promise<{ results: Results; warnings: (string | undefined)[] }> {
  const warnings: (string | undefined)[] = [];
  const onEvent = (event: ProgressEvent): void => {
    if (event.type === "warning") warnings.push(event.message, event.hint);
  };
  const { images, out } = options;
  const common = {
    threads: 1,
    batch: 8,
    seed: 1,
    resamples: 20,
    ties: "expected" as const,
    signal: new AbortController().signal,
  };
  for await (const { results } of evaluateCrepe(paths, {
    ...common,
    scorers: "scorer" in options ? [options.scorer] : options.scorers,
    images,
    out,
    models: { hub: "http://127.0.0.1:1", token: undefined, cache: out },
    modelsDir: undefined,
    onEvent,
  }))
    return { results, warnings };
  throw new Error("nothing was evaluated");
}

const failing = (run: Promise<unknown>) =>
  run.then(
    () => "no error",
    (error: unknown) =>
      error instanceof ObservatoryError ? `${error.message}\n${error.hint}` : String(error),
  );

test("CREPE, SugarCrepe, Winoground and ARO are scored as they are released, boxes cut out", async () => {
  using directory = createTemporaryDirectory();
  const paths = write(directory.path, files);
  const images = join(directory.path, "pictures");
  write(images, Object.fromEntries(photos.map((name) => [name, image])));
  const out = join(directory.path, "out");
  const { results, warnings } = await evaluate(paths, { scorer: towers, images, out });
  expect(warnings).toEqual([]);
  expect(results.rows.map(({ item, type, negatives }) => [item, type, negatives.length])).toEqual([
    ["prod_vg_hard_negs_swap_complexity_4:2", "swap", 2],
    ["prod_vg_hard_negs_swap_complexity_4:3", "swap", 2],
    ["77", "atom", 1],
    ["77", "comp", 1],
    ["swap_att:0", "swap_att", 1],
    ["add_obj:0", "add_obj", 1],
    ["0:A", "Object", 1],
    ["0:B", "Object", 1],
    ["visual_genome_relation:0", "relation", 1],
    ["visual_genome_attribution:0", "attribution", 1],
    ["coco_order:0", "coco_order", 2],
  ]);
  // The same captions on two parts of one image.
  expect(results.rows[0]?.positive).not.toBe(results.rows[1]?.positive);
  expect(new Set(results.figures?.map(({ release }) => release))).toEqual(
    new Set(["CREPE", "SugarCrepe", "Winoground", "ARO"]),
  );
  expect(results.pairs?.pairs).toBe(1);
});

describe("what is wrong is said with what to do", () => {
  const item = (id: string) => ({ id, image: `${id}.jpg`, caption: "a red dog", negatives: ["a blue dog"] });
  const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join("\n");

  test("images of which one is missing and one is broken cost their items", async () => {
    using directory = createTemporaryDirectory();
    const paths = write(directory.path, { "x.jsonl": lines(["1", "2", "3"].map(item)) });
    const images = join(directory.path, "pictures");
    write(images, { "1.jpg": image, "2.jpg": image.subarray(0, 60) });
    const options = { scorer: towers, images, out: directory.path };
    const { results, warnings } = await evaluate(paths, options);
    expect(warnings).toEqual([
      `1 of 3 images are not in ${images}: 3.jpg; 1 of 3 items go without a score`,
      expect.stringContaining("VG_100K/2317468.jpg"),
      "1 without a score (broken-image): 2.jpg",
      "The file is no image or is cut short: fetch it again.",
      "1 without a score (no-image): 3.jpg",
      "Check --images: the image is not there.",
    ]);
    expect([results.rows.length, results.losses]).toEqual([1, { "broken-image": 1, "no-image": 1 }]);
  });

  test("images that are nowhere, a directory that is none, and an archive of them", async () => {
    using directory = createTemporaryDirectory();
    const paths = write(directory.path, { "x.jsonl": lines(["1", "2"].map(item)), "images.zip": "PK" });
    const run = (images?: string) =>
      failing(evaluate(paths.slice(0, 1), { scorers: ["chance", towers], images, out: directory.path }));
    expect(await run(directory.path)).toMatch(/none of the 2 images is in .*: 1\.jpg, 2\.jpg\n.*val2017/u);
    expect(await run(join(directory.path, "none"))).toMatch(/cannot read the directory of images .*none\n/u);
    expect(await run(paths[1])).toMatch(/images\.zip\n.*unpack it/u);
    expect(await run()).toMatch(/nothing says where the images are\n.*--images DIR/u);
    expect(readdirSync(directory.path).toSorted()).toEqual(["images.zip", "x.jsonl"]);
  });

  test("scores for other items, for other captions, and for too few", async () => {
    using directory = createTemporaryDirectory();
    const [bench = "", ...scores] = write(directory.path, {
      "x.jsonl": lines(["1", "2", "3"].map(item)),
      "other.jsonl": lines([{ item: "x:1", caption: "a red dog", score: 1 }]),
      "some.jsonl": lines([
        { item: "1", caption: "a red dog", score: 1 },
        { item: "1", caption: "a blue dog", score: 0 },
        { item: "2", caption: "a red dog", score: 1 },
        { item: "2", caption: "A blue dog", score: 0 },
      ]),
      "none.jsonl": lines([{ item: "2", caption: "A blue dog", score: 0 }]),
    });
    const run = (file = "") => evaluate([bench], { scorer: `scores:${file}`, out: directory.path });
    expect(await failing(run(scores[0]))).toMatch(
      /1 items that are not there: x:1\nItems here are called 1, 2, 3;/u,
    );
    const { results, warnings } = await run(scores[1]);
    expect([results.rows.length, results.losses]).toEqual([1, { "caption-without-score": 1, "no-score": 1 }]);
    expect(warnings).toEqual([
      "1 without a score (caption-without-score): 2",
      expect.stringContaining("letter for letter"),
      "1 without a score (no-score): 3",
      expect.stringContaining("does not have the item"),
    ]);
    expect(await failing(run(scores[2]))).toMatch(/could not score any item: .*\n.*file of scores/u);
  });

  test("vectors of another length, a benchmark of another format, and one that is cut in the middle", async () => {
    using directory = createTemporaryDirectory();
    const vectors = [
      { image: "1.jpg", vector: [1, 0, 0] },
      { text: "a red dog", vector: [1, 0] },
    ];
    const [bench = "", file = "", table = "", torn = ""] = write(directory.path, {
      "x.jsonl": lines([item("1")]),
      "vectors.jsonl": lines(vectors),
      "table.csv": "name,age\nann,7\n",
      "swap_obj.json": sugar("two cats").replace(/\}\n\}$/u, '},\n    "1": {"capt'),
    });
    const out = directory.path;
    expect(await failing(evaluate([bench], { scorer: `embeddings:${file}`, out }))).toMatch(
      /vectors\.jsonl, text 2: 2 numbers, where others have 3\n.*one space/u,
    );
    expect(await failing(evaluate([table], { scorer: "chance", out }))).toMatch(
      /table\.csv, line 1: not a known benchmark\nKnown are CREPE/u,
    );
    const { results, warnings } = await evaluate([torn], { scorer: "chance", out });
    expect([results.rows.length, results.losses]).toEqual([1, { "cut-short": 1 }]);
    expect(warnings).toEqual([
      `1 row cannot be read (cut-short): ${torn}, line 7`,
      "The file ends in the middle of its records: fetch it again.",
    ]);
  });
});

const python = spawnSync("python3", ["-c", "import ast"]).status === 0;
test.skipIf(!python)("the documented Python is valid (needs python3)", async () => {
  const document = readFileSync(new URL("../../../docs/scores-from-python.md", import.meta.url), "utf8");
  const blocks = Array.from(document.matchAll(/```python\n([^]*?)```/gu), ([, block = ""]) => block);
  const parsed = spawnSync(
    "python3",
    ["-c", "import ast, sys, json\nfor one in json.load(sys.stdin): ast.parse(one)"],
    {
      input: JSON.stringify(blocks),
      encoding: "utf8",
    },
  );
  expect([blocks.length, parsed.stderr]).toEqual([5, ""]);
});
