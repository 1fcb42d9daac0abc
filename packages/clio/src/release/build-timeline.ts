import { benjaminiHochberg } from "@observatory/numerics";
import { compareShares, type ShareComparison } from "../analysis/compare-shares.ts";
import { describeDay, type TimeUnit } from "../analysis/time-buckets.ts";
import { publishCell, publishDerived, type Publishable } from "../privacy/door.ts";
import { falseDiscoveryRate } from "./build-overlays.ts";
import { protectOverReleases, type CrossTableOptions } from "./cross-table.ts";
import { countTooFew, tabulate } from "./shown-tree.ts";
import { timelineSchemaName, type TimelineFile } from "./timeline-schema.ts";

/** Buckets of time with their columns of the counts. */
export interface TimeColumns {
  readonly unit: TimeUnit;
  /** First days, counted from 1970, and the day after the last. */
  readonly starts: readonly number[];
  /** Of the buckets; after them comes the one of conversations outside. */
  readonly firstColumn: number;
  /** Of the earlier half of the buckets; then comes the later. */
  readonly firstHalfColumn: number;
  /** How many buckets the earlier half has. */
  readonly earlier: number;
}

/** Each shown cluster over time, as far as it may be shown. */
export function buildTimeline(time: TimeColumns | null, options: CrossTableOptions): TimelineFile {
  const { tree, counts, thresholds, totals } = options;
  const frame = { schema: timelineSchemaName, thresholds: { ...thresholds }, falseDiscoveryRate } as const;
  if (time === null) {
    return {
      ...frame,
      unit: "day",
      buckets: [],
      withoutTime: totals.conversations,
      periods: null,
      clusters: {},
      withheld: { belowThreshold: 0, complementary: 0 },
    };
  }
  const { starts, firstColumn, firstHalfColumn, earlier } = time;
  const buckets = starts.length - 1;
  const hasOutside = (counts.conversations[firstColumn + buckets] ?? 0) > 0;
  const width = buckets + (hasOutside ? 1 : 0);
  const columns = Array.from({ length: width }, (_, column) => [firstColumn + column]);
  const halfColumns = [[firstHalfColumn], [firstHalfColumn + 1]];
  const mayStand = (row: number, column: number): boolean =>
    row === 0 || (tree.clusters[row] !== null && column < buckets);
  const table = tabulate(tree, counts, columns);
  const { conversations, accounts } = table;
  const halves = tabulate(tree, counts, halfColumns);
  const held = tabulate(tree, options.held, columns);
  const heldHalves = tabulate(tree, options.held, halfColumns);
  const hasPeriods = earlier > 0;
  const { shown, shownGroups, withheld, isSafe } = protectOverReleases(
    {
      parents: tree.parents,
      columns: width,
      conversations,
      accounts,
      ...(hasPeriods
        ? {
            groups: {
              count: 2,
              of: Int32Array.from({ length: width }, (_, at) => (at >= buckets ? -1 : at < earlier ? 0 : 1)),
              conversations: halves.conversations,
              accounts: halves.accounts,
            },
          }
        : {}),
    },
    ["time", time.unit, ...starts.map(String), String(earlier)],
    {
      thresholds,
      mustShow: () => false,
      mayShow: (row, column) =>
        mayStand(row, column) &&
        // What was too few stays so until it has moved by enough.
        [table, held].every((one) => one.isEnough(row * width + column, thresholds)),
      mayShowGroups: (row) =>
        (row === 0 || tree.clusters[row] !== null) &&
        [0, 1].every((half) => [halves, heldHalves].every((one) => one.isEnough(2 * row + half, thresholds))),
      publish: (cell) => publishBucket(cell, Infinity),
      publishGroup: (half) => publishHalf(half, Infinity),
    },
    options,
  );

  const published = (row: number, most: number): (Publishable<number> | null)[] =>
    Array.from({ length: width }, (_, column) => {
      const cell = row * width + column;
      return isSafe && shown[cell] === 1 ? publishBucket(cell, most) : null;
    });
  const growths = tree.clusters.map((cluster, row): ShareComparison | null => {
    if (!isSafe || cluster === null || shownGroups[row] !== 1 || shownGroups[0] !== 1) return null;
    return compareShares({
      part: publishHalf(2 * row + 1, cluster.conversations),
      whole: publishHalf(1, totals.conversations),
      otherPart: publishHalf(2 * row, cluster.conversations),
      otherWhole: publishHalf(0, totals.conversations),
      perAccount: cluster.conversations / cluster.accounts,
      otherPerAccount: cluster.conversations / cluster.accounts,
      partUnit: thresholds.roundTo,
      wholeUnit: thresholds.roundTo,
    });
  });
  const significant = judge(growths, tree.clusters.filter((cluster) => cluster !== null).length);
  const everything = published(0, totals.conversations);
  const period = (from: number, to: number) => ({
    start: describeDay(starts[from] ?? 0),
    end: describeDay(starts[to] ?? 0),
  });
  return {
    ...frame,
    unit: time.unit,
    buckets: Array.from({ length: buckets }, (_, at) => ({
      ...period(at, at + 1),
      conversations: everything[at] ?? null,
    })),
    withoutTime: hasOutside ? (everything[buckets] ?? null) : 0,
    periods: hasPeriods ? { earlier: period(0, earlier), later: period(earlier, buckets) } : null,
    clusters: Object.fromEntries(
      tree.clusters.flatMap((cluster, row) => {
        if (cluster === null) return [];
        const growth = growths[row];
        return [
          [
            cluster.id,
            {
              conversations: published(row, cluster.conversations).slice(0, buckets),
              growth:
                growth?.ratio && growth.interval
                  ? {
                      ratio: publishDerived(growth.ratio),
                      interval: [publishDerived(growth.interval[0]), publishDerived(growth.interval[1])] as [
                        number,
                        number,
                      ],
                      significant: significant.has(row),
                    }
                  : null,
            },
          ] as const,
        ];
      }),
    ),
    withheld: { ...withheld, belowThreshold: countTooFew(held, width, thresholds, mayStand) },
  };

  function publishBucket(cell: number, most: number): Publishable<number> {
    return publishCell((held.conversations[cell] ?? 0) / 1000, most, held.keyOf(cell), thresholds);
  }

  function publishHalf(half: number, most: number): Publishable<number> {
    return publishCell(
      (heldHalves.conversations[half] ?? 0) / 1000,
      most,
      heldHalves.keyOf(half),
      thresholds,
    );
  }
}

/** The rows whose growth is significant; a growth that is not shown was a test too. */
function judge(growths: readonly (ShareComparison | null)[], tests: number): ReadonlySet<number> {
  const tested = growths.flatMap((growth, row) => (growth === null ? [] : [{ row, pValue: growth.pValue }]));
  const significant = benjaminiHochberg(
    tested.map(({ pValue }) => pValue),
    { rate: falseDiscoveryRate, tests },
  );
  return new Set(tested.filter((_, at) => significant[at]).map(({ row }) => row));
}
