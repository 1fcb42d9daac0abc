import { createRandom, type Random } from "@observatory/core";
import { expect, test } from "vitest";
import { createCellCounter, type CellCounts } from "../analysis/cell-counts.ts";
import { publishCount } from "../privacy/door.ts";
import { roundToUnit } from "../privacy/round-tree.ts";
import { boundSum } from "../privacy/attack-table.test.helper.ts";
import { buildOverlays as buildAll, type FacetColumns } from "./build-overlays.ts";
import type { CrossTableOptions } from "./cross-table.ts";
import { overlaysFileSchema, type OverlaysFile } from "./overlays-schema.ts";
import type { PublishedCluster } from "./schema.ts";
import { tabulate, toShownTree } from "./shown-tree.ts";

const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 5 };
const facet: FacetColumns = {
  name: "plan",
  title: "plan",
  source: "column",
  kind: "category",
  values: ["free", "pro", "team"],
  firstColumn: 1,
};

const buildOverlays = (facets: readonly FacetColumns[], options: CrossTableOptions): OverlaysFile =>
  buildAll(facets, options).file;

type Table = Readonly<Record<string, readonly number[]>>;

/**
 * Cross-tables of base clusters under one parent `top`, each conversation of an account of its own.
 *
 * @param table for each base cluster how many conversations have each value, and how many none of them
 */
function createOptions(table: Table, { withheld = [] as readonly string[], columns = 5 } = {}) {
  const names = Object.keys(table);
  const nodes = [{ id: "top", parent: null }, ...names.map((id) => ({ id, parent: 0 }))];
  const { add, counts } = createCellCounter(nodes.length + 1, columns);
  let account = 0;
  names.forEach((name, at) => {
    (table[name] ?? []).forEach((held, value) => {
      for (let one = 0; one < held; one++) {
        account++;
        const key = Math.floor(createRandom(account).next() * 2 ** 50);
        add({
          account,
          rows: [0, 1, at + 2],
          columns: [0, 1 + value],
          weight: 1000,
          key,
          copies: -1,
          settled: true,
        });
      }
    });
  });
  return { options: toOptions(nodes, counts, withheld), nodes, counts };
}

function toOptions(
  nodes: readonly { readonly id: string; readonly parent: number | null }[],
  counts: CellCounts,
  withheld: readonly string[],
): CrossTableOptions {
  const held = (row: number): number => (counts.conversations[row * counts.columns] ?? 0) / 1000;
  const published = nodes.flatMap(({ id, parent }, node): PublishedCluster[] =>
    withheld.includes(id)
      ? []
      : [
          {
            id,
            level: parent === null ? 1 : 0,
            parent: parent === null ? null : (nodes[parent]?.id ?? null),
            name: id,
            description: id,
            conversations: roundToUnit(held(node + 1), 5),
            accounts: roundToUnit(held(node + 1), 5),
            share: 0,
            withheld: null,
            audit: { rating: null, reason: null },
          },
        ],
  );
  return {
    tree: toShownTree(nodes, published),
    counts,
    totals: { conversations: publishCount(held(0), thresholds), accounts: publishCount(held(0), thresholds) },
    thresholds,
    clusterUnit: 5,
    held: counts,
    tables: { earlier: new Map(), now: new Map() },
  };
}

const cellOf = (file: OverlaysFile, id: string, value: number) =>
  file.facets[0]?.clusters[id]?.find((cell) => cell.value === value);

test("a value that is over-represented in a cluster is found, with its ratio to all other conversations", () => {
  const file = buildOverlays(
    [facet],
    createOptions({ a: [20, 100, 30], b: [200, 50, 50], c: [220, 60, 70] }).options,
  );
  expect(overlaysFileSchema.parse(file)).toEqual(file);
  const cell = cellOf(file, "a", 1);
  // 100 of 150 here, 110 of 650 elsewhere; counts are within a unit of that.
  expect(cell?.ratio).toBeGreaterThan(3.3);
  expect(cell?.ratio).toBeLessThan(4.6);
  expect(cell?.significant).toBe(true);
  expect(cellOf(file, "c", 2)?.significant).toBe(false);
});

