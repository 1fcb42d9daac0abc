import { InputError, parseJson, succeeded } from "@observatory/core";
import { createTemporaryDirectory, findRealFile } from "@observatory/core/testing";
import { defineColumns, shardPath, writeShards } from "@observatory/store";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../benchmark/item.ts";
import { loadRetrievalRows, readRetrievalRows } from "./read-retrieval-rows.ts";
import type { RetrievalRow, RowOutcome } from "./retrieval-row.ts";
import { toRetrievalRow } from "./to-retrieval-row.ts";
import { writeCrepeProductivity, writeCrepeSystematicity } from "./write-crepe.ts";

async function read(name: string, content: string | Uint8Array): Promise<RowOutcome[]> {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, name);
  writeFileSync(path, content);
  const outcomes: RowOutcome[] = [];
  for await (const outcome of readRetrievalRows([path])) outcomes.push(outcome);
  return outcomes;
}

const describe = (outcome: RowOutcome) =>
  outcome.ok
    ? [outcome.value.caption, ...outcome.value.negatives.map((negative) => negative.text)]
    : `${outcome.source.line}: ${outcome.reason}`;

const header =
  "image_id,caption,n,n_objects,n_relations,n_attributes,n_connected_components,hard_negs,x,y,width,height";

test("a productivity file gives captions, typed negatives, complexity and box, with the line of each row", async () => {
  const rows = await read(
    "prod_vg_hard_negs_atom_complexity_4.csv",
    `${header}\r\n13,cat on mat.,4,2,1,1,1,"['dog on mat.', ""cat's mat""]",1.0,2.0,30.5,40.0\r\n` +
      `14,"a ""k"", b",4,2,1,1,1,{'c'},1,2,3,4\n`,
  );
  expect(rows[0]).toMatchObject({
    ok: true,
    value: {
      id: "prod_vg_hard_negs_atom_complexity_4:2",
      image: { id: "13", box: { x: 1, y: 2, width: 30.5, height: 40 } },
      caption: "cat on mat.",
      negatives: [
        { text: "dog on mat.", type: "atom" },
        { text: "cat's mat", type: "atom" },
      ],
      n: 4,
      complexity: { n: 4, objects: 2, relations: 1, attributes: 1, components: 1 },
      source: { line: 2, literal: "list", format: "crepe-productivity" },
    },
  });
  expect(rows[1]).toMatchObject({
    ok: true,
    value: { caption: 'a "k", b', source: { line: 3, literal: "set" } },
  });
});

test("a systematicity file gives the negatives of its three columns, each once, and the split of its name", async () => {
  const [row] = await read(
    "syst_vg_hard_negs_unseen_compounds_in_cc12m.csv",
    "image_id,region_id,caption,x,y,width,height,valid_hard_negs_atom,valid_hard_negs_comp,valid_hard_negs_combined\n" +
      `1,77,a pink car,0,0,9,9,['a blue car'],,"['a blue car', 'a blue car and a pink toy']"\n`,
  );
  expect(row).toMatchObject({
    ok: true,
    value: {
      id: "77",
      split: { cc12m: { split: "UC", rarestCompound: null } },
      negatives: [
        { text: "a blue car", type: "atom" },
        { text: "a blue car and a pink toy", type: "combined" },
      ],
    },
  });
});

test("bad rows of a CSV file are losses with their line, and the rows around them stay", async () => {
  const bad = [
    `1,a,4,2,1,1,1,['b'],1,2,3,4`,
    `2,a,4`,
    `3,"a,4,2,1,1,1,['b'],1,2,3,4`,
    `4,a,4,2,1,1,1,['b',1,2,3,4`,
    `5,a,4,2,1,1,1,['b' 'c'],1,2,3,4`,
    `6,a,4,2,1,1,1,nan,1,2,3,4`,
    `7,${"word ".repeat(10_000)},4,2,1,1,1,['b'],1,2,3,4`,
    `8,"x\ny",4,2,1,1,1,['b'],1,2,3,4`,
  ];
  expect((await read("a_atom_complexity.csv", [header, ...bad].join("\n"))).map(describe)).toEqual([
    ["a", "b"],
    "3: wrong-number-of-columns",
    "4: unclosed-quote",
    "5: hard-negs-missing-comma",
    "6: hard-negs-missing-comma",
    "7: hard-negs-not-a-python-list",
    "8: caption-too-long",
    ["x\ny", "b"],
  ]);
});

