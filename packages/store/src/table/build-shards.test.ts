import { InputError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildShards } from "./build-shards.ts";
import { defineColumns } from "./columns.ts";
import { describeParquet, readParquetTexts } from "./read-parquet.ts";
import { readShards, readTableFile } from "./read-shards.ts";
import { shardPath } from "./shard-manifest.ts";
import { sumShards } from "./sum-shards.ts";

const columns = defineColumns({ word: "text?", kind: "text", count: "integer" });
const parts = [
  [
    ["dog", 2],
    ["cat", 1],
  ],
  [["dog", 3]],
  [
    [null, 4],
    ["émeu", 1],
    ["cat", 9],
  ],
] as const;
const toRows = async (part: (typeof parts)[number]) =>
  part.map(([word, count]) => ({ word, kind: "noun", count }));

test("a table is built part by part, and goes on with the parts that are missing", async () => {
  using temporary = createTemporaryDirectory();
  const table = { directory: join(temporary.path, "table"), columns };
  expect(await buildShards(table, parts, toRows, { concurrency: 2 })).toEqual({ rows: 6, shards: 3 });
  rmSync(shardPath(table.directory, 1));
  writeFileSync(shardPath(table.directory, 2), "torn");
  const asked: number[] = [];
  const rowsSoFar: number[] = [];
  await buildShards(
    table,
    parts,
    async (part, { shard }) => {
      asked.push(shard);
      return await toRows(part);
    },
    { onShard: ({ rows }) => rowsSoFar.push(rows) },
  );
  expect(asked).toEqual([1, 2]);
  expect(rowsSoFar).toEqual([2, 3, 6]);
  const words: (string | null)[] = [];
  for await (const row of readShards(table.directory, columns)) words.push(row.word);
  expect(words).toEqual(["dog", "cat", "dog", null, "émeu", "cat"]);
});

test("rows that agree in all other columns are summed and sorted", async () => {
  using temporary = createTemporaryDirectory();
  const table = { directory: join(temporary.path, "table"), columns };
  const path = join(temporary.path, "sums.parquet");
  await buildShards(table, parts, toRows);
  await sumShards(table, { sum: "count", path });
  const rows: unknown[] = [];
  for await (const batch of readTableFile(path, columns)) rows.push(...batch);
  expect(rows).toEqual([
    { word: null, kind: "noun", count: 4 },
    { word: "cat", kind: "noun", count: 10 },
    { word: "dog", kind: "noun", count: 5 },
    { word: "émeu", kind: "noun", count: 1 },
  ]);
});

test("sums under a small memory limit are complete", async () => {
  using temporary = createTemporaryDirectory();
  const table = { directory: join(temporary.path, "table"), columns };
  const path = join(temporary.path, "sums.parquet");
  const words = (shard: number) =>
    Array.from({ length: 8_000 }, (_, i) => ({
      word: `${"long word ".repeat(20)}${(i * 7 + shard * 5_000) % 30_000}`,
      kind: "noun",
      count: 1,
    }));
  await buildShards(table, [0, 1, 2, 3, 4, 5], async (shard) => words(shard));
  await sumShards(table, { sum: "count", path, memoryLimitMegabytes: 48 });
  let rows = 0;
  let total = 0;
  for await (const batch of readTableFile(path, columns)) {
    rows += batch.length;
    for (const { count } of batch) total += count;
  }
  const distinct = new Set([0, 1, 2, 3, 4, 5].flatMap((shard) => words(shard).map(({ word }) => word)));
  expect([rows, total]).toEqual([distinct.size, 48_000]);
});

test("anyone's Parquet file is described, and a column read as text", async () => {
  using temporary = createTemporaryDirectory();
  const table = { directory: temporary.path, columns };
  await buildShards(table, parts.slice(0, 1), toRows);
  const path = shardPath(temporary.path, 0);
  expect(await describeParquet(path)).toEqual([
    { name: "word", type: "VARCHAR" },
    { name: "kind", type: "VARCHAR" },
    { name: "count", type: "BIGINT" },
  ]);
  const texts: unknown[] = [];
  for await (const batch of readParquetTexts(path, "count")) texts.push(...batch);
  expect(texts).toEqual(["2", "1"]);
  await expect(readParquetTexts(path, "no such").next()).rejects.toThrow(InputError);
  writeFileSync(join(temporary.path, "bad.parquet"), "PAR1 and nothing more");
  await expect(describeParquet(join(temporary.path, "bad.parquet"))).rejects.toThrow(/bad\.parquet/u);
});
