import { InputError } from "@observatory/core";
import { findRealFile } from "@observatory/core/testing";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFactual } from "./factual.ts";

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "factual-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const record = {
  caption: "two buses beside a Bus",
  graph: {
    objects: ["buses", "bus:1"],
    attributes: [["buses", "2"]],
    relations: [["buses", "beside", "bus:1"]],
    relation_kinds: [""],
  },
};

test("reads plain and gzip'd lines; an index leaves a second object of the same name", async () => {
  const text = `${JSON.stringify(record)}\n\n`;
  await writeFile(join(directory, "a.jsonl"), text);
  await writeFile(join(directory, "a.jsonl.gz"), gzipSync(text));
  for (const file of ["a.jsonl", "a.jsonl.gz"]) {
    expect(await collect(readFactual(join(directory, file)))).toEqual([
      {
        caption: record.caption,
        graph: {
          objects: [
            { id: "o0", name: "bus", attributes: ["2"], box: null },
            { id: "o1", name: "bus", attributes: [], box: null },
          ],
          relations: [{ subject: "o0", predicate: "beside", object: "o1" }],
        },
      },
    ]);
  }
});

test("says passives as such when told to", async () => {
  const graph = { ...record.graph, relations: [["buses", "tie to", "bus:1"]], relation_kinds: ["pv"] };
  await writeFile(join(directory, "pv.jsonl"), JSON.stringify({ ...record, graph }));
  const predicates = async (participles: boolean) =>
    (await collect(readFactual(join(directory, "pv.jsonl"), { participles }))).flatMap(({ graph: one }) =>
      one.relations.map(({ predicate }) => predicate),
    );
  expect(await predicates(true)).toEqual(["tied to"]);
  expect(await predicates(false)).toEqual(["tie to"]);
});

test("names file and line of a record that is not one", async () => {
  const path = join(directory, "bad.jsonl");
  await writeFile(path, `${JSON.stringify(record)}\n{"caption": 3}\n`);
  await expect(collect(readFactual(path))).rejects.toThrow(InputError);
  await expect(collect(readFactual(path))).rejects.toThrow(/bad\.jsonl:2/u);
});

const dev = findRealFile("vision/factual/dev.jsonl");

test.skipIf(dev === null)("reads FACTUAL's dev split whole (skipped without the data)", async () => {
  const records = await collect(readFactual(dev ?? ""));
  expect(records).toHaveLength(1000);
  expect(records.reduce((sum, { graph }) => sum + graph.objects.length, 0)).toBe(2118);
  expect(records.reduce((sum, { graph }) => sum + graph.relations.length, 0)).toBe(1117);
});
