import { StateError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { defineColumns, json, type RowOf } from "./columns.ts";
import { mapShards } from "./map-shards.ts";
import { countRows, describeTable, readShard, readShards } from "./read-shards.ts";
import { shardPath } from "./shard-manifest.ts";
import { writeShards } from "./write-shards.ts";

const columns = defineColumns({
  id: "text",
  account: "text?",
  turns: "integer",
  createdAt: "integer?",
  share: "double",
  score: "double?",
  flagged: "boolean",
  known: "boolean?",
  messages: json<readonly string[]>(z.array(z.string())),
});
type Row = RowOf<typeof columns>;

const numbers = defineColumns({ n: "integer" });

function countTo(count: number): { n: number }[] {
  return Array.from({ length: count }, (_, n) => ({ n }));
}

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

function bytesOf(directory: string): Record<string, string> {
  const names = readdirSync(directory).toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(directory, name), "base64")]));
}

test("the type of a row follows from its columns", () => {
  expectTypeOf<Row["account"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Row["turns"]>().toEqualTypeOf<number>();
  expectTypeOf<Row["known"]>().toEqualTypeOf<boolean | null>();
  expectTypeOf<Row["messages"]>().toEqualTypeOf<readonly string[]>();
});

test("any rows come back as they were, in order, from as many shards as they need", async () => {
  const anyText = fc.string({ unit: "binary" }).filter((text) => text.isWellFormed());
  const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });
  const row: fc.Arbitrary<Row> = fc.record({
    id: anyText,
    account: fc.option(anyText),
    turns: fc.maxSafeInteger(),
    createdAt: fc.option(fc.maxSafeInteger()),
    share: anyDouble,
    score: fc.option(anyDouble),
    flagged: fc.boolean(),
    known: fc.option(fc.boolean()),
    messages: fc.array(fc.string({ unit: "binary" })),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      async (rows, rowsPerShard) => {
        using directory = createTemporaryDirectory();
        const summary = await writeShards(directory.path, columns, rows, { rowsPerShard });
        expect(summary).toEqual({ rows: rows.length, shards: Math.ceil(rows.length / rowsPerShard) });
        expect(await collect(readShards(directory.path, columns))).toEqual(rows);
      },
    ),
    { numRuns: 12 },
  );
});

test("equal rows give equal bytes", async () => {
  using directory = createTemporaryDirectory();
  const [a, b] = [join(directory.path, "a"), join(directory.path, "b")];
  await writeShards(a, numbers, countTo(9000), { rowsPerShard: 5000 });
  await writeShards(b, numbers, countTo(9000), { rowsPerShard: 5000 });
  expect(bytesOf(a)).toEqual(bytesOf(b));
  expect(statSync(shardPath(a, 0)).mode & 0o777).toBe(0o600);
});

test("a shard ends early once its texts are large", async () => {
  using directory = createTemporaryDirectory();
  const texts = defineColumns({ text: "text" });
  const rows = Array.from({ length: 10 }, () => ({ text: "x".repeat(600) }));
  const summary = await writeShards(directory.path, texts, rows, { charactersPerShard: 1000 });
  expect(summary).toEqual({ rows: 10, shards: 5 });
});

test("a subset of the columns can be read, in any order", async () => {
  using directory = createTemporaryDirectory();
  const both = defineColumns({ a: "integer", b: "text" });
  await writeShards(directory.path, both, [{ a: 1, b: "x" }]);
  const rows = await collect(readShards(directory.path, defineColumns({ b: "text?" })));
  expect(rows).toEqual([{ b: "x" }]);
  await expect(collect(readShards(directory.path, defineColumns({ c: "text" })))).rejects.toThrow(
    /no such column: "c"/u,
  );
  await expect(collect(readShards(directory.path, defineColumns({ b: "double" })))).rejects.toThrow(
    /holds text: "b"/u,
  );
});

test("names with quotes, brackets, stars and key=value in the path are only names", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, `it's [a] "b"* ?`, "day=1; DROP TABLE shard--");
  await writeShards(path, numbers, countTo(3));
  expect(await collect(readShards(path, numbers))).toEqual(countTo(3));
});

test("an unusable column name, and a value that its column cannot hold, are refused without content", async () => {
  using directory = createTemporaryDirectory();
  expect(() => defineColumns({ 'a" DROP': "text" })).toThrow(TypeError);
  const share = defineColumns({ share: "double" });
  for (const value of [Number.NaN, Infinity]) {
    await expect(writeShards(directory.path, share, [{ share: value }])).rejects.toThrow(
      'the column "share" is not double',
    );
  }
  await expect(writeShards(directory.path, numbers, [{ n: 0.5 }])).rejects.toThrow(
    'the column "n" is not integer',
  );
});

test("an interrupted table is not readable, goes on where it was, and ends with the same bytes", async () => {
  using directory = createTemporaryDirectory();
  const [whole, resumed] = [join(directory.path, "whole"), join(directory.path, "resumed")];
  await writeShards(whole, numbers, countTo(95), { rowsPerShard: 10 });

  const cutShort = function* (): Generator<{ n: number }> {
    yield* countTo(47);
    throw new Error("cut short");
  };
  await expect(writeShards(resumed, numbers, cutShort(), { rowsPerShard: 10 })).rejects.toThrow("cut short");
  await expect(collect(readShards(resumed, numbers))).rejects.toThrow(/not finished/u);
  const before = statSync(shardPath(resumed, 3)).mtimeMs;
  const seen: number[] = [];
  await writeShards(resumed, numbers, countTo(95), {
    rowsPerShard: 10,
    onShard: ({ rows }) => seen.push(rows),
  });
  expect(statSync(shardPath(resumed, 3)).mtimeMs).toBe(before);
  expect(seen).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 95]);
  expect(bytesOf(resumed)).toEqual(bytesOf(whole));
});

