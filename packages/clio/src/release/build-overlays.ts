import { benjaminiHochberg } from "@observatory/numerics";
import type { CellCounts } from "../analysis/cell-counts.ts";
import { compareShares, poolPerAccount } from "../analysis/compare-shares.ts";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import {
  publishAtMostOf,
  publishCell,
  publishDerived,
  publishShare,
  publishValue,
  type Publishable,
} from "../privacy/door.ts";
import { protectOverReleases, type CrossTableOptions } from "./cross-table.ts";
import {
  overlaysSchemaName,
  type OverlayCell,
  type OverlayFacet,
  type OverlaysFile,
} from "./overlays-schema.ts";
import type { PublishedCluster } from "./schema.ts";
import { countTooFew, tabulate } from "./shown-tree.ts";

/** A facet with the columns of the counts that are its values; after them comes the one of conversations with none. */
export interface FacetColumns extends Pick<OverlayFacet, "name" | "title" | "source" | "kind"> {
  readonly values: readonly string[];
  readonly firstColumn: number;
  /** Values that must not be told of nearly everybody in a cluster; none where it is not given. */
  readonly isSensitive?: (value: string) => boolean;
}

/** Overlays, and what was kept out of them since it told a sensitive value of nearly everybody. */
export interface BuiltOverlays {
  readonly file: OverlaysFile;
  /** Clusters of which the breakdown by one facet is withheld. */
  readonly homogeneous: number;
}

export const falseDiscoveryRate = 0.05;

/** A cell and what its test says; the tests of all facets are judged together. */
interface TestedCell {
  readonly cell: Omit<OverlayCell, "significant">;
  readonly pValue: number;
}

interface CountedCell {
  readonly cluster: PublishedCluster;
  readonly value: OverlayFacet["values"][number];
  /** Of the value. */
  readonly index: number;
  readonly conversations: number;
  readonly accounts: number;
}

interface BuiltFacet {
  readonly facet: Omit<OverlayFacet, "clusters">;
  readonly cells: ReadonlyMap<string, readonly TestedCell[]>;
  readonly withheld: OverlaysFile["withheld"];
  readonly homogeneous: number;
}

/** Of more than this part of a cluster a sensitive value is not told: it would be told of everybody. */
const mostOfOneValue = 0.9;

/** Each shown cluster by each value of each facet, as far as it may be shown. */
export function buildOverlays(facets: readonly FacetColumns[], options: CrossTableOptions): BuiltOverlays {
  const all = facets.map((facet) => buildFacet(facet, options));
  const built = all.flatMap((facet) => (facet === null || typeof facet === "number" ? [] : [facet]));
  const shownClusters = options.tree.clusters.filter((cluster) => cluster !== null).length;
  const tested = built.flatMap(({ cells }) => [...cells.values()].flat());
  const significant = benjaminiHochberg(
    tested.map(({ pValue }) => pValue),
    // A hidden cell was a test too: it would have been shown had it been larger.
    {
      rate: falseDiscoveryRate,
      tests: built.reduce((sum, { facet }) => sum + facet.values.length, 0) * shownClusters,
    },
  );
  const isSignificant = new Map(tested.map((one, at) => [one, significant[at] === true]));
  const file: OverlaysFile = {
    schema: overlaysSchemaName,
    thresholds: { ...options.thresholds },
    falseDiscoveryRate,
    facets: built.map(({ facet, cells }) => ({
      ...facet,
      clusters: Object.fromEntries(
        [...cells].map(([id, list]) => [
          id,
          list.map((one) => ({ ...one.cell, significant: isSignificant.get(one) === true })),
        ]),
      ),
    })),
    withheld: {
      belowThreshold: built.reduce((sum, { withheld }) => sum + withheld.belowThreshold, 0),
      complementary: built.reduce((sum, { withheld }) => sum + withheld.complementary, 0),
    },
  };
  const homogeneous = all.reduce<number>(
    (sum, facet) => sum + (typeof facet === "number" ? facet : (facet?.homogeneous ?? 0)),
    0,
  );
  return { file, homogeneous };
}

