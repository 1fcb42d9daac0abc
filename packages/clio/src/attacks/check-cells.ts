import type { Release } from "../release/release.ts";
import { narrowBySums, type Range, type Sum } from "./bound-table.ts";
import type { RunToCheck } from "./read-run-to-check.ts";
import type { CheckedPart, RunFinding } from "./run-finding.ts";

/** A table as it is published: clusters by columns. */
interface ShownTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** What is shown of everything, by column; null is hidden. */
  readonly all: readonly (number | null)[];
  /** What is shown of a cluster, by column; null is hidden. */
  readonly of: (id: string) => readonly (number | null)[];
  /** Whether a conversation is in one column at most, so that columns sum to the whole. */
  readonly isPartition: boolean;
}

interface Cell {
  readonly id: string;
  readonly column: number;
  readonly range: Range;
  readonly isHidden: boolean;
}

/**
 * Every hidden cell of the published tables, bounded by the sums that a reader knows: columns of a cluster make the cluster, children and
 * what is withheld make their parent. The reader is given each shown cluster's exact size. A hidden cell that is certain to hold somebody,
 * and fewer than a cell needs, is a fault.
 */
export function checkCells({ release, exactSizes }: RunToCheck): CheckedPart {
  const tables = [...listOverlays(release), ...listTimeline(release)];
  const parts = tables.map((table) => checkTable(table, release, exactSizes));
  return {
    looked: parts.reduce((sum, { looked }) => sum + looked, 0),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

function checkTable(
  table: ShownTable,
  { clusters, overlays, timeline, release }: Release,
  exactSizes: ReadonlyMap<string, number>,
): CheckedPart {
  const { minConversations, roundTo } = overlays?.thresholds ?? timeline?.thresholds ?? release.thresholds;
  const unit = release.thresholds.roundTo;
  const toRange = (shown: number | null | undefined, by: number): Range =>
    shown === null || shown === undefined
      ? { low: 0, high: Infinity }
      : { low: Math.max(0, shown - by + 1), high: shown + by - 1 };
  const sums: Sum[] = [];
  const cells: Cell[] = [];
  const rowsOf = new Map<string | null, Range[]>();
  const addRow = (id: string | null, shown: readonly (number | null)[], whole: Range): void => {
    const row = [...table.columns, ""].map((_, column) =>
      toRange(column < shown.length ? shown[column] : null, roundTo),
    );
    rowsOf.set(id, row);
    if (table.isPartition) sums.push({ whole, parts: row });
    else for (const range of row) range.high = Math.min(range.high, whole.high);
    if (id === null) return;
    table.columns.forEach((_, column) => {
      const range = row[column];
      if (range) cells.push({ id, column, range, isHidden: (shown[column] ?? null) === null });
    });
  };
  addRow(null, table.all, toRange(release.totals.conversations, unit));
  for (const { id, conversations } of clusters.clusters) {
    const exact = exactSizes.get(id);
    addRow(
      id,
      table.of(id),
      exact === undefined ? toRange(conversations, unit) : { low: exact, high: exact },
    );
  }
  // What is withheld of a family is a part of its parent like a child.
  for (const parent of [null, ...clusters.clusters.flatMap(({ id, level }) => (level > 0 ? [id] : []))]) {
    const children = clusters.clusters.filter((cluster) => cluster.parent === parent);
    if (children.length === 0) continue;
    const withheld =
      parent === null
        ? release.withheld.topClusters
        : clusters.clusters.find(({ id }) => id === parent)?.withheld;
    const hasRest = (withheld?.clusters ?? 0) > 0;
    (rowsOf.get(parent) ?? []).forEach((whole, column) => {
      const parts = children.flatMap(({ id }) => rowsOf.get(id)?.[column] ?? []);
      sums.push({ whole, parts: hasRest ? [...parts, { low: 0, high: Infinity }] : parts });
    });
  }
  const fits = narrowBySums(sums);
  const hidden = cells.filter(({ isHidden }) => isHidden);
  const nameOf = new Map(clusters.clusters.map(({ id, name }) => [id, name]));
  const findings = hidden
    .filter(({ range }) => range.low > 0 && range.high < minConversations)
    .map(({ id, column, range }): RunFinding => ({
      severity: "fault",
      message: `${table.name} ${table.columns[column] ?? ""} of "${nameOf.get(id) ?? id}" is hidden, and published numbers tell that it holds ${Math.ceil(range.low)} to ${Math.floor(range.high)} conversations`,
      hint: "Do not show overlays.json and timeline.json of this run, and report it: complementary cells should have been hidden too.",
    }));
  const misfit: readonly RunFinding[] = fits
    ? []
    : [
        {
          severity: "note",
          message: `the numbers of ${table.name} fit no table of whole conversations`,
          hint: "Conversations of several requests count in parts; this says nothing about anybody.",
        },
      ];
  return { looked: hidden.length, findings: [...findings, ...misfit] };
}

function listOverlays({ overlays }: Release): ShownTable[] {
  return (overlays?.facets ?? []).map(({ title, values, kind, otherConversations, clusters }) => ({
    name: title,
    columns: values.map(({ value }) => value),
    all: [...values.map(({ conversations }) => conversations), otherConversations],
    of: (id) => {
      const shown = new Map((clusters[id] ?? []).map(({ value, conversations }) => [value, conversations]));
      return values.map((_, column) => shown.get(column) ?? null);
    },
    isPartition: kind !== "several",
  }));
}

function listTimeline({ timeline }: Release): ShownTable[] {
  if (timeline === null || timeline.buckets.length === 0) return [];
  return [
    {
      name: "time",
      columns: timeline.buckets.map(({ start }) => start),
      all: [...timeline.buckets.map(({ conversations }) => conversations), timeline.withoutTime],
      of: (id) => timeline.clusters[id]?.conversations ?? timeline.buckets.map(() => null),
      isPartition: true,
    },
  ];
}
