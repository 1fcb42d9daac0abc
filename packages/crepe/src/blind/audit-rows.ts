import { setImmediate } from "node:timers/promises";
import { createRandom } from "@observatory/core";
import type { Interval } from "@observatory/numerics";
import type { BlindRow } from "./blind-row.ts";
import { bootstrapGains, type Gain } from "./bootstrap-gains.ts";
import { combineScores } from "./combine-scores.ts";
import { scoreCentrality } from "./central-caption.ts";
import { firstPlaceShare, toStanding } from "./first-place.ts";
import { groupIndices } from "./group-indices.ts";
import { isCounterbalanced } from "./is-counterbalanced.ts";
import { toImageFold } from "./image-fold.ts";
import type { Probe } from "./probe.ts";
import { blindProbes } from "./probes.ts";
import { scoreRows, type RowScores } from "./score-rows.ts";
import { judgeCell, smallestLeak, type BlindVerdict } from "./judge-cell.ts";

export interface AuditOptions {
  readonly seed: number;
  /** Bootstrap resamples; 1,000 unless told. */
  readonly resamples?: number;
  /** All of {@link blindProbes} unless told. */
  readonly probes?: readonly Probe[];
  /** Deals the images into other folds than the published ones. */
  readonly salt?: string;
  readonly signal?: AbortSignal;
}

/** What one probe reaches in one cell. Shares, not percent. */
export interface ProbeResult extends Gain {
  readonly probe: string;
  /** What gives the true caption away where the probe is off chance. */
  readonly clue: string;
  /** Rows in which it cannot tell the true caption from one or more negatives and puts none above it. */
  readonly tiedForFirst: number;
}

/** One cell of the table. */
export interface CellAudit extends BlindVerdict {
  readonly cell: string;
  readonly rows: number;
  readonly images: number;
  /** Whether rows come in whole families, so that every probe is at chance by construction ({@link isCounterbalanced}). */
  readonly counterbalanced: boolean;
  /** Mean over the rows of 1 / (1 + k). */
  readonly chance: number;
  /** In the order of the report's `probes`. */
  readonly probes: readonly ProbeResult[];
  /**
   * What someone reaches who is shown the whole list of captions at once and takes the one that is most like the others
   * ({@link scoreCentrality}). No part of the verdict: a scorer of single captions cannot do that.
   */
  readonly central: { readonly rAt1: number; readonly interval: Interval };
  /** The probe with the highest R@1: what a model has to beat before its score says anything about its eyes. */
  readonly best: string;
}

export interface AuditReport {
  readonly seed: number;
  readonly resamples: number;
  readonly rows: number;
  readonly images: number;
  /** Rows without a negative, which no cell counts. */
  readonly rowsWithoutNegatives: number;
  /** Names, the cross-fitted mixture of them all last. */
  readonly probes: readonly string[];
  readonly cells: readonly CellAudit[];
  readonly overall: OverallAudit;
}

/** What is off chance when all cells are looked at together. Cells with too few images are left out. */
export interface OverallAudit {
  /** How many intervals of R@1 there are, one for each probe in each cell. */
  readonly intervals: number;
  /** Those of them that leave out chance: a share of 0.05 would by accident. */
  readonly above: number;
  readonly below: number;
  /** What is off chance in intervals that hold for all probes and cells at once, the farthest first. */
  readonly leaks: readonly { readonly cell: string; readonly probe: string; readonly gain: number }[];
}

/** The name of the cross-fitted linear mixture of all probes. */
export const combinationName = "all_probes_combined";

/**
 * Tells how far captions can be told apart without their image: R@1 of every probe in every cell, ties split.
 *
 * Probes that learn are cross-fitted by image over all rows given, whatever their cell. A last one, `all_probes_combined`,
 * is a conditional logit over the scores of the others, fitted within the cell on the other folds. Cells come in the
 * order in which rows name them. The verdict of a cell accounts for its many probes (see {@link bootstrapGains}) but
 * not for there being many cells; `overall` accounts for both.
 */
