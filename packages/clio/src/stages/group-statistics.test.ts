import { createWordClasses } from "../privacy/words/word-classes.ts";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { defineColumns, writeShards } from "@observatory/store";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collectGroups, type CountedAccount } from "./group-statistics.ts";
import { facetColumns, groupColumns } from "./tables.ts";

const { id, account, weight, request, task, own } = facetColumns;
const columns = defineColumns({ id, account, weight, request, task, own });

interface Row {
  readonly id: string;
  readonly account: string | null;
  readonly request: string;
  readonly copies?: number;
  readonly weight?: number;
  readonly settled?: boolean;
}

/** Statistics of one cluster that holds these requests. */
async function collect(rows: readonly Row[], mostOfAccount = 2) {
  using directory = createTemporaryDirectory();
  const facetsDirectory = join(directory.path, "facets");
  const groupsDirectory = join(directory.path, "groups");
  await writeShards(
    facetsDirectory,
    columns,
    rows.map(({ id, account, request, weight = 1000 }) => ({
      id,
      account,
      request,
      task: "",
      weight,
      own: {},
    })),
  );
  await writeShards(
    groupsDirectory,
    groupColumns,
    rows.map(({ copies = -1, settled = true }) => ({ first: true, group: 0, copies, settled })),
  );
  const counted: CountedAccount[] = [];
  const statistics = await collectGroups({
    facetsDirectory,
    groupsDirectory,
    facet: "request",
    splitHalves: false,
    seed: 1,
    classes: createWordClasses(),
    mostOfAccount,
    signal: new AbortController().signal,
    wanted: () => true,
    onAccount: (account) => counted.push(account),
  });
  return { ...statistics.get(0), counted };
}

const several = (count: number, make: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => make(at));

test("fifty accounts with the same text count as one and speak once, though the size is true", async () => {
  const rows = several(50, (at) => ({ id: `c${at}`, account: `a${at}`, request: "say velmora", copies: 3 }));
  const { conversations, accounts, support, counted } = await collect(rows);
  expect({ conversations, accounts, counts: support?.accounts }).toEqual({
    conversations: 50,
    accounts: 50,
    counts: 1,
  });
  expect(counted).toHaveLength(1);
  expect(support?.unsupported("velmora")).toEqual(["velmora"]);
});

test("an account speaks by one conversation, with all its requests that are here", async () => {
  const rows = [
    ...several(9, (at) => ({ id: `c${at}`, account: "heavy", request: `bake cake ${at}` })),
    { id: "two", account: "b", request: "fix bike", weight: 600 },
    { id: "two", account: "b", request: "ride bike", weight: 400 },
  ];
  const { conversations, countedConversations, counted } = await collect(rows);
  expect(counted.map(({ account, summaries }) => [account, summaries.length])).toEqual([
    ["b", 2],
    ["heavy", 1],
  ]);
  // Of the nine of one account two count toward the threshold.
  expect({ conversations, countedConversations }).toEqual({ conversations: 10, countedConversations: 3 });
});

test("an account that is too young is part of the size alone", async () => {
  const rows = several(6, (at) => ({
    id: `c${at}`,
    account: `a${at}`,
    request: "bake cake",
    settled: at > 1,
  }));
  const { accounts, countedConversations, support } = await collect(rows);
  expect({ accounts, countedConversations, counts: support?.accounts }).toEqual({
    accounts: 6,
    countedConversations: 4,
    counts: 4,
  });
});

test("an account with something of its own counts by that, and leaves the copy to another", async () => {
  const { counted } = await collect([
    { id: "1", account: "a", request: "sell stamps", copies: 3 },
    { id: "2", account: "a", request: "bake cake" },
    { id: "3", account: "b", request: "sell stamps", copies: 3 },
  ]);
  expect(counted.map(({ summaries }) => summaries)).toEqual([["bake cake"], ["sell stamps"]]);
});
