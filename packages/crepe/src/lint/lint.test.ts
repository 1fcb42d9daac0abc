import { createTemporaryDirectory, findRealFile } from "@observatory/core/testing";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseJson, UsageError } from "@observatory/core";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadRetrievalRows } from "../interchange/read-retrieval-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { toBenchmarkFile } from "../interchange/to-benchmark-file.ts";
import { checkCell } from "./check-cell.ts";
import { checkRow } from "./check-row.ts";
import { findWrongArticles } from "./check-text.ts";
import { describeLint } from "./describe-lint.ts";
import { fixFiles } from "./fix-files.ts";
import { fixRows } from "./fix-rows.ts";
import { countDefects } from "./count-defects.ts";
import { loadKnownWords } from "./known-words.ts";
import { createLintContext } from "./lint-context.ts";
import { lintFiles, lintRows } from "./lint-files.ts";
import { alignStyles, textMendings } from "./mend-text.ts";

const known = await loadKnownWords();
const contextOf = (rows: readonly RetrievalRow[]) => createLintContext(rows, { known });

function toRow(caption: string, negatives: readonly string[], line = 1): RetrievalRow {
  return {
    id: `r${line}`,
    image: { id: String(line) },
    caption,
    negatives: negatives.map((text) => ({ text, type: "atom" })),
    source: { file: "x.jsonl", line, format: "jsonl" },
  };
}

async function codesOf(caption: string, ...negatives: string[]): Promise<string[]> {
  const row = toRow(caption, negatives);
  const remarks = checkRow(row, await contextOf([row]));
  return remarks.map(({ code, negative }) => (negative === undefined ? code : `${negative} ${code}`));
}

test("a clean row has no findings", async () => {
  expect(await codesOf("a red car on a road", "a blue car on a road", "a red car under a road")).toEqual([]);
});

test("negatives that say what the positive says are found, however they are written", async () => {
  expect(await codesOf("a cat on a mat", "a cat on a mat", "A cat, on a mat.", "a dog on a mat")).toEqual([
    "0 positive-among-negatives",
    "1 equal-up-to-case-punctuation",
    "1 duplicate-negative-normalised",
  ]);
  expect(await codesOf("sign for cafe", "sign for café")).toEqual(["0 equal-up-to-accents"]);
});

test("repeated and empty negatives, empty captions and empty lists are found", async () => {
  expect(await codesOf("a cat", "a dog", "a dog", "A dog.", " ")).toEqual([
    "1 duplicate-negative",
    "2 duplicate-negative-normalised",
    "3 empty-negative",
  ]);
  expect(await codesOf("")).toEqual(["empty-caption", "no-negatives"]);
});

test.each([
  ["a man wearing a hat", "a man wearunderg a hat", ["0 broken-preposition", "0 broken-word"]],
  ["a person walks", "a persacross walks", ["0 broken-preposition", "0 broken-word"]],
  ["kenya and the letter k", "wingenya and the letter wing", ["0 broken-word"]],
  ["a woman by a bus", "a wobus by a man", ["0 broken-word"]],
  ["a grassy hill", "a charityy hill", ["0 broken-ending"]],
  ["a bookshelf", "a magazineshelf", ["0 odd-compound"]],
  ["a car", "a zzyzx", ["0 unknown-word"]],
  ["a car under an overpass", "a car under an underpass", ["0 broken-preposition"]],
  ["two cronuts", "one cronut", ["0 unknown-word"]],
  ["two selfie sticks", "two selfies", []],
])("%s -> %s: %j", async (caption, negative, codes) => {
  expect(await codesOf(caption, negative)).toEqual(codes);
});

test("a word that any positive of the set holds is neither broken nor vulgar", async () => {
  const rows = [toRow("a man wearing a hat", ["an ass wearunderg a hat"]), toRow("wearunderg ass", ["b"], 2)];
  const codes = (context: Awaited<ReturnType<typeof contextOf>>) =>
    checkRow(rows[0] ?? toRow("", []), context).map(({ code }) => code);
  expect(codes(await contextOf(rows))).toEqual([]);
  expect(codes(await contextOf(rows.slice(0, 1)))).toEqual([
    "broken-preposition",
    "broken-word",
    "vulgar-word",
  ]);
});

