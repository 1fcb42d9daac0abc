import { UsageError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { defineColumns, writeShards } from "@observatory/store";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OwnValues } from "../facets/own/own-facet.ts";
import { loadConversationIndex, type IndexSources } from "./conversation-index.ts";
import { copyColumns, facetColumns } from "./tables.ts";

const { id, account, createdAt, part, own } = facetColumns;
const columns = defineColumns({ id, account, createdAt, part, own });

/** A request: whose it is, the texts that its conversation repeats and copies, and its number in the conversation. */
interface Row {
  readonly account: string | null;
  readonly text: string;
  /** The passage that it shares; its own text unless told. */
  readonly passage?: string;
  readonly part?: number;
  readonly day?: number;
  readonly own?: OwnValues;
}

async function load(rows: readonly Row[], options: Pick<IndexSources, "facet" | "history"> = {}) {
  using directory = createTemporaryDirectory();
  const facetsDirectory = join(directory.path, "facets");
  const copiesDirectory = join(directory.path, "copies");
  let conversation = -1;
  const table = rows.map(({ account, part = 0, day = null, own = {} }) => {
    if (part === 0) conversation++;
    const createdAt = day === null ? null : new Date(day * 86_400_000).toISOString();
    return { id: `c${conversation}`, account, createdAt, part, own };
  });
  await writeShards(facetsDirectory, columns, table);
  const texts = rows.filter(({ part = 0 }) => part === 0);
  const passages = texts.map(({ text, passage = text }) => passage);
  await writeShards(
    copiesDirectory,
    copyColumns,
    texts.map(({ text }, at) => ({
      id: `c${at}`,
      twin: texts.findIndex((other) => other.text === text),
      copies: passages.indexOf(passages[at] ?? ""),
    })),
  );
  const { signal } = new AbortController();
  return await loadConversationIndex({ facetsDirectory, copiesDirectory, signal, ...options });
}

test("a conversation with two requests has two slots and counts once", async () => {
  const index = await load([
    { account: "a", text: "x" },
    { account: "a", text: "x", part: 1 },
    { account: "b", text: "y" },
  ]);
  expect([...index.slotOf]).toEqual([0, 1, 2]);
  expect(index).toMatchObject({ distinct: 3, conversations: 2, accounts: 2, accountProtection: true });
});

test("of a conversation told again each request goes where the first telling's went", async () => {
  const index = await load([
    { account: "a", text: "x" },
    { account: "a", text: "x", part: 1 },
    { account: "b", text: "x" },
    { account: "a", text: "x" },
    { account: "a", text: "x", part: 1 },
    { account: "a", text: "x", part: 2 },
  ]);
  expect([...index.slotOf]).toEqual([0, 1, 2, 0, 1, 0]);
  expect([...index.isFirst]).toEqual([1, 1, 1, 0, 0, 0]);
  expect(index).toMatchObject({ distinct: 3, conversations: 2, accounts: 2 });
});

test("conversations that only share a passage are all there, but of several accounts one counts", async () => {
  const index = await load([
    { account: "a", text: "x", passage: "p" },
    { account: "b", text: "y", passage: "p" },
    { account: "b", text: "z", passage: "p" },
    { account: "c", text: "w" },
    { account: "c", text: "v" },
  ]);
  expect([...index.copiesOf]).toEqual([0, 0, 0, -1, -1]);
  expect(index).toMatchObject({ conversations: 5, accounts: 3, countedAccounts: 2 });
});

test("without accounts nothing is told again, and there is no account protection", async () => {
  const index = await load([
    { account: null, text: "x" },
    { account: null, text: "x" },
  ]);
  expect(index).toMatchObject({ distinct: 2, conversations: 2, accounts: 2, accountProtection: false });
  // Nobody knows that they are two people.
  expect(index.countedAccounts).toBe(1);
});

test("rows without a value of the user's own facet are left out and counted, and nothing is told again of them", async () => {
  const mood = { name: "mood", kind: "summary", question: "How does the user feel?" } as const;
  const index = await load(
    [
      { account: "a", text: "x" },
      { account: "a", text: "x", own: { mood: "content" } },
      { account: "b", text: "y", own: { mood: "" } },
      { account: "a", text: "x", own: { mood: "cross" } },
      { account: null, text: "z", own: { other: "text" } },
    ],
    { facet: mood },
  );
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

test("an account counts from the history on that is asked for", async () => {
  const rows = [
    { account: "old", text: "x", day: 0 },
    { account: "old", text: "y", day: 30 },
    { account: "new", text: "z", day: 29 },
    { account: "new", text: "w", day: 30 },
    { account: "once", text: "v", day: 3 },
  ];
  const ofDays = await load(rows, { history: { minDays: 30, minConversations: null } });
  expect([...ofDays.isSettled]).toEqual([1, 1, 0, 0, 0]);
  const ofTwo = await load(rows, { history: { minDays: null, minConversations: 2 } });
  expect([...ofTwo.isSettled]).toEqual([1, 1, 1, 1, 0]);
  expect(ofTwo).toMatchObject({ accounts: 3, countedAccounts: 2 });
});

test("a text that is told again is no history", async () => {
  const rows = [
    { account: "a", text: "x" },
    { account: "a", text: "x" },
  ];
  expect((await load(rows, { history: { minDays: null, minConversations: 2 } })).countedAccounts).toBe(0);
});

test("a history that the data does not tell is wrong usage", async () => {
  const history = { minDays: 7, minConversations: null };
  const withoutTimes = load([{ account: "a", text: "x" }], { history });
  await expect(withoutTimes).rejects.toThrow(/no conversation has a time/u);
  await expect(withoutTimes).rejects.toBeInstanceOf(UsageError);
  await expect(load([{ account: null, text: "x", day: 1 }], { history })).rejects.toThrow(/has an account/u);
});