test("a torn shard is written anew on the way", async () => {
  using directory = createTemporaryDirectory();
  await writeShards(directory.path, numbers, countTo(30), { rowsPerShard: 10 });
  const before = bytesOf(directory.path);
  truncateSync(shardPath(directory.path, 1), 40);
  rmSync(shardPath(directory.path, 2));
  await writeShards(directory.path, numbers, countTo(30), { rowsPerShard: 10 });
  expect(bytesOf(directory.path)).toEqual(before);
});

test("an input that gives fewer or more rows than a finished table holds is refused", async () => {
  using directory = createTemporaryDirectory();
  await writeShards(directory.path, numbers, countTo(30), { rowsPerShard: 10 });
  await expect(writeShards(directory.path, numbers, countTo(29), { rowsPerShard: 10 })).rejects.toThrow(
    /other rows/u,
  );
  await expect(writeShards(directory.path, numbers, countTo(31), { rowsPerShard: 10 })).rejects.toThrow(
    /other rows/u,
  );
});

test.each([
  ["truncated", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ["empty", () => Buffer.alloc(0)],
  ["of another kind", () => Buffer.from("hello, this is no Parquet")],
])("a shard that is %s is named with the cure", async (_, damage) => {
  using directory = createTemporaryDirectory();
  await writeShards(directory.path, numbers, countTo(5000));
  const path = shardPath(directory.path, 0);
  writeFileSync(path, damage(readFileSync(path)));
  const failure = await collect(readShards(directory.path, numbers)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StateError);
  expect(failure).toMatchObject({
    message: `cannot read ${path}: the file is damaged`,
    hint: expect.stringContaining("run the same command again"),
  });
});

test("a JSON value that its schema refuses is named by file, row and column, without content", async () => {
  using directory = createTemporaryDirectory();
  const loose = defineColumns({ value: json(z.unknown()) });
  const strict = defineColumns({ value: json(z.number()) });
  await writeShards(directory.path, loose, [{ value: 1 }, { value: "secret" }]);
  await expect(collect(readShards(directory.path, strict))).rejects.toThrow(
    `${shardPath(directory.path, 0)}, row 2: the column "value" is not json`,
  );
});

test("a table is mapped shard by shard, and only missing shards are mapped again", async () => {
  using directory = createTemporaryDirectory();
  const [input, output] = [join(directory.path, "in"), join(directory.path, "out")];
  const doubled = defineColumns({ twice: "integer" });
  await writeShards(input, numbers, countTo(50), { rowsPerShard: 10 });
  const mapped: number[] = [];
  const map = async (rows: readonly { n: number }[], context: { readonly shard: number }) => {
    mapped.push(context.shard);
    if (mapped.length === 3) throw new Error("cut short");
    return rows.filter(({ n }) => n % 3 > 0).map(({ n }) => ({ twice: 2 * n }));
  };
  const from = { directory: input, columns: numbers };
  const to = { directory: output, columns: doubled };
  await expect(mapShards(from, to, map)).rejects.toThrow("cut short");
  await expect(countRows(output)).rejects.toThrow(/not finished/u);
  const summary = await mapShards(from, to, map, { concurrency: 2 });
  expect(mapped.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 2, 3, 4]);
  const expected = countTo(50)
    .filter(({ n }) => n % 3 > 0)
    .map(({ n }) => ({ twice: 2 * n }));
  expect(await collect(readShards(output, doubled))).toEqual(expected);
  expect(summary).toEqual({ rows: expected.length, shards: 5 });
  expect(await describeTable(output)).toEqual(summary);
  expect(await readShard(shardPath(output, 1), doubled)).toEqual(
    expected.filter(({ twice }) => twice >= 20 && twice < 40),
  );
});

test("a map may leave a shard without rows", async () => {
  using directory = createTemporaryDirectory();
  const [input, output] = [join(directory.path, "in"), join(directory.path, "out")];
  await writeShards(input, numbers, countTo(20), { rowsPerShard: 10 });
  const none = mapShards(
    { directory: input, columns: numbers },
    { directory: output, columns: numbers },
    async (rows) => rows.filter(({ n }) => n >= 10),
  );
  expect(await none).toEqual({ rows: 10, shards: 2 });
  expect(await collect(readShards(output, numbers))).toEqual(countTo(20).slice(10));
});

test("an empty table is a table", async () => {
  using directory = createTemporaryDirectory();
  expect(await writeShards(directory.path, numbers, [])).toEqual({ rows: 0, shards: 0 });
  expect(await collect(readShards(directory.path, numbers))).toEqual([]);
});

test("an abort ends writing and reading", async () => {
  using directory = createTemporaryDirectory();
  const aborted = { signal: AbortSignal.abort() };
  await expect(writeShards(directory.path, numbers, countTo(1), aborted)).rejects.toThrow(/abort/iu);
  await writeShards(directory.path, numbers, countTo(10_000));
  const controller = new AbortController();
  const reading = (async () => {
    for await (const _ of readShards(directory.path, numbers, { signal: controller.signal }))
      controller.abort();
  })();
  await expect(reading).rejects.toThrow(/abort/iu);
});