test("SugarCrepe's object of records gives a row each, and one damaged record costs itself alone", async () => {
  const rows = await read(
    "add_obj.json",
    `{\n "0": {"filename": "1.jpg", "caption": "a", "negative_caption": "b"},\n "1": {"caption": 1, "negative_caption": "b"},\n` +
      ` "2": {"caption": "x" "y"},\n "3": {"filename": "2.jpg", "caption": "c }", "negative_caption": "\\u0064\\""}\n}`,
  );
  expect(rows.map(describe)).toEqual([["a", "b"], "3: invalid-caption", "4: invalid-json", ["c }", 'd"']]);
  expect(rows[3]).toMatchObject({
    value: { id: "add_obj:3", image: { file: "2.jpg" }, source: { line: 5 } },
  });
});

test("a Winoground group gives two rows that share a pair", async () => {
  const rows = await read(
    "examples.jsonl",
    `{"id":0,"image_0":"ex_0_img_0","image_1":"ex_0_img_1","caption_0":"a b","caption_1":"b a","tag":"Object"}\n`,
  );
  expect(rows).toMatchObject([
    { value: { id: "0:A", caption: "a b", negatives: [{ text: "b a" }], image: { file: "ex_0_img_0" } } },
    { value: { id: "0:B", caption: "b a", negatives: [{ text: "a b" }], pair: { id: "0", side: "B" } } },
  ]);
});

test("ARO's records give the box, one negative, and the relation or attributes that its averages go by", async () => {
  const box = `"bbox_x":1,"bbox_y":2,"bbox_h":4,"bbox_w":3`;
  const common = `"image_id":"2331","image_path":"2331.jpg",${box},"true_caption":"a","false_caption":"b"`;
  const relations = await read(
    "visual_genome_relation.json",
    `[{${common},"relation_name":"behind","predicate":"behind"},{${common},"relation_name":"on"}]`,
  );
  expect(relations).toMatchObject([
    {
      value: {
        id: "visual_genome_relation:0",
        image: { file: "2331.jpg", id: "2331", box: { x: 1, y: 2, width: 3, height: 4 } },
        caption: "a",
        negatives: [{ text: "b", type: "relation" }],
        group: "behind",
        source: { line: 1, format: "aro-relation" },
      },
    },
    { value: { id: "visual_genome_relation:1", group: "on" } },
  ]);
  const [attribution] = await read(
    "visual_genome_attribution.json",
    `[{${common},"obj1_name":"door","obj2_name":"wall","attributes":["blue","open"]}]`,
  );
  expect(attribution).toMatchObject({
    value: {
      negatives: [{ type: "attribution" }],
      group: "blue_open",
      source: { format: "aro-attribution" },
    },
  });
});

test("a list of options has the true caption first, as ARO's orders have it", async () => {
  const record = `{"image":"val2014/COCO_val2014_000000391895.jpg","caption_options":["a man","man a","a  man"]}`;
  expect(await read("coco_order.json", `[${record}]`)).toMatchObject([
    {
      value: {
        id: "coco_order:0",
        image: { file: "val2014/COCO_val2014_000000391895.jpg" },
        caption: "a man",
        negatives: [
          { text: "man a", type: "coco_order" },
          { text: "a  man", type: "coco_order" },
        ],
      },
    },
  ]);
  const one = await read("x.json", `[${record},{"image":"1.jpg","caption_options":["a"]}]`);
  expect(one[1]).toMatchObject({ ok: false, reason: "invalid-caption_options" });
});

test("Winoground as Parquet of the hub is the same as its lines, by its three collapsed tags", async () => {
  using directory = createTemporaryDirectory();
  const columns = defineColumns({
    id: "integer",
    caption_0: "text",
    caption_1: "text",
    image_0: "text",
    image_1: "text",
    tag: "text",
    collapsed_tag: "text",
  });
  const group = {
    id: 7,
    image_0: "ex_7_img_0",
    image_1: "ex_7_img_1",
    caption_0: "a b",
    caption_1: "b a",
    tag: "Noun",
    collapsed_tag: "Object",
  };
  await writeShards(directory.path, columns, [group]);
  const { rows: parquet } = await loadRetrievalRows([shardPath(directory.path, 0)]);
  const path = join(directory.path, "examples.jsonl");
  writeFileSync(path, `${JSON.stringify({ ...group, secondary_tag: "", num_main_preds: 1 })}\n`);
  const { rows: lines } = await loadRetrievalRows([path]);
  const withoutPlace = (row: RetrievalRow) => ({ ...row, source: row.source.format });
  expect(parquet.map(withoutPlace)).toEqual(lines.map(withoutPlace));
  expect(parquet.map(({ id, negatives }) => [id, negatives[0]?.type])).toEqual([
    ["7:A", "Object"],
    ["7:B", "Object"],
  ]);
});

