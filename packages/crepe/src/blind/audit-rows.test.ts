import { expect, test } from "vitest";
import { auditRows } from "./audit-rows.ts";
import { describeAudit } from "./describe-audit.ts";
import { blindProbes } from "./probes.ts";
import { createTestingRows } from "./testing-rows.ts";

test("captions and negatives of one kind are blind-proof", async () => {
  const rows = createTestingRows({ rows: 400, negatives: 5, leaks: false, seed: 1 });
  const { cells } = await auditRows(rows, { seed: 1, resamples: 300 });
  expect(cells).toHaveLength(1);
  expect(cells[0]).toMatchObject({ cell: "noun", rows: 400, images: 400, verdict: "blind-proof", leaks: [] });
  expect(cells[0]?.chance).toBeCloseTo(1 / 6, 12);
});

test("a preference for some words is found and named", async () => {
  const rows = createTestingRows({ rows: 400, negatives: 5, leaks: true, seed: 2 });
  const report = await auditRows(rows, { seed: 1, resamples: 300 });
  expect(report.cells[0]?.verdict).toBe("leaks");
  expect(report.cells[0]?.leaks).toContain("unigram_frequency");
  expect(describeAudit(report).join("\n")).toMatch(
    /noun: leaks: \w+ \(400 rows, 400 images, chance 16.67 %\)/u,
  );
});

test("all cells together: a leak stays one, and what many intervals miss by accident is told as that", async () => {
  const leaking = createTestingRows({ rows: 300, negatives: 5, leaks: true, seed: 6 });
  const sound = Array.from({ length: 6 }, (_, cell) =>
    createTestingRows({ rows: 60, negatives: 5, leaks: false, seed: 10 + cell }).map((row) => ({
      ...row,
      imageId: `${cell} ${row.imageId}`,
      cells: [`sound ${cell}`],
    })),
  ).flat();
  const report = await auditRows([...leaking, ...sound], { seed: 1, resamples: 400 });
  const { intervals, above, below, leaks } = report.overall;
  expect(intervals).toBe(7 * report.probes.length);
  expect(above + below).toBeGreaterThan(3);
  expect(leaks.length).toBeGreaterThan(0);
  expect(new Set(leaks.map(({ cell }) => cell))).toEqual(new Set(["noun"]));
  for (const { probes } of report.cells)
    for (const { jointInterval, overallInterval } of probes)
      expect(overallInterval[1] - overallInterval[0]).toBeGreaterThanOrEqual(
        jointInterval[1] - jointInterval[0] - 1e-12,
      );
  expect(describeAudit(report).join("\n")).toMatch(/Of 98 intervals of 95 %.+ by accident/u);
});

test("a negative that is always shorter gives truth away as surely as one that is always longer", async () => {
  const rows = createTestingRows({ rows: 60, negatives: 1, leaks: false, seed: 3 });
  const shorter = rows.map((row) => ({ ...row, negatives: [row.caption.slice(3)] }));
  const { cells } = await auditRows(shorter, {
    seed: 1,
    resamples: 100,
    probes: [blindProbes.shortest_caption],
  });
  expect(cells[0]).toMatchObject({ verdict: "leaks", best: "all_probes_combined" });
  expect(cells[0]?.probes.map(({ rAt1 }) => rAt1)).toEqual([0, 1]);
});

test("a row counts in each of its cells; rows without negatives in none", async () => {
  const [a, b] = createTestingRows({ rows: 2, negatives: 2, leaks: false, seed: 4 });
  if (a === undefined || b === undefined) throw new Error("no rows");
  const rows = [
    { ...a, cells: ["all", "n=4"] },
    { ...b, cells: ["all"] },
    { ...b, negatives: [] },
  ];
  const report = await auditRows(rows, { seed: 1, resamples: 20 });
  expect(report.cells.map(({ cell, rows, verdict }) => [cell, rows, verdict])).toEqual([
    ["all", 2, "undecided"],
    ["n=4", 1, "undecided"],
  ]);
  expect(report.rowsWithoutNegatives).toBe(1);
});

test("no rows give an empty report", async () => {
  expect((await auditRows([], { seed: 1 })).cells).toEqual([]);
});

test("the same seed gives the same report, and an abort ends the work", async () => {
  const rows = createTestingRows({ rows: 50, negatives: 3, leaks: true, seed: 5 });
  const options = { seed: 9, resamples: 50 };
  expect(await auditRows(rows, options)).toEqual(await auditRows(rows, options));
  await expect(auditRows(rows, { ...options, signal: AbortSignal.abort() })).rejects.toThrow(/abort/iu);
});