test("articles follow the sound", () => {
  const right =
    "a unicorn, an hour, a one-way road, an umbrella, an x, a european, an uninhabited isle, a historic site";
  expect(findWrongArticles(right)).toEqual([]);
  expect(findWrongArticles("An man with a apple and a hour").map(({ word }) => word)).toEqual([
    "man",
    "apple",
    "hour",
  ]);
});

test("faults of English count against a negative only where the positive has not the same", async () => {
  expect(await codesOf("a cat, a dog", "a cat. , a owl", "a cat cat, a dog", "a cat, a d\uFFFDg")).toEqual([
    "0 wrong-article",
    "0 stray-punctuation",
    "1 doubled-word",
    "2 damaged-text",
  ]);
});

test("a property that finds the positive is a leak of its set; a hand-computed rate", () => {
  const rows = Array.from({ length: 40 }, (_, i) => ({
    row: toRow("cat here", [], i),
    negatives: i < 30 ? ["Dog here", "Cow here"] : ["dog here", "cow here"],
  }));
  // 30 rows are found, 10 are three-way ties: (30 + 10 / 3) / 40.
  expect(checkCell(rows)).toMatchObject([
    {
      code: "case-leak",
      severity: "error",
      message: expect.stringContaining("83.3 % of 40 rows (chance 33.3 %)"),
    },
  ]);
  expect(checkCell(rows.slice(0, 19))).toEqual([]);
  const uneven = rows.slice(30).concat(rows.slice(30).map((one) => ({ ...one, negatives: ["dog here"] })));
  expect(checkCell(uneven).map(({ code }) => code)).toEqual(["varying-list-size"]);
});

test("files are linted with places, losses, images and a summary; messages carry no control characters", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x.jsonl");
  mkdirSync(join(directory.path, "images"));
  writeFileSync(join(directory.path, "images", "1.png"), "");
  const record = (image: string, negative: string) =>
    JSON.stringify({ id: "same", image, caption: "a cat", negatives: [negative] });
  writeFileSync(
    path,
    [
      record("images/1.png", "a dog"),
      "{",
      record("2.png", "a cat"),
      record("1.png", "a \u001b[31m dog"),
    ].join("\n"),
  );
  const report = await lintFiles([path], { images: join(directory.path, "images") });
  expect(report.findings.map(({ code, line, item }) => [code, line, item])).toEqual([
    ["unreadable-row", 2, null],
    ["positive-among-negatives", 3, "same"],
    ["duplicate-id", 3, "same"],
    ["missing-image", 3, "same"],
    ["damaged-text", 4, "same"],
    ["duplicate-id", 4, "same"],
  ]);
  expect(report.files).toMatchObject([{ rows: 3, negatives: 3, lost: 1, rowsWith: { "duplicate-id": 2 } }]);
  expect(describeLint(report).join("\n")).not.toMatch(/[^\P{Cc}\n]/u);
  expect(describeLint(report)).toContain("error duplicate-id: 2 in 2 rows");
});

test("fixing leaves rows without the findings that it can cure, and nothing to fix a second time", async () => {
  const rows = [
    toRow("lamp next to a bed. there is a table ", [
      "Lamp not next to a bed. . There is a table.",
      "Lamp next to a bed. There is a table.",
    ]),
    toRow(
      "a man wearing a hat",
      ["a man wearunderg a hat", "an man wearing a coat", "a man wearing a hat"],
      2,
    ),
    toRow("a cat", ["A cat."], 3),
    toRow("a cafe", ["a café by a tree", "a bar"], 4),
  ];
  const fixed = fixRows(rows, await contextOf(rows));
  expect(fixed.rows.map(({ caption, negatives }) => [caption, ...negatives.map(({ text }) => text)])).toEqual(
    [
      ["lamp next to a bed. there is a table", "lamp not next to a bed. there is a table"],
      ["a man wearing a hat", "a man wearing a coat"],
      ["a cafe", "a cafe by a tree", "a bar"],
    ],
  );
  expect(fixed).toMatchObject({ droppedRows: 1, droppedNegatives: 4 });
  const context = await contextOf(fixed.rows);
  expect((await lintRows(fixed.rows, [], context)).findings).toEqual([]);
  const again = fixRows(fixed.rows, context);
  expect(again).toMatchObject({ changes: {}, droppedRows: 0 });
  expect(again.rows).toEqual(fixed.rows);
});

