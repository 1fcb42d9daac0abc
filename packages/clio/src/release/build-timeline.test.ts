import { expect, test } from "vitest";
import { createCellCounter, type CellCounter } from "../analysis/cell-counts.ts";
import { publishCount } from "../privacy/door.ts";
import { buildTimeline, type TimeColumns } from "./build-timeline.ts";
import type { PublishedCluster } from "./schema.ts";
import { toShownTree } from "./shown-tree.ts";
import { timelineFileSchema } from "./timeline-schema.ts";

const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 5 };
/** Four weeks from 2026-01-05. */
const time: TimeColumns = {
  unit: "week",
  starts: [20_458, 20_465, 20_472, 20_479, 20_486],
  firstColumn: 1,
  firstHalfColumn: 6,
  earlier: 2,
};
const nodes = [
  { id: "a", parent: null },
  { id: "b", parent: null },
];

/** @param weeks for each of the two clusters how many conversations it has in each week, and how many outside */
function build(weeks: readonly (readonly number[])[], buckets: TimeColumns | null = time) {
  const { add, counts }: CellCounter = createCellCounter(3, 8);
  let account = 0;
  weeks.forEach((held, cluster) => {
    held.forEach((count, week) => {
      const half = week === 4 ? [] : [6 + (week < 2 ? 0 : 1)];
      for (let one = 0; one < count; one++) {
        account++;
        add({
          account,
          rows: [0, cluster + 1],
          columns: [0, 1 + week, ...half],
          weight: 1000,
          key: (account * 2_654_435_761) % 2 ** 50,
          copies: -1,
          settled: true,
        });
      }
    });
  });
  const held = (row: number): number => (counts.conversations[row * 8] ?? 0) / 1000;
  const clusters = nodes.map(({ id }, node): PublishedCluster => ({
    id,
    level: 0,
    parent: null,
    name: id,
    description: id,
    conversations: Math.round(held(node + 1) / 5) * 5,
    accounts: Math.round(held(node + 1) / 5) * 5,
    share: 0,
    withheld: null,
    audit: { rating: null, reason: null },
  }));
  const file = buildTimeline(buckets, {
    tree: toShownTree(nodes, clusters),
    counts,
    totals: { conversations: publishCount(held(0), thresholds), accounts: publishCount(held(0), thresholds) },
    thresholds,
    clusterUnit: 5,
  });
  expect(timelineFileSchema.parse(file)).toEqual(file);
  return file;
}

test("a cluster that grows is seen to grow, against the others", () => {
  const file = build([
    [40, 40, 120, 130],
    [400, 390, 400, 410],
  ]);
  expect(file.buckets[0]).toMatchObject({ start: "2026-01-05", end: "2026-01-12" });
  expect(file.periods).toEqual({
    earlier: { start: "2026-01-05", end: "2026-01-19" },
    later: { start: "2026-01-19", end: "2026-02-02" },
  });
  const growth = file.clusters["a"]?.growth;
  // 250 of 1,060 in the later half, 80 of 870 in the earlier.
  expect(growth?.ratio).toBeGreaterThan(2.2);
  expect(growth?.ratio).toBeLessThan(2.9);
  expect(growth?.significant).toBe(true);
  expect(file.clusters["b"]?.growth?.ratio).toBeLessThan(1);
  expect(file.withoutTime).toBe(0);
});

test("a week of too few conversations is not shown", () => {
  const file = build([
    [30, 2, 40, 40],
    [300, 300, 300, 300],
  ]);
  const weeks = file.clusters["a"]?.conversations ?? [];
  expect(weeks[1]).toBeNull();
  expect(weeks[0]).not.toBeNull();
  expect(file.withheld.belowThreshold).toBe(1);
});

test("a half of too few conversations has no growth", () => {
  const file = build([
    [2, 3, 100, 100],
    [300, 300, 300, 300],
  ]);
  expect(file.clusters["a"]?.growth).toBeNull();
});

test("how many are outside the buckets is told only where they are enough", () => {
  const weeks = [100, 100, 100, 100];
  expect(build([[...weeks, 30], weeks]).withoutTime).toBeGreaterThan(20);
  expect(build([[...weeks, 3], weeks]).withoutTime).toBeNull();
});

test("without times there are no buckets, and all conversations are without", () => {
  const file = build([[30], [40]], null);
  expect(file).toMatchObject({ buckets: [], withoutTime: 70, periods: null, clusters: {} });
});