test("counts are multiples of the unit and less than a unit off", () => {
  const table = { a: [33, 101, 37], b: [204, 52, 51], c: [221, 63, 74] };
  const file = buildOverlays([facet], createOptions(table).options);
  const held = Object.values(file.facets[0]?.clusters ?? {})
    .flat()
    .map(({ conversations }) => conversations);
  expect(held.length).toBeGreaterThan(9);
  expect(held.every((count) => count % 5 === 0)).toBe(true);
  expect(Math.abs((cellOf(file, "b", 0)?.conversations ?? 0) - 204)).toBeLessThan(5);
});

test("a cell under a threshold is not shown, and one that would give it away is not either", () => {
  const file = buildOverlays(
    [facet],
    createOptions({ a: [97, 0, 3], b: [100, 100, 100], c: [90, 90, 90] }).options,
  );
  expect(file.facets[0]?.clusters["a"]).toBeUndefined();
  expect(file.withheld).toEqual({ belowThreshold: 1, complementary: 1 });
});

test("a cell of enough accounts that count too little is not shown, in a first release neither", () => {
  const { options, counts } = createOptions({
    a: [100, 30, 100],
    b: [100, 100, 100],
    c: [90, 90, 90],
    d: [90, 90, 90],
  });
  expect(cellOf(buildOverlays([facet], options), "a", 1)).toBeDefined();
  // Of the second value in a, row 2, all but four accounts sent copies of one text.
  const countedAccounts = counts.countedAccounts.slice();
  const copied = 2 * counts.columns + 2;
  countedAccounts[copied] = 4;
  const copies = { ...counts, countedAccounts };
  const file = buildOverlays([facet], { ...options, counts: copies, held: copies });
  expect(cellOf(file, "a", 1)).toBeUndefined();
  // So it is where the last release had too few that counted, though as many conversations as now.
  const later = buildOverlays([facet], { ...options, held: copies });
  expect(cellOf(later, "a", 1)).toBeUndefined();
});

test("a value of too few conversations is in the rest, whose size is told where it is large enough", () => {
  const plenty = buildOverlays([facet], createOptions({ a: [90, 4, 90, 30], b: [100, 3, 100, 30] }).options);
  expect(plenty.facets[0]?.values.map(({ value }) => value)).toEqual(["free", "team"]);
  expect(plenty.facets[0]?.otherConversations).toBeGreaterThan(60);
  const few = buildOverlays([facet], createOptions({ a: [90, 0, 90, 2], b: [100, 0, 100, 1] }).options);
  expect(few.facets[0]?.otherConversations).toBeNull();
});

test("where a conversation may have several values, those that are not listed are not added up", () => {
  const { add, counts } = createCellCounter(2, 6);
  const nodes = [{ id: "top", parent: null }];
  // Eight conversations hold both values that too few have, so that their sum would be sixteen.
  for (let account = 1; account <= 308; account++) {
    const columns = account <= 8 ? [0, 2, 3] : account <= 108 ? [0, 4] : [0, 1];
    add({ account, rows: [0, 1], columns, weight: 1000, key: account * 2 ** 20, copies: -1, settled: true });
  }
  const several = { ...facet, kind: "several", values: ["free", "pro", "team", "trial"] } as const;
  const [built] = buildOverlays([several], toOptions(nodes, counts, [])).facets;
  expect(built?.values.map(({ value }) => value)).toEqual(["free", "trial"]);
  expect(built?.otherConversations).toBeNull();
});

test("text from outside with personal data in it is no value", () => {
  const values = ["free", "ada@example.com", "team"];
  const file = buildOverlays(
    [{ ...facet, values }],
    createOptions({ a: [90, 90, 90], b: [100, 100, 100] }).options,
  );
  expect(JSON.stringify(file)).not.toContain("ada");
  expect(file.facets[0]?.otherConversations).toBeGreaterThan(180);
});

test("a value that all conversations have is no facet", () => {
  const only = { ...facet, values: ["free"] };
  const { options } = createOptions({ a: [90, 0], b: [100, 0] });
  expect(buildOverlays([facet], options).facets).toEqual([]);
  expect(buildOverlays([only], createOptions({ a: [90], b: [100] }, { columns: 3 }).options).facets).toEqual(
    [],
  );
});

test("the same members are shown by the same count wherever they stand, so that a difference of two shows nothing", () => {
  const file = buildOverlays(
    [facet],
    createOptions({ a: [90, 0, 33], b: [100, 90, 0], c: [90, 90, 0] }).options,
  );
  expect(cellOf(file, "a", 2)?.conversations).toBe(file.facets[0]?.values[2]?.conversations);
  expect(cellOf(file, "a", 2)?.ratio).toBeNull();
});