test("mending and aligning are idempotent, and aligning is blind to order", () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from("aeé n.,;!? ABÉ")) });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      for (const { mend } of textMendings.slice(0, 1))
        for (const one of texts) expect(mend(mend(one))).toBe(mend(one));
      const { texts: aligned } = alignStyles(texts);
      expect(alignStyles(texts.toReversed()).texts).toEqual(aligned.toReversed());
    }),
  );
});

const crepe = findRealFile("vision/crepe/files.json");
const reference = findRealFile("vision/reference/blind-baselines.json");
test.skipIf(crepe === null || reference === null)(
  "the released CREPE files have the defects of the reference, to the last one (needs real data)",
  async () => {
    if (crepe === null || reference === null) return;
    const paths = ["atom", "swap", "negate"].flatMap((type) => {
      const folder = join(dirname(crepe), type);
      return readdirSync(folder).map((name) => join(folder, name));
    });
    const { rows, losses } = await loadRetrievalRows(paths);
    expect([rows.length, losses.length]).toEqual([23_252, 0]);
    const found = countDefects(rows, (await contextOf(rows)).positiveTokens);
    const json = parseJson(readFileSync(reference, "utf8"));
    const defects = json.ok
      ? (json.value as { defects: Record<string, Record<string, number>> }).defects
      : {};
    expect(Object.keys(defects).toSorted()).toEqual(["atom", "negate", "swap"]);
    for (const [type, counts] of Object.entries(defects)) {
      const named = Object.entries(counts).map(([name, count]) => [
        name.replaceAll(/_(.)/gu, (_, first: string) => first.toUpperCase()),
        count,
      ]);
      expect(found[type]).toMatchObject(Object.fromEntries(named));
    }
  },
  60_000,
);

test("fixed files keep their format and name, and two of one name are refused", async () => {
  using directory = createTemporaryDirectory();
  const [from, to] = [join(directory.path, "from"), join(directory.path, "to")];
  mkdirSync(from);
  const path = join(from, "prod_vg_hard_negs_atom_complexity_4.csv");
  writeFileSync(path, `image_id,caption,n,hard_negs\n1,a cat,4,"['a cat', 'A dog']"\n2,"a, b\n`);
  const result = await fixFiles([path], to);
  expect(result).toMatchObject({
    files: [{ rows: 1 }],
    droppedNegatives: 1,
    droppedRows: 0,
    changes: { "unreadable-row": 1 },
  });
  expect(readFileSync(result.files[0]?.path ?? "", "utf8")).toContain(`1,a cat,4,,,,,['a dog'],,,,`);
  await expect(fixFiles([path, path], to)).rejects.toThrow(UsageError);
  await expect(fixFiles([path], from)).rejects.toThrow(UsageError);
});

const sugar = findRealFile("vision/sugarcrepe/replace_att.json");
test.skipIf(sugar === null)(
  "a fixed SugarCrepe file is written in its own format and is clean (needs real data)",
  async () => {
    if (sugar === null) return;
    using directory = createTemporaryDirectory();
    const { rows } = await loadRetrievalRows([sugar]);
    const { name, text } = toBenchmarkFile(fixRows(rows, await contextOf(rows)).rows);
    const path = join(directory.path, name);
    writeFileSync(path, text);
    const report = await lintFiles([path]);
    expect(report.files).toMatchObject([{ format: "sugarcrepe", rows: 787, lost: 0 }]);
    expect(report.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  },
);
