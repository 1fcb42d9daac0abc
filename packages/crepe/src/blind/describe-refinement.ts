import type { CellAudit } from "./audit-rows.ts";
import { describeOverall } from "./describe-audit.ts";
import type { LeftOutCell } from "./find-leaking-cell.ts";
import type { RefineReport } from "./refine-rows.ts";

/** The report as text for people: what was kept, and for each cell every probe before and after. */
export function describeRefinement(report: RefineReport): string[] {
  const share = report.rows === 0 ? 0 : (100 * report.kept) / report.rows;
  return [
    `Kept ${report.kept} of ${report.rows} rows (${share.toFixed(1)} %) with ${report.negatives} negatives each (${report.method}, seed ${report.seed}).`,
    `${report.tooFewNegatives} rows had too few different negatives; ${report.dropped} could not be balanced.`,
    ...describeLeftOut(report.leftOut),
    ...describeOverall(report.after),
    "R@1 in %, ties split, probes fitted to other images than those they judge, on folds that took no part in the choice of negatives.",
    ...report.before.cells.flatMap((before) =>
      describeCell(before, report.after.cells.find(({ cell }) => cell === before.cell) ?? null, report),
    ),
  ];
}

/** A line for each cell: "negate: 34 rows left out, since word_weights tells the true caption at 32.00 % ...". */
export function describeLeftOut(leftOut: readonly LeftOutCell[]): string[] {
  return leftOut.map(
    ({ cell, rows, probe, rAt1, interval, chance }) =>
      `${cell}: ${rows} rows left out, since ${probe} tells the true caption at ${percent(rAt1)} % [${interval.map(percent).join(", ")}], not ${percent(chance)} % (--keep-leaks keeps them)`,
  );
}

function describeCell(before: CellAudit, after: CellAudit | null, report: RefineReport): string[] {
  const head = `${before.cell}: ${before.rows} rows -> ${after?.rows ?? 0}, chance ${percent(before.chance)}`;
  if (after === null) {
    const isLeftOut = report.leftOut.some(
      ({ cell }) => before.cell === cell || before.cell.startsWith(`${cell} `),
    );
    return ["", `${head}: ${isLeftOut ? `left out, was ${before.verdict}` : "nothing is left"}`];
  }
  return [
    "",
    `${head}, ${before.verdict} -> ${after.verdict}`,
    ...before.probes.map((probe, p) => {
      const now = after.probes[p];
      const interval = now === undefined ? "" : `[${now.interval.map(percent).join(", ")}]`;
      const note = report.balanced.includes(probe.probe) ? "" : " (not balanced, for comparison)";
      return `  ${probe.probe.padEnd(24)} ${percent(probe.rAt1).padStart(6)} -> ${percent(now?.rAt1 ?? 0).padStart(6)} ${interval}${note}`;
    }),
  ];
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}