/** Null where there is nothing to show; a number where all is withheld as too much alike. */
function buildFacet(given: FacetColumns, options: CrossTableOptions): BuiltFacet | number | null {
  const { tree, counts, thresholds, totals } = options;
  const kept = chooseValues(given, options);
  if (kept.length === 0) return null;
  const listed = kept.map((value) => [given.firstColumn + value]);
  const rest = [...Array(given.values.length + 1).keys()]
    .filter((value) => !kept.includes(value))
    .map((value) => given.firstColumn + value);
  const hasRest = rest.some((column) => (counts.conversations[column] ?? 0) > 0);
  // A value that all conversations have, and no other, says nothing.
  if (kept.length === 1 && !hasRest) return null;
  const columns = hasRest ? [...listed, rest] : listed;
  const width = columns.length;
  const table = tabulate(tree, counts, columns);
  const { conversations, accounts } = table;
  const held = tabulate(tree, options.held, columns);
  const wholes = tabulate(tree, counts, [[0]]).conversations;
  const heldWholes = tabulate(tree, options.held, [[0]]);
  const isEnough = (cell: number): boolean => [table, held].every((one) => one.isEnough(cell, thresholds));
  const mostOf = (cell: number): number => {
    const value = given.values[kept[cell % width] ?? -1];
    if (value === undefined || given.isSensitive?.(value) !== true) return Infinity;
    return mostOfOneValue * (wholes[Math.floor(cell / width)] ?? 0);
  };
  const isAlike = (cell: number): boolean => (conversations[cell] ?? 0) > mostOf(cell);
  const alike = new Set([...conversations.keys()].filter(isAlike).map((cell) => Math.floor(cell / width)));
  if (alike.has(0)) return 1;
  const restCell = kept.length;
  // A conversation may stand in several columns of the rest; their sum would count it as often.
  const isCounted =
    given.kind !== "several" || rest.filter((column) => (counts.conversations[column] ?? 0) > 0).length === 1;
  const showsRest = hasRest && isCounted && isEnough(restCell);

  const mayStand = (row: number, column: number): boolean =>
    tree.clusters[row] !== null && column < kept.length;
  /** What all of a cluster have is published as the cluster is: another draw would tell more of the same number. */
  const publish = (cell: number, most: number): Publishable<number> => {
    const row = Math.floor(cell / width);
    const own = row === 0 ? totals.conversations : tree.clusters[row]?.conversations;
    if (own !== undefined && held.keyOf(cell) === heldWholes.keyOf(row)) return publishAtMostOf(own, most);
    return publishCell((held.conversations[cell] ?? 0) / 1000, most, held.keyOf(cell), thresholds);
  };
  const publishAccounts = (cell: number, most: number): Publishable<number> =>
    publishCell(held.accounts[cell] ?? 0, most, held.keyOf(cell), thresholds);
  const columnNames = [
    given.name,
    ...kept.map((value) => given.values[value] ?? ""),
    ...(hasRest ? [rest.map((column) => given.values[column - given.firstColumn] ?? "").join("\n")] : []),
  ];
  const { shown, isSafe, withheld } = protectOverReleases(
    {
      parents: tree.parents,
      columns: width,
      conversations,
      accounts,
      ...(given.kind === "several" ? { wholes } : {}),
    },
    columnNames,
    {
      thresholds,
      mustShow: (row, column) => row === 0 && (column < kept.length || showsRest),
      mayShow: (row, column) =>
        mayStand(row, column) &&
        !alike.has(row) &&
        // What was too few stays so until it has moved by enough.
        isEnough(row * width + column),
      publish: (cell) => publish(cell, Infinity),
      publishAccounts: (cell) => publishAccounts(cell, Infinity),
      mostKnown: (cell) => (cell < width ? Infinity : mostOf(cell)),
    },
    options,
  );

  if (!isSafe) return null;

  const values = kept.flatMap((value, column) => {
    const text = publishValue(given.values[value] ?? "", hasPersonalData);
    if (text === null) return [];
    const all = publish(column, totals.conversations);
    const by = publishAccounts(column, Math.min(all, totals.accounts));
    return [
      { value: text, conversations: all, accounts: by, share: publishShare(all, totals.conversations) },
    ];
  });
  const counted = tree.clusters.flatMap((cluster, row): CountedCell[] =>
    kept.flatMap((_, column) => {
      const cell = row * width + column;
      const value = values[column];
      if (cluster === null || shown[cell] !== 1 || value === undefined) return [];
      const own = publish(cell, Math.min(cluster.conversations, value.conversations));
      return [{ cluster, value, index: column, conversations: own, accounts: publishAccounts(cell, own) }];
    }),
  );
  const cells = new Map<string, TestedCell[]>();
  const levels = new Set(counted.map(({ cluster }) => cluster.level));
  const pooled = new Map(
    [...levels].map((level) => [
      level,
      poolPerAccount(counted.filter(({ cluster }) => cluster.level === level)),
    ]),
  );
  for (const one of counted) {
    const tested = testCell(one, pooled.get(one.cluster.level) ?? 1, options);
    cells.set(one.cluster.id, [...(cells.get(one.cluster.id) ?? []), tested]);
  }
  const { name, title, source, kind } = given;
  const otherConversations = showsRest ? publish(restCell, totals.conversations) : hasRest ? null : 0;
  const belowThreshold = countTooFew(table, width, thresholds, mayStand);
  return {
    facet: { name, title, source, kind, values, otherConversations },
    cells,
    withheld: { ...withheld, belowThreshold },
    homogeneous: alike.size,
  };
}

