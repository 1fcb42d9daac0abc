import { createTemporaryDirectory } from "@observatory/core/testing";
import { defineColumns, writeShards, type RowOf } from "@observatory/store";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConversationIndex } from "./conversation-index.ts";
import { facetColumns } from "./tables.ts";

const columns = defineColumns({ account: "text?", duplicateKey: "text", part: "integer" });
type Row = readonly [account: string | null, duplicateKey: string, part: number];

async function load(rows: readonly Row[]) {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "facets");
  const table = rows.map(([account, duplicateKey, part]) => ({ account, duplicateKey, part }));
  await writeShards(path, columns, table);
  return await loadConversationIndex(path, rows.length, new AbortController().signal);
}

test("a conversation with two requests has two slots and counts once", async () => {
  const index = await load([
    ["a", "x", 0],
    ["a", "x", 1],
    ["b", "y", 0],
  ]);
  expect([...index.slotOf]).toEqual([0, 1, 2]);
  expect(index).toMatchObject({ distinct: 3, conversations: 2, accounts: 2, accountProtection: true });
});

test("of a conversation told again each request goes where the first telling's went", async () => {
  const index = await load([
    ["a", "x", 0],
    ["a", "x", 1],
    ["b", "x", 0],
    ["a", "x", 0],
    ["a", "x", 1],
    ["a", "x", 2],
  ]);
  expect([...index.slotOf]).toEqual([0, 1, 2, 0, 1, 0]);
  expect([...index.isFirst]).toEqual([1, 1, 1, 0, 0, 0]);
  expect(index).toMatchObject({ distinct: 3, conversations: 2, accounts: 2 });
});

test("without accounts nothing is told again, and there is no account protection", async () => {
  const index = await load([
    [null, "x", 0],
    [null, "x", 0],
  ]);
  expect(index).toMatchObject({ distinct: 2, conversations: 2, accounts: 2, accountProtection: false });
});

test("rows without a value of the user's own facet are left out and counted, and nothing is told again of them", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "facets");
  const withOwn = defineColumns({ ...columns, own: facetColumns.own });
  const table: readonly RowOf<typeof withOwn>[] = [
    { account: "a", duplicateKey: "x", part: 0, own: {} },
    { account: "a", duplicateKey: "x", part: 0, own: { mood: "content" } },
    { account: "b", duplicateKey: "y", part: 0, own: { mood: "" } },
    { account: "a", duplicateKey: "x", part: 0, own: { mood: "cross" } },
    { account: null, duplicateKey: "z", part: 0, own: { other: "text" } },
  ];
  await writeShards(path, withOwn, table);
  const mood = { name: "mood", kind: "summary", question: "How does the user feel?" } as const;
  const index = await loadConversationIndex(path, table.length, new AbortController().signal, mood);
  expect([...index.slotOf]).toEqual([-1, 0, -1, 0, -1]);
  expect([...index.isFirst]).toEqual([0, 1, 0, 0, 0]);
  expect(index).toMatchObject({
    distinct: 1,
    conversations: 1,
    accounts: 1,
    leftOut: 3,
    accountProtection: true,
  });
});
