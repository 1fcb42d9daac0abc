import { createTemporaryDirectory } from "@observatory/core/testing";
import { defineColumns, writeShards } from "@observatory/store";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConversationIndex } from "./conversation-index.ts";

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