test.each([
  [`[{"caption":"a","negatives":["b"]},{"caption":"c","negat`, [["a", "b"], "1: cut-short"]],
  [`[{"caption":"a","negatives":["b"]},`, [["a", "b"], "1: cut-short"]],
  [`[{"caption":"a","negatives":["b"]}`, [["a", "b"], "1: cut-short"]],
  [`{"0":{"caption":"a","negative_caption":"b"},"1":{"capt`, [["a", "b"], "1: cut-short"]],
])("a document that ends too early says so: %j", async (text, expected) => {
  expect((await read("add_obj.json", text)).map(describe)).toEqual(expected);
});

test.each([
  ["PK\u0003\u0004...", /is a zip archive/u],
  ["<!DOCTYPE html><html>", /is a web page/u],
  ["version https://git-lfs.github.com/spec/v1\n", /is a pointer of Git LFS/u],
])("a file that is something else is called what it is: %j", async (text, message) => {
  await expect(read("swap_obj.json", text)).rejects.toThrow(message);
});

test("plain JSON lines and arrays take negatives as texts or as objects", async () => {
  const records = [
    `{"caption":"a","negatives":["b",{"text":"c","type":"swap"}],"image":"1.png"}`,
    `not json`,
    `{"caption":"a","negatives":"b"}`,
    `{"caption":"a"}`,
  ];
  const expected = [["a", "b", "c"], "2: invalid-json", "3: invalid-negatives", "4: unknown-record"];
  expect((await read("x.jsonl", records.join("\n"))).map(describe)).toEqual(expected);
  expect((await read("x.txt", gzipSync(records.join("\n")))).map(describe)).toEqual(expected);
  expect((await read("x.json", `[${records[0]}]`)).map(describe)).toEqual([["a", "b", "c"]]);
});

test("files that cannot be opened or are no benchmark are errors that name file and line", async () => {
  await expect(loadRetrievalRows(["/nowhere/x.csv"])).rejects.toThrow(InputError);
  await expect(read("x.csv", "a,b\n1,2\n")).rejects.toThrow(/x\.csv, line 1: not a known benchmark/u);
  using directory = createTemporaryDirectory();
  writeFileSync(join(directory.path, "x.jsonl"), "{}\n");
  await expect(loadRetrievalRows([join(directory.path, "x.jsonl")])).rejects.toThrow(
    /line 1: unknown-record/u,
  );
});

test("a truncated gzip gives what came before and one loss", async () => {
  const lines = Array.from(
    { length: 30_000 },
    (_, i) => `{"caption":"${Math.sin(i)}","negatives":["${i}"]}\n`,
  );
  const whole = gzipSync(lines.join(""));
  const rows = await read("x.jsonl.gz", whole.subarray(0, whole.length / 2));
  expect(rows.at(-1)).toMatchObject({ ok: false, reason: "truncated-gzip" });
  expect(rows.filter((row) => row.ok).length).toBeGreaterThan(1_000);
});

test("a benchmark directory of ours gives its items, whole, and bad lines as losses", async () => {
  using directory = createTemporaryDirectory();
  const item = toItem(0, "a cat");
  const wrong = { ...item, complexity: null };
  writeFileSync(join(directory.path, "items.jsonl"), `${JSON.stringify(item)}\n${JSON.stringify(wrong)}\n`);
  const { rows: read, losses } = await loadRetrievalRows([directory.path]);
  expect(read).toMatchObject([{ id: "i0", n: 4, item, source: { line: 1, format: "observatory" } }]);
  expect(losses).toMatchObject([{ reason: "invalid-complexity", source: { line: 2 } }]);
});

test("no bytes make the reader crash", async () => {
  const piece = fc.constantFrom(
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    "\n",
    "\\",
    "'",
    "caption",
    "negatives",
    ":",
    "hard_negs",
    "a",
    "\0",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const text = pieces.join("");
      for (const content of [`${header}\n${text}`, `{${text}`, `{"caption":"a"}\n${text}`])
        await read("x", content);
    }),
    { numRuns: 100 },
  );
});

const hostile = [
  "plain",
  `it's "both"`,
  `"only" double`,
  "it's",
  "back\\slash\\n",
  "tab\t and\nline",
  "é 😀 \u2028",
  "a, b",
  "\0x",
];

