import { InputError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { buildShards, defineColumns, shardPath } from "@observatory/store";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openSource, type OpenSourceOptions } from "./caption-source.ts";
import { readCaptions } from "./read-captions.ts";

const captions = ["a red dog on a wooden table", 'a "small", red ball', "un émeu"];

interface Read {
  readonly captions: readonly string[];
  readonly losses: readonly string[];
}

/** Reads a file of this content; null where it holds no record. */
async function read(
  name: string,
  content: string | Buffer,
  options: OpenSourceOptions = {},
): Promise<Read | null> {
  using temporary = createTemporaryDirectory();
  const path = join(temporary.path, name);
  writeFileSync(path, content);
  return await readPath(path, options);
}

async function readPath(path: string, options: OpenSourceOptions = {}): Promise<Read | null> {
  const source = await openSource(path, options);
  if (source === null) return null;
  const result = { captions: [] as string[], losses: [] as string[] };
  for await (const caption of readCaptions(source)) {
    if (caption.ok) result.captions.push(caption.value);
    else result.losses.push(caption.reason);
  }
  return result;
}

const rows = captions.map((caption, id) => ({ id, caption }));
const jsonl = rows.map((row) => JSON.stringify(row)).join("\n");
const tsv = rows.map(({ id, caption }) => `${id}\t${caption}`).join("\n");
const csv = rows.map(({ id, caption }) => `${id},"${caption.replaceAll('"', '""')}"`).join("\r\n");

test.each([
  ["lines", "captions", captions.join("\r\n"), {}],
  ["gzip'd lines", "captions.txt.gz", gzipSync(captions.join("\n")), {}],
  ["lines by wish", "captions.dat", captions.join("\n"), { format: "lines" as const }],
  ["JSON lines", "captions.jsonl", jsonl, {}],
  ["JSON lines without an extension", "captions", jsonl, {}],
  ["JSON lines by name", "captions.jsonl", jsonl, { column: "caption" }],
  [
    "texts as JSON lines",
    "captions.ndjson",
    captions.map((caption) => JSON.stringify(caption)).join("\n"),
    {},
  ],
  [
    "arrays as JSON lines",
    "captions.jsonl",
    captions.map((caption) => JSON.stringify([7, caption])).join("\n"),
    { column: 1 },
  ],
  ["several captions a line", "captions.jsonl", JSON.stringify({ captions }), {}],
  ["CSV", "captions.csv", `\uFEFFid,Caption\r\n${csv}`, {}],
  ["CSV by index", "captions.csv.gz", gzipSync(csv), { column: 1 }],
  ["TSV", "captions.tsv", `id\tTEXT\n${tsv}`, {}],
  ["TSV by index", "captions", tsv, { column: 1 }],
])("%s give their captions in order", async (_, name, content, options) => {
  expect(await read(name, content, options)).toEqual({ captions, losses: [] });
});

test("a Parquet file gives its captions in order, by name or index", async () => {
  using temporary = createTemporaryDirectory();
  const columns = defineColumns({ url: "integer", text: "text?" });
  await buildShards({ directory: temporary.path, columns }, [[...captions, null]], async (part) =>
    part.map((text, url) => ({ url, text })),
  );
  const path = shardPath(temporary.path, 0);
  const expected = { captions, losses: ["no-caption"] };
  for (const options of [{}, { column: "text" }, { column: 1 }])
    expect(await readPath(path, options)).toEqual(expected);
  await expect(readPath(path, { column: "caption" })).rejects.toThrow('it has "url", "text"');
  await expect(read("bad.parquet", "PAR1, and then nothing")).rejects.toThrow(InputError);
});

test("broken records are losses", async () => {
  const lines = [
    ...rows.map((row) => JSON.stringify(row)),
    "{not json",
    JSON.stringify({ caption: "very ".repeat(10_000) }),
    JSON.stringify({ caption: 5 }),
    JSON.stringify({ url: "" }),
    JSON.stringify({ caption: "  " }),
  ];
  const losses = ["not-json", "caption-too-long", "no-caption", "no-caption", "empty"];
  expect(await read("captions.jsonl", lines.join("\n"))).toEqual({ captions, losses });
  expect(await read("captions.tsv", "id\tcaption\n1\ta dog\n2\n\n3\ta cat")).toEqual({
    captions: ["a dog", "a cat"],
    losses: ["no-caption"],
  });
  const cut = await read("captions.gz", gzipSync(captions.join("\n").repeat(500)).subarray(0, -20));
  expect(cut?.losses).toContain("truncated-gzip");
});

test("a column that is not there is told with those that are", async () => {
  const wanted = { column: "caption" };
  await expect(read("a.jsonl", '{"url":"u","alt":"a dog"}', wanted)).rejects.toThrow('it has "url", "alt"');
  await expect(read("a.csv", "url,words\nu,a dog", wanted)).rejects.toThrow('it has "url", "words"');
  await expect(read("a.tsv", "u\ta dog", { column: 7 })).rejects.toThrow('it has "0", "1"');
  await expect(read("a.csv", "url,words\nu,a dog")).rejects.toThrow("a usual column of captions");
});

test("a file without a record is none, and one that cannot be opened is an error", async () => {
  for (const name of ["a.jsonl", "a.csv", "a.tsv"]) expect(await read(name, "")).toBeNull();
  await expect(readPath("/no/such/file.jsonl")).rejects.toThrow("/no/such/file.jsonl");
  await expect(readPath("/")).rejects.toThrow(InputError);
});
