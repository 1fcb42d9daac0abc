import { expect, test } from "vitest";
import { auditRows } from "./audit-rows.ts";
import type { BlindRow } from "./blind-row.ts";
import { describeRefinement } from "./describe-refinement.ts";
import { findLeakingCell } from "./find-leaking-cell.ts";
import { refineRows } from "./refine-rows.ts";
import { createTestingRows } from "./testing-rows.ts";

const common = { seed: 1, resamples: 200 };
const options = { ...common, salts: ["a/", ""] };

function createCell(name: string, seed: number): BlindRow[] {
  return createTestingRows({ rows: 200, negatives: 2, leaks: false, seed }).map((row, i) => ({
    ...row,
    imageId: `${name} ${i}`,
    cells: [name, `${name} n=${4 + (i % 2)}`],
  }));
}
/** A leak that no choice of negatives mends. */
const makeLonger = (row: BlindRow): BlindRow => ({
  ...row,
  negatives: row.negatives.map((text) => `${text} and more`),
});

const clean = createCell("atom", 2);
const leaking = createCell("negate", 3).map(makeLonger);

test("a clean set has no leaking cell, nor has one without rows", async () => {
  expect(await findLeakingCell(clean, options)).toBeNull();
  expect(await findLeakingCell([], options)).toBeNull();
});

test("of a type that leaks, and its narrower cells with it, the type is named", async () => {
  expect(await findLeakingCell([...clean, ...leaking], options)).toMatchObject({
    cell: "negate",
    rows: 200,
    rAt1: 1,
    interval: [1, 1],
  });
});

test("a weak leak, which the joint intervals of so many probes would pass, is found by the mixture of all", async () => {
  const weak = createTestingRows({ rows: 60, negatives: 2, leaks: true, seed: 3 });
  expect((await auditRows(weak, common)).cells[0]?.verdict).toBe("blind-proof");
  expect(await findLeakingCell(weak, { ...common, salts: [""] })).toMatchObject({
    cell: "noun",
    probe: "all_probes_combined",
    rAt1: 0.5,
  });
});

// Without a round nothing is balanced, as where balancing does not help.
const refine = (rows: readonly BlindRow[], more: Partial<Parameters<typeof refineRows>[1]> = {}) =>
  refineRows(rows, { ...common, negatives: 2, rounds: 0, ...more });

test("refining leaves out what leaks, counted and with its reason, and what stays leaks nowhere", async () => {
  const { rows, report } = await refine([...leaking, ...clean]);
  expect(rows.map(({ row }) => row)).toEqual(clean);
  expect(rows.map(({ place }) => place)).toEqual(clean.map((_, place) => leaking.length + place));
  expect(report).toMatchObject({ kept: 200, dropped: 0, leftOut: [{ cell: "negate", rows: 200 }] });
  expect(report.after.cells.map(({ verdict }) => verdict)).not.toContain("leaks");
  const told = describeRefinement(report);
  expect(told).toContainEqual(
    expect.stringMatching(
      /^negate: 200 rows left out, since \w+ tells the true caption at 100.00 % \[100.00, 100.00\], not 33.33 % \(--keep-leaks/u,
    ),
  );
  expect(told).toContain("negate n=4: 100 rows -> 0, chance 33.33: left out, was leaks");
});

test("leaks stay where they are asked for, and clean rows always", async () => {
  const rows = [...leaking, ...clean];
  const kept = await refine(rows, { keepLeaks: true });
  expect(kept.rows.map(({ row }) => row)).toEqual(rows);
  expect(kept.report).toMatchObject({ kept: 400, leftOut: [] });
  const untouched = await refine(clean);
  expect(untouched.rows.map(({ row }) => row)).toEqual(clean);
  expect(untouched.report.leftOut).toEqual([]);
});

test("what another part of the set lost goes here too, with that part's reason", async () => {
  const known = { cell: "negate", rows: 7, probe: "p", rAt1: 1, interval: [1, 1] as const, chance: 0.5 };
  const { rows, report } = await refine([...clean, ...leaking], { knownLeaks: [known] });
  expect(rows.map(({ row }) => row)).toEqual(clean);
  expect(report.leftOut).toEqual([{ ...known, rows: 200 }]);
});