/** The hidden cells of shown clusters that whoever reads the file, and knows the whole of every row exactly, can tell to be under the threshold. */
function listBreaches(random: Random): { breaches: string[]; shown: number } {
  const draw = (): number => (random.next() < 0.3 ? random.integer(4) : random.integer(60));
  const table = Object.fromEntries(
    ["a", "b", "c", "d"].map((id) => [
      id,
      [draw() + 10, draw(), draw(), random.integer(3) * random.integer(8)],
    ]),
  );
  const withheld = random.next() < 0.5 ? ["d"] : [];
  const { options, counts } = createOptions({ ...table, d: [20, draw(), draw(), 0] }, { withheld });
  const [built] = buildOverlays([facet], options).facets;
  if (built === undefined) return { breaches: [], shown: 0 };
  const kept = built.values.map(({ value }) => facet.values.indexOf(value));
  const rest = [0, 1, 2, 3].filter((value) => !kept.includes(value));
  const columns = [...kept.map((value) => [1 + value]), rest.map((value) => 1 + value)];
  const width = columns.length;
  const { tree } = options;
  const { conversations } = tabulate(tree, counts, columns);
  const published = new Map<number, number>(
    built.values.map((value, column) => [column, value.conversations]),
  );
  if (built.otherConversations !== null) published.set(width - 1, built.otherConversations);
  tree.clusters.forEach((cluster, row) => {
    for (const cell of built.clusters[cluster?.id ?? ""] ?? []) {
      published.set(row * width + cell.value, cell.conversations);
    }
  });
  const known = {
    table: { parents: tree.parents, columns: width, conversations, accounts: conversations },
    shown: conversations.map((_, cell) => (published.has(cell) ? 1 : 0)),
    shownGroups: new Uint8Array(tree.parents.length),
    published: (cell: number) => published.get(cell) ?? 0,
    publishedGroup: () => 0,
    unit: 5,
  };
  const hidden = [...conversations.keys()].filter(
    (cell) => !published.has(cell) && (conversations[cell] ?? 0) > 0,
  );
  const breaches = hidden.flatMap((cell) => {
    const most = boundSum(known, [cell], "maximize");
    return most < 10 - 1e-6 ? [`${JSON.stringify(table)} cell ${cell}: at most ${most}`] : [];
  });
  return { breaches, shown: published.size };
}

test("no linear program over what the file tells bounds a hidden cell under the threshold", () => {
  const random = createRandom("overlays");
  let shown = 0;
  for (let round = 0; round < 60; round++) {
    const found = listBreaches(random.fork(String(round)));
    expect(found.breaches).toEqual([]);
    shown += found.shown;
  }
  expect(shown).toBeGreaterThan(400);
});

test("a sensitive value that nearly all of a cluster have is not told of them, nor can it be subtracted", () => {
  const table = { a: [4, 95, 3], b: [60, 50, 50], c: [60, 50, 70], d: [60, 60, 60] };
  const { options } = createOptions(table);
  const told = buildAll([facet], options);
  expect(told.homogeneous).toBe(0);
  expect(cellOf(told.file, "a", 1)?.conversations).toBeGreaterThan(90);
  const { file, homogeneous } = buildAll([{ ...facet, isSensitive: (value) => value === "pro" }], options);
  expect(homogeneous).toBe(1);
  expect(file.facets[0]?.clusters["a"]).toBeUndefined();
  // The value in everything, less what is shown of the others, leaves a part of less than nine tenths.
  const all = file.facets[0]?.values.find(({ value }) => value === "pro")?.conversations ?? 0;
  const others = ["b", "c", "d"].map((id) => cellOf(file, id, 1)?.conversations ?? null);
  expect(
    others.some((held) => held === null) ||
      all - 4 - others.reduce<number>((s, x) => s + (x ?? 0) + 4, 0) <= 92,
  ).toBe(true);
  // Of everybody as well: then nothing of the facet is told.
  expect(
    buildAll(
      [{ ...facet, isSensitive: () => true }],
      createOptions({ a: [3, 95, 1], b: [4, 100, 3] }).options,
    ),
  ).toMatchObject({ homogeneous: 1, file: { facets: [] } });
});