function toItem(index: number, caption: string): Item {
  return {
    id: `i${index}`,
    image: { file: `images/${index + 1}.png`, box: { x: 0, y: 1.5, width: 200, height: 300 } },
    caption,
    graph: { objects: [], relations: [] },
    complexity: { n: 4 + (index % 2), objects: 2, relations: 1, attributes: 1, components: 1 },
    split: { world: { split: index % 2 ? "SC" : "UC", rarestCompound: 3 } },
    negatives: hostile.flatMap((text) =>
      (["atom", "comp"] as const).map((type) => ({
        text: `${type} ${text}`,
        type,
        edit: { rule: "r", role: "object" as const, from: "a", to: "b", objects: [] },
        falsity: "contradicted" as const,
      })),
    ),
  };
}
const rows = hostile.map((caption, i) =>
  toRetrievalRow(toItem(i, caption), { file: "items.jsonl", line: i + 1 }),
);

test("written productivity and systematicity files are read back equal", async () => {
  using directory = createTemporaryDirectory();
  const written = await writeCrepeProductivity(rows, directory.path);
  expect(written.map((file) => file.path.slice(directory.path.length))).toContain(
    "/atom/prod_vg_hard_negs_atom_complexity_4.csv",
  );
  const back = (await loadRetrievalRows(written.map((file) => file.path))).rows;
  for (const row of rows) {
    const parts = back.filter((other) => other.caption === row.caption);
    expect(parts.map((part) => part.negatives)).toEqual(
      ["atom", "comp"].map((type) =>
        row.negatives.filter((negative) => negative.type === type).map(({ text }) => ({ text, type })),
      ),
    );
    expect(parts[0]).toMatchObject({ n: row.n, complexity: row.complexity, image: { box: row.image.box } });
  }
  const files = await writeCrepeSystematicity(rows, directory.path);
  expect(files.map((file) => file.path.split("/").at(-1))).toEqual([
    "syst_vg_hard_negs_seen_compounds_in_world.csv",
    "syst_vg_hard_negs_unseen_compounds_in_world.csv",
  ]);
  const { rows: again, losses } = await loadRetrievalRows(files.map((file) => file.path));
  expect(losses).toEqual([]);
  expect(again.map((row) => row.id).toSorted()).toEqual(rows.map((row) => row.id));
  expect(new Set(again[0]?.negatives.map((negative) => negative.text))).toEqual(
    new Set(rows[1]?.negatives.map((negative) => negative.text)),
  );
});

const python = spawnSync("python3", ["-c", "import csv, ast"]).status === 0;
const script = `
import ast, csv, json, sys
try:
    import pandas
    rows = pandas.read_csv(sys.argv[1]).to_dict("records")
except ImportError:
    rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))
print(json.dumps([[str(r["caption"]), ast.literal_eval(r["hard_negs"]), int(r["n"]), float(r["width"])] for r in rows]))
`;

test.skipIf(!python)(
  "Python's csv and ast.literal_eval read a written file back (needs python3)",
  async () => {
    using directory = createTemporaryDirectory();
    const printable = rows.filter((row) => !row.caption.includes("\0"));
    const [file] = await writeCrepeProductivity(printable, directory.path);
    const result = spawnSync("python3", ["-c", script, file?.path ?? ""], { encoding: "utf8" });
    expect(result.stderr).toBe("");
    const expected = printable
      .filter((row) => row.n === 4)
      .map((row) => [
        row.caption,
        row.negatives.filter(({ type }) => type === "atom").map(({ text }) => text),
        4,
        200,
      ]);
    expect(parseJson(result.stdout)).toEqual(succeeded(expected));
  },
);

const real = findRealFile("vision/crepe/atom/prod_vg_hard_negs_atom_complexity_4.csv.gz");
test.skipIf(real === null)(
  "a released file comes back byte for byte, sets written as lists (needs real data)",
  async () => {
    if (real === null) return;
    using directory = createTemporaryDirectory();
    const { rows: released, losses } = await loadRetrievalRows([real]);
    expect([released.length, losses.length]).toEqual([1258, 0]);
    const [file] = await writeCrepeProductivity(released, directory.path);
    const before = gunzipSync(readFileSync(real))
      .toString("utf8")
      .replaceAll(/"\{(.*)\}"/gu, '"[$1]"');
    expect(readFileSync(file?.path ?? "", "utf8")).toBe(before);
  },
);