export async function auditRows(rows: readonly BlindRow[], options: AuditOptions): Promise<AuditReport> {
  const { seed, resamples = 1000, probes = Object.values(blindProbes), salt = "", signal } = options;
  const usable = rows.filter((row) => row.negatives.length > 0);
  const table = await scoreRows(usable, probes, { salt, signal });
  const folds = usable.map((row) => toImageFold(row.imageId, salt));
  const central = usable.map((row) =>
    firstPlaceShare(toStanding(scoreCentrality([row.caption, ...row.negatives]))),
  );
  const cells: CellAudit[] = [];
  const groups = groupIndices(usable, (row) => row.cells);
  for (const [cell, members] of groups) {
    await setImmediate();
    signal?.throwIfAborted();
    const columns = table.map((column) => members.map((i) => column[i] ?? new Float64Array()));
    const byRow = members.map((_, place) => columns.map((column) => column[place] ?? new Float64Array()));
    const combined = combineScores(
      byRow,
      members.map((i) => folds[i] ?? 0),
    );
    cells.push(
      auditCell(
        cell,
        members.map((i) => usable[i]).filter((row) => row !== undefined),
        [
          ...probes.map(({ name, clue }, p) => ({ probe: name, clue, scores: columns[p] ?? [] })),
          { probe: combinationName, clue: "all clues together", scores: combined },
        ],
        members.map((i) => central[i] ?? 0),
        { seed, resamples, tables: groups.size },
      ),
    );
  }
  return {
    seed,
    resamples,
    rows: usable.length,
    images: new Set(usable.map((row) => row.imageId)).size,
    rowsWithoutNegatives: rows.length - usable.length,
    probes: [...probes.map((probe) => probe.name), combinationName],
    cells,
    overall: sumUp(cells),
  };
}

function sumUp(all: readonly CellAudit[]): OverallAudit {
  const results = all
    .filter(({ verdict }) => verdict !== "undecided")
    .flatMap(({ cell, chance, probes }) => probes.map((result) => ({ cell, chance, ...result })));
  return {
    intervals: results.length,
    above: results.filter(({ interval: [low], chance }) => low > chance + rounding).length,
    below: results.filter(({ interval: [, high], chance }) => high < chance - rounding).length,
    leaks: results
      .filter(
        ({ overallInterval: [low, high], gain }) => (low > 0 || high < 0) && Math.abs(gain) >= smallestLeak,
      )
      .toSorted((a, b) => Math.abs(b.gain) - Math.abs(a.gain))
      .map(({ cell, probe, gain }) => ({ cell, probe, gain })),
  };
}

/** Sums of shares in another order differ by less. */
const rounding = 1e-9;

function auditCell(
  cell: string,
  rows: readonly BlindRow[],
  columns: readonly {
    readonly probe: string;
    readonly clue: string;
    readonly scores: readonly RowScores[];
  }[],
  central: readonly number[],
  options: { readonly seed: number; readonly resamples: number; readonly tables: number },
): CellAudit {
  const standings = columns.map(({ scores }) => scores.map(toStanding));
  const chances = rows.map((row) => 1 / (1 + row.negatives.length));
  const gains = bootstrapGains(
    {
      imageIds: rows.map((row) => row.imageId),
      chance: chances,
      shares: standings.map((list) => list.map(firstPlaceShare)),
    },
    { ...options, random: createRandom(options.seed).fork(`audit/${cell}`) },
  );
  const probes = gains.map((gain, p): ProbeResult => ({
    probe: columns[p]?.probe ?? "",
    clue: columns[p]?.clue ?? "",
    ...gain,
    tiedForFirst: (standings[p] ?? []).filter(({ above, tied }) => above === 0 && tied > 0).length,
  }));
  const [middle] = bootstrapGains(
    {
      imageIds: rows.map((row) => row.imageId),
      chance: chances,
      shares: [central],
    },
    { random: createRandom(options.seed).fork(`central/${cell}`), resamples: options.resamples },
  );
  const images = new Set(rows.map((row) => row.imageId)).size;
  const counterbalanced = isCounterbalanced(rows);
  return {
    cell,
    rows: rows.length,
    images,
    counterbalanced,
    chance: chances.reduce((sum, chance) => sum + chance, 0) / rows.length,
    probes,
    central: { rAt1: middle?.rAt1 ?? 0, interval: middle?.interval ?? [0, 0] },
    best: probes.reduce((best, result) => (result.rAt1 > best.rAt1 ? result : best)).probe,
    ...judgeCell(probes, { images, counterbalanced }),
  };
}
