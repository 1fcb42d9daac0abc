import { expect, test } from "vitest";
import { publishName } from "../privacy/door.ts";
import { suppress } from "../privacy/suppress.ts";
import { buildClusters, type ClusterSummary } from "./build-clusters.ts";
import { toClusterIds } from "./cluster-ids.ts";

const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 5 };
const named = publishName(
  [{ name: "Book flights", description: "Users booked." }],
  { refusals: () => [] },
  { hasPersonalData: () => false },
);

const cluster = (
  id: string,
  level: number,
  parent: number | null,
  conversations: number,
): ClusterSummary => ({
  id,
  level,
  parent,
  bases: [],
  conversations,
  accounts: conversations,
  counted: { conversations, accounts: conversations },
  name: named,
});

function publish(summaries: readonly ClusterSummary[]) {
  const conversations = summaries
    .filter((s) => s.parent === null)
    .reduce((sum, s) => sum + s.conversations, 0);
  const suppression = suppress(
    summaries.map((s) => ({ ...s, nameable: s.name !== null })),
    thresholds,
  );
  return buildClusters(summaries, { conversations, accounts: conversations }, suppression, {
    thresholds,
    hasAuditor: false,
  });
}

test("children and what is withheld sum to their parent, and the top to the total", () => {
  const { clusters, totals, withheldAtTop } = publish([
    cluster("a", 1, null, 104),
    cluster("a1", 0, 0, 61),
    cluster("a2", 0, 0, 23),
    cluster("a3", 0, 0, 13),
    cluster("a4", 0, 0, 7),
    cluster("b", 0, null, 33),
  ]);
  expect(clusters.map((c) => [c.id, c.conversations])).toEqual([
    ["a", 100],
    ["a1", 60],
    ["a2", 20],
    ["b", 35],
  ]);
  expect(clusters[0]?.withheld).toEqual({ clusters: 2, conversations: 20 });
  expect(totals.conversations).toBe(135);
  expect(withheldAtTop).toEqual({ clusters: 0, conversations: 0 });
});

test("a cluster without a publishable name does not appear, but its conversations are counted as withheld", () => {
  const { clusters, withheldAtTop } = publish([
    cluster("a", 0, null, 100),
    { ...cluster("b", 0, null, 40), name: null },
    cluster("c", 0, null, 20),
  ]);
  expect(clusters.map((c) => c.id)).toEqual(["a"]);
  expect(withheldAtTop).toEqual({ clusters: 2, conversations: 60 });
});

test("ids follow the members and not their order", () => {
  const nodes = [
    { level: 1, parent: null, bases: [0, 1] },
    { level: 0, parent: 0, bases: [0] },
    { level: 0, parent: 0, bases: [1] },
  ];
  const ids = toClusterIds(nodes, [["x", "y"], ["z"]]);
  expect(ids).toEqual(toClusterIds(nodes, [["y", "x"], ["z"]]));
  expect(new Set(ids).size).toBe(3);
});

test("in a later release a size that hardly moved stays, and parents are the sum of their parts", () => {
  const summaries = [
    cluster("a", 1, null, 111),
    cluster("a1", 0, 0, 62),
    cluster("a2", 0, 0, 49),
    cluster("b", 0, null, 33),
  ];
  const suppression = suppress(
    summaries.map((s) => ({ ...s, nameable: true })),
    thresholds,
  );
  const { clusters, totals } = buildClusters(summaries, { conversations: 144, accounts: 144 }, suppression, {
    thresholds,
    hasAuditor: false,
    kept: {
      sizeOf: (id) => (id === "a1" ? { conversations: 65, accounts: 65 } : null),
      withheldOf: () => null,
      accounts: null,
    },
  });
  expect(clusters.map(({ id, conversations }) => [id, conversations])).toEqual([
    ["a", 115],
    ["a1", 65],
    ["a2", 50],
    ["b", 35],
  ]);
  expect(totals.conversations).toBe(150);
});

test("clusters that are told alike stand in the same order, whichever is larger", () => {
  const order = (a: number, b: number) =>
    publish([cluster("a", 0, null, a), cluster("b", 0, null, b), cluster("c", 0, null, 60)]).clusters.map(
      ({ id }) => id,
    );
  expect(order(41, 40)).toEqual(["c", "a", "b"]);
  expect(order(40, 41)).toEqual(["c", "a", "b"]);
});
