import { UsageError } from "@observatory/core";
import { expect, test } from "vitest";
import type { AuditReport } from "./audit-rows.ts";
import { describeRefinement } from "./describe-refinement.ts";
import type { Probe } from "./probe.ts";
import { blindProbes } from "./probes.ts";
import { refineRows } from "./refine-rows.ts";
import { createTestingRows } from "./testing-rows.ts";

const probes = [
  blindProbes.shortest_caption,
  blindProbes.longest_caption,
  blindProbes.unigram_frequency,
  blindProbes.bigram_lm,
];

test("a leaking set of twelve candidates becomes blind-proof sets of five with hardly a loss", async () => {
  const rows = createTestingRows({ rows: 400, negatives: 12, leaks: true, seed: 1 });
  const { rows: refined, report } = await refineRows(rows, {
    negatives: 5,
    seed: 1,
    probes,
    rounds: 3,
    resamples: 200,
  });
  expect(report.before.cells[0]?.verdict).toBe("leaks");
  expect(report.after.cells[0]?.verdict).toBe("blind-proof");
  expect(refined.length).toBeGreaterThan(360);
  for (const { row, place, negatives } of refined) {
    expect(row.negatives).toEqual(negatives.map((i) => rows[place]?.negatives[i]));
    expect(row.negatives).toHaveLength(5);
  }
  expect(describeRefinement(report).join("\n")).toMatch(
    /noun: 400 rows -> \d+, chance 16.67, leaks -> blind-proof/u,
  );
});

test("rows whose negatives repeat or equal the caption are not filled up with them", async () => {
  const rows = createTestingRows({ rows: 40, negatives: 3, leaks: false, seed: 2 }).map((row, i) =>
    i < 10 ? { ...row, negatives: [row.caption, row.negatives[0] ?? "", row.negatives[0] ?? ""] } : row,
  );
  const { rows: refined, report } = await refineRows(rows, {
    negatives: 2,
    seed: 1,
    probes: probes.slice(0, 2),
    rounds: 1,
    resamples: 20,
  });
  expect(report.tooFewNegatives).toBe(10);
  expect(refined.every(({ place }) => place >= 10)).toBe(true);
  expect(report.kept + report.dropped + report.tooFewNegatives).toBe(40);
});

test("two probes over pairs are balanced by SugarCrepe's boxes", async () => {
  const byDigit = (index: number, name: string): Probe => ({
    name,
    clue: "a digit",
    learns: false,
    fit: () => (caption) => Number(caption.split(" ")[index] ?? 0),
  });
  const pair = (i: number, truth: string, negative: string) => ({
    imageId: `${i}`,
    caption: truth,
    negatives: [negative],
    cells: ["pair"],
  });
  const rows = [
    ...Array.from({ length: 30 }, (_, i) => pair(i, `5 5 t${i}`, "1 1 f")), // won under both probes
    ...Array.from({ length: 10 }, (_, i) => pair(100 + i, `1 1 t${i}`, "5 5 f")), // lost under both
    ...Array.from({ length: 8 }, (_, i) => pair(200 + i, `5 1 t${i}`, "1 5 f")), // won, lost: nothing opposite
  ];
  const two = [byDigit(0, "first"), byDigit(1, "second")];
  const { rows: refined, report } = await refineRows(rows, {
    negatives: 1,
    seed: 1,
    probes: two,
    resamples: 20,
  });
  expect(report.method).toBe("symmetric-bins");
  expect(refined).toHaveLength(20);
  const measured = (audit: AuditReport): number[] =>
    (audit.cells[0]?.probes ?? []).slice(0, 2).map(({ rAt1 }) => rAt1);
  expect(measured(report.before)).toEqual([38 / 48, 30 / 48]);
  expect(measured(report.after)).toEqual([0.5, 0.5]);
});

test("the same seed chooses the same, another seed another set", async () => {
  const rows = createTestingRows({ rows: 60, negatives: 6, leaks: true, seed: 3 });
  const refine = async (seed: number) =>
    (await refineRows(rows, { negatives: 2, seed, probes, rounds: 2, resamples: 10 })).rows.map(
      ({ negatives }) => negatives,
    );
  expect(await refine(1)).toEqual(await refine(1));
  expect(await refine(1)).not.toEqual(await refine(2));
});

test("impossible wishes are refused, and no rows give no rows", async () => {
  await expect(refineRows([], { negatives: 0, seed: 1 })).rejects.toThrow(UsageError);
  await expect(refineRows([], { negatives: 2, seed: 1, method: "symmetric-bins" })).rejects.toThrow(
    UsageError,
  );
  expect((await refineRows([], { negatives: 2, seed: 1 })).rows).toEqual([]);
});

test("whole families stay as they are", async () => {
  const rows = Array.from({ length: 8 }, (_, family) => {
    const captions = ["a cat", "a small cat", "a cat, not small"].map((caption) => `${caption} ${family}`);
    return captions.map((caption) => ({
      imageId: String(family),
      caption,
      negatives: captions.filter((other) => other !== caption),
      cells: ["atom"],
    }));
  }).flat();
  const { rows: kept, report } = await refineRows(rows, { negatives: 2, seed: 1, resamples: 20 });
  expect(kept.map(({ row }) => row)).toEqual(rows);
  expect(report.after.cells[0]).toMatchObject({ verdict: "blind-proof", counterbalanced: true });
});
