import { benjaminiHochberg } from "@observatory/numerics";
import { compareShares, type ShareComparison } from "../analysis/compare-shares.ts";
import { describeDay, type TimeUnit } from "../analysis/time-buckets.ts";
import { publishCell, publishDerived, type Publishable } from "../privacy/door.ts";
import { protectCells } from "../privacy/protect-cells.ts";
import { falseDiscoveryRate, type CrossTableOptions } from "./build-overlays.ts";
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
  const mayStand = (row: number, column: number): boolean =>
    row === 0 || (tree.clusters[row] !== null && column < buckets);
  const table = tabulate(
    tree,
    counts,
    Array.from({ length: width }, (_, column) => [firstColumn + column]),
  );
  const { conversations, accounts, isEnough, keyOf } = table;
  const halves = tabulate(tree, counts, [[firstHalfColumn], [firstHalfColumn + 1]]);
  const hasPeriods = earlier > 0;
  const { shown, shownGroups, withheld } = protectCells(
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
    {
      thresholds,
      mustShow: () => false,
      mayShow: (row, column) => mayStand(row, column) && isEnough(row * width + column, thresholds),
      mayShowGroups: (row) =>
        (row === 0 || tree.clusters[row] !== null) &&
        [0, 1].every((half) => halves.isEnough(2 * row + half, thresholds)),
      publish: (cell) => publishCell((conversations[cell] ?? 0) / 1000, Infinity, keyOf(cell), thresholds),
      publishGroup: (half) => publishHalf(half, Infinity),
    },
  );

  const published = (row: number, most: number): (Publishable<number> | null)[] =>
    Array.from({ length: width }, (_, column) => {
      const cell = row * width + column;
      return shown[cell] === 1
        ? publishCell((conversations[cell] ?? 0) / 1000, most, keyOf(cell), thresholds)
        : null;
    });
  const growths = tree.clusters.map((cluster, row): ShareComparison | null => {
    if (cluster === null || shownGroups[row] !== 1 || shownGroups[0] !== 1) return null;
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
    withheld: { ...withheld, belowThreshold: countTooFew(table, width, thresholds, mayStand) },
  };

  function publishHalf(half: number, most: number): Publishable<number> {
    return publishCell((halves.conversations[half] ?? 0) / 1000, most, halves.keyOf(half), thresholds);
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