/** Compares a shown cell with all other conversations, by published numbers alone. */
function testCell(
  { cluster, value, index, conversations, accounts }: CountedCell,
  pooled: number,
  { totals, thresholds, clusterUnit }: CrossTableOptions,
): TestedCell {
  const compared = compareShares({
    part: conversations,
    whole: cluster.conversations,
    otherPart: value.conversations - conversations,
    otherWhole: totals.conversations - cluster.conversations,
    perAccount: Math.max(pooled, conversations / accounts, cluster.conversations / cluster.accounts),
    otherPerAccount: value.conversations / value.accounts,
    partUnit: thresholds.roundTo,
    wholeUnit: clusterUnit,
  });
  const counted = { value: index, conversations, accounts };
  if (compared === null) return { cell: { ...counted, ratio: null, interval: null }, pValue: 1 };
  const { ratio, interval, pValue } = compared;
  return {
    cell: {
      ...counted,
      ratio: ratio === null ? null : publishDerived(ratio),
      interval: interval && [publishDerived(interval[0]), publishDerived(interval[1])],
    },
    pValue,
  };
}

/**
 * Indices of the values that are listed: enough conversations and accounts have them, and what is left of everything
 * beside them is nobody or could be enough. Their counts over everything are always shown, so this is seen to first.
 */
function chooseValues(
  { values, firstColumn, kind }: FacetColumns,
  { counts, held: publishable, thresholds }: CrossTableOptions,
): number[] {
  const { conversations } = counts;
  const held = (column: number): number => (conversations[column] ?? 0) / 1000;
  const publishedLow = (column: number): number => {
    const count = (publishable.conversations[column] ?? 0) / 1000;
    return (
      publishCell(count, Infinity, String(publishable.keys[column]), thresholds) - thresholds.roundTo + 1
    );
  };
  const isFew = (table: CellCounts, column: number): boolean =>
    (table.countedConversations[column] ?? 0) < thresholds.minConversations * 1000 ||
    (table.countedAccounts[column] ?? 0) < thresholds.minAccounts;
  const isSafeBeside = (inside: number, low: number, whole: number): boolean =>
    inside >= whole || whole - low >= thresholds.minConversations;

  let kept = [...values.keys()].filter((value) => {
    const column = firstColumn + value;
    if (publishValue(values[value] ?? "", hasPersonalData) === null) return false;
    if (isFew(counts, column) || isFew(publishable, column)) return false;
    return kind !== "several" || isSafeBeside(held(column), publishedLow(column), held(0));
  });
  const all = [...Array(values.length + 1).keys()].reduce((sum, value) => sum + held(firstColumn + value), 0);
  for (;;) {
    const inside = kept.reduce((sum, value) => sum + held(firstColumn + value), 0);
    const low = kept.reduce((sum, value) => sum + publishedLow(firstColumn + value), 0);
    if (kept.length === 0 || isSafeBeside(inside, low, all)) return kept;
    const least = kept.reduce((a, b) => (held(firstColumn + b) < held(firstColumn + a) ? b : a));
    kept = kept.filter((value) => value !== least);
  }
}
