import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError, parseJson } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { expect, test } from "vitest";
import { writeParquetFile } from "../testing/write-parquet-file.ts";
import { readParquetJson, type ParquetJsonRow } from "./read-parquet-json.ts";

async function read(query: string, maxBytes = 10_000): Promise<ParquetJsonRow[]> {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "t.parquet");
  await writeParquetFile(path, query);
  const rows: ParquetJsonRow[] = [];
  for await (const batch of readParquetJson(path, { maxBytes })) rows.push(...batch);
  return rows;
}

const valueOf = (row: ParquetJsonRow | undefined): unknown => {
  const parsed = parseJson(row?.json ?? "");
  return parsed.ok ? parsed.value : "not JSON";
};

test("structures and lists are objects and arrays, in the order of the file", async () => {
  const rows = await read(
    "SELECT i AS id, [{'role': 'user', 'turn': i, 'tags': ['a', NULL]}] AS conversation, MAP {'k': 1} AS scores FROM range(5000) t(i)",
  );
  expect(rows.length).toBe(5000);
  expect(valueOf(rows[4321])).toEqual({
    id: 4321,
    conversation: [{ role: "user", turn: 4321, tags: ["a", null] }],
    scores: { k: 1 },
  });
});

test("times are ISO texts, whole numbers that JSON would round are texts, and no number is null", async () => {
  const [row] =
    await read(`SELECT TIMESTAMP '2023-04-09 00:02:53.123456' AS t, TIMESTAMPTZ '2023-04-09 02:00:00+02' AS z,
    DATE '2024-01-01' AS d, 9007199254740993::BIGINT AS big, -9007199254740991::BIGINT AS safe, [{'n': 18446744073709551615::UBIGINT}] AS list,
    'nan'::DOUBLE AS nan, '-inf'::DOUBLE AS inf, 1.5::DOUBLE AS x, 1234.25::DECIMAL(20, 2) AS de, NULL AS nothing`);
  expect(valueOf(row)).toEqual({
    t: "2023-04-09 00:02:53.123456",
    z: expect.stringMatching(/^2023-04-0[89] \d\d:\d\d:00[+-]\d\d/),
    d: "2024-01-01",
    big: "9007199254740993",
    safe: -9007199254740991,
    list: [{ n: "18446744073709551615" }],
    nan: null,
    inf: null,
    x: 1.5,
    de: 1234.25,
    nothing: null,
  });
});

test("texts stay as they are, whatever numbers and quotes stand in them", async () => {
  const text = String.raw`a\"b\\":12345678901234567890,NaN:-Infinity,[1234567890123456789]`;
  const [row] = await read(
    `SELECT '${text}' AS t, 'nan'::DOUBLE AS n, '\\' AS e, 1234567890123456789 AS big`,
  );
  expect(valueOf(row)).toEqual({ t: text, n: null, e: "\\", big: "1234567890123456789" });
});

test("a row too long is told with its length, and its neighbours are given out", async () => {
  const rows = await read("SELECT repeat('x', 10 + 90 * (i % 2)) AS t FROM range(4) r(i)", 50);
  expect(rows.map(({ json, bytes }) => [json === null, bytes])).toEqual([
    [false, 18],
    [true, 108],
    [false, 18],
    [true, 108],
  ]);
});

test("a damaged file is an error of the input", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "t.parquet");
  await writeParquetFile(path, "SELECT i AS id FROM range(100) t(i)");
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length - 20));
  await expect(readParquetJson(path, { maxBytes: 100 }).next()).rejects.toBeInstanceOf(InputError);
});
