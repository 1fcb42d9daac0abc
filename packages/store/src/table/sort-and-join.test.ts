import { sha256 } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { defineColumns, json } from "./columns.ts";
import { joinSorted } from "./join-sorted.ts";
import { readSorted, sortShards } from "./sort-shards.ts";
import { writeShards } from "./write-shards.ts";

const facets = defineColumns({ id: "text", request: json(z.string()), weight: "double?" });
const assignments = defineColumns({ id: "text", cluster: "integer" });

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

test("rows are sorted by number, by code point, null first, and equal ones keep their order", async () => {
  using directory = createTemporaryDirectory();
  const columns = defineColumns({ key: "double?", text: "text", position: "integer" });
  const rows = [
    { key: 10, text: "b", position: 0 },
    { key: 9, text: "b", position: 1 },
    { key: null, text: "Z", position: 2 },
    { key: 9, text: "a", position: 3 },
    { key: 9, text: "é", position: 4 },
    { key: 9, text: "b", position: 5 },
  ];
  await writeShards(join(directory.path, "in"), columns, rows, { rowsPerShard: 2 });
  const table = { directory: join(directory.path, "in"), columns };
  const positions = async (order: Parameters<typeof readSorted<typeof columns>>[1]): Promise<number[]> =>
    (await collect(readSorted(table, order))).map(({ position }) => position);
  expect(await positions(["key", "text"])).toEqual([2, 3, 1, 5, 4, 0]);
  expect(await positions(["key desc"])).toEqual([2, 0, 1, 3, 4, 5]);
  expect(await positions([])).toEqual([0, 1, 2, 3, 4, 5]);
  await sortShards(table, ["text desc", "position desc"], join(directory.path, "out"), { rowsPerShard: 4 });
  const sorted = await collect(readSorted({ directory: join(directory.path, "out"), columns }, []));
  expect(sorted.map(({ position }) => position)).toEqual([4, 5, 1, 0, 3, 2]);
});

test("a sort for which the memory limit is too small says so and cleans up", async () => {
  using directory = createTemporaryDirectory();
  const columns = defineColumns({ key: "integer", text: "text" });
  const rows = Array.from({ length: 10_000 }, (_, key) => ({
    key: -key,
    text: `${key}`.padEnd(3000, sha256(String(key))),
  }));
  await writeShards(directory.path, columns, rows);
  const sorting = collect(
    readSorted({ directory: directory.path, columns }, ["key"], { memoryLimitMegabytes: 32 }),
  );
  await expect(sorting).rejects.toThrow(
    `cannot sort ${directory.path}: it does not fit into the memory limit`,
  );
  expect(readdirSync(directory.path).filter((name) => name.startsWith("."))).toEqual([]);
});

test("tables are joined by a column into the wanted order, rows without a partner left out", async () => {
  const table = fc.array(fc.record({ id: fc.constantFrom("a", "b", "c", "d"), cluster: fc.nat(3) }), {
    maxLength: 12,
  });
  const others = fc.uniqueArray(fc.constantFrom("a", "b", "c", "e"));
  await fc.assert(
    fc.asyncProperty(table, others, async (right, ids) => {
      using directory = createTemporaryDirectory();
      const left = ids.map((id) => ({ id, request: `${id}!`, weight: null }));
      const [l, r] = [join(directory.path, "l"), join(directory.path, "r")];
      await writeShards(l, facets, left, { rowsPerShard: 2 });
      await writeShards(r, assignments, right, { rowsPerShard: 3 });
      const joined = joinSorted({
        left: { directory: l, columns: facets },
        right: { directory: r, columns: assignments },
        on: { column: "id" },
        orderBy: ["right.cluster", "left.id desc"],
      });
      const expected = left
        .flatMap((one) =>
          right.filter(({ id }) => id === one.id).map((other) => ({ left: one, right: other })),
        )
        .toSorted((a, b) => a.right.cluster - b.right.cluster || (a.left.id < b.left.id ? 1 : -1));
      expect(await collect(joined)).toEqual(expected);
    }),
    { numRuns: 8 },
  );
});

test("tables are joined row by row, though their shards differ and the joined columns were not asked for", async () => {
  using directory = createTemporaryDirectory();
  const [l, r] = [join(directory.path, "l"), join(directory.path, "r")];
  const ids = Array.from({ length: 5000 }, (_, i) => String(i));
  await writeShards(
    l,
    facets,
    ids.map((id) => ({ id, request: "", weight: 0 })),
    { rowsPerShard: 700 },
  );
  await writeShards(
    r,
    assignments,
    ids.map((id) => ({ id, cluster: Number(id) % 3 })),
    { rowsPerShard: 999 },
  );
  const left = { directory: l, columns: facets };
  const right = { directory: r, columns: defineColumns({ cluster: "integer" }) };
  const byRow = await collect(joinSorted({ left, right, on: "row", orderBy: ["right.cluster desc"] }));
  const expected = ids.map((id) => [id, Number(id) % 3] as const).toSorted((a, b) => b[1] - a[1]);
  expect(byRow.map((row) => [row.left.id, row.right.cluster])).toEqual(expected);
  const inOrder = await collect(joinSorted({ left, right, on: "row" }));
  expect(inOrder.map((row) => row.left.id)).toEqual(ids);
});

test("tables of different lengths cannot be joined row by row", async () => {
  using directory = createTemporaryDirectory();
  const [l, r] = [join(directory.path, "l"), join(directory.path, "r")];
  await writeShards(l, assignments, [{ id: "a", cluster: 0 }]);
  await writeShards(r, assignments, []);
  const options = {
    left: { directory: l, columns: assignments },
    right: { directory: r, columns: assignments },
  };
  await expect(collect(joinSorted({ ...options, on: "row" }))).rejects.toThrow(/different numbers of rows/u);
  expect(await collect(joinSorted({ ...options, on: { column: "id" } }))).toEqual([]);
});

test("an early end of reading leaves nothing behind", async () => {
  using directory = createTemporaryDirectory();
  await writeShards(
    directory.path,
    assignments,
    Array.from({ length: 9000 }, (_, i) => ({ id: "", cluster: -i })),
  );
  for await (const { cluster } of readSorted({ directory: directory.path, columns: assignments }, [
    "cluster",
  ])) {
    expect(cluster).toBe(-8999);
    break;
  }
  expect(readdirSync(directory.path).filter((name) => name.startsWith("."))).toEqual([]);
});
