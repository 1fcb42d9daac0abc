import type { Interval } from "@observatory/numerics";
import {
  auditRows,
  combinationName,
  type AuditOptions,
  type CellAudit,
  type ProbeResult,
} from "./audit-rows.ts";
import type { BlindRow } from "./blind-row.ts";
import { smallestLeak } from "./judge-cell.ts";

/** A cell that leaks, and whose rows are left out for it. Shares, not percent. */
export interface LeftOutCell {
  readonly cell: string;
  /** Rows that were measured; of a cell that was left out, all that could have been balanced. */
  readonly rows: number;
  /** The probe that is farthest off chance, what it finds and with which plain interval of 95 %. */
  readonly probe: string;
  readonly rAt1: number;
  readonly interval: Interval;
  readonly chance: number;
}

export interface FindLeakOptions extends Omit<AuditOptions, "salt"> {
  /** One measurement for each: a leak in one of them is a leak. */
  readonly salts: readonly string[];
  /** Whether the mixture of all probes must not win by its plain interval either; it must not unless told. */
  readonly byMixture?: boolean;
}

/**
 * The cell that leaks most ({@link auditRows}) among those that no other one holds; where these are sound, among the
 * narrower ones. Null where nothing leaks. Cells of too few images to judge are none.
 *
 * For a cell that no other one holds the mixture of all probes must not win by its plain interval either: the joint one
 * is as wide as so many probes make it, and would pass a weak leak that the mixture was made to find.
 */
export async function findLeakingCell(
  rows: readonly BlindRow[],
  { salts, byMixture = true, ...options }: FindLeakOptions,
): Promise<LeftOutCell | null> {
  const widest = new Set(rows.map((row) => row.cells[0]));
  let worst: { readonly leak: LeftOutCell; readonly isWide: boolean; readonly distance: number } | null =
    null;
  for (const salt of salts) {
    const { cells } = await auditRows(rows, { ...options, salt });
    for (const audit of cells) {
      const { cell, rows: count, chance } = audit;
      const isWide = widest.has(cell);
      const found = findLeak(audit, isWide && byMixture);
      if (found === undefined) continue;
      const { probe, rAt1, interval } = found;
      const distance = Math.abs(found.gain);
      if (worst === null || (isWide === worst.isWide ? distance > worst.distance : isWide))
        worst = { leak: { cell, rows: count, probe, rAt1, interval, chance }, isWide, distance };
    }
  }
  return worst?.leak ?? null;
}

function findLeak(
  { verdict, leaks, probes, chance }: CellAudit,
  byMixture: boolean,
): ProbeResult | undefined {
  if (verdict === "undecided") return undefined;
  if (verdict === "leaks") return probes.find(({ probe }) => probe === leaks[0]);
  return probes.find(
    ({ probe, interval: [low], gain }) =>
      byMixture && probe === combinationName && low > chance && gain >= smallestLeak,
  );
}
