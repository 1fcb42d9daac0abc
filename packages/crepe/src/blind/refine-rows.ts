import { createRandom, UsageError, type Random } from "@observatory/core";
import { auditRows, type AuditReport } from "./audit-rows.ts";
import { balanceRanks, type Selection } from "./balance-ranks.ts";
import type { BlindRow } from "./blind-row.ts";
import { fitCombination } from "./fit-combination.ts";
import { groupIndices } from "./group-indices.ts";
import { foldCount, toImageFold } from "./image-fold.ts";
import { isCounterbalanced } from "./is-counterbalanced.ts";
import { findLeakingCell, type LeftOutCell } from "./find-leaking-cell.ts";
import type { Probe } from "./probe.ts";
import { blindProbes } from "./probes.ts";
import { scoreRows, type RowScores } from "./score-rows.ts";
import { balanceSymmetricBins } from "./symmetric-bins.ts";

export interface RefineOptions {
  /** k: how many negatives every kept row has. */
  readonly negatives: number;
  readonly seed: number;
  /** The probes that have to be balanced; all of {@link blindProbes} unless told. */
  readonly probes?: readonly Probe[];
  /**
   * `uniform`: every rank of the true caption is as frequent as any other under every probe. `first`: only R@1 is at
   * chance, which keeps more rows but lets whoever picks a probe's second choice win. `symmetric-bins`: SugarCrepe's
   * algorithm; one negative. `uniform` unless told, and `symmetric-bins` where one or two probes and rows of one
   * negative are given.
   */
  readonly method?: "uniform" | "first" | "symmetric-bins";
  /** How often probes are fitted anew, to what was chosen, and balanced again; 6 unless told. */
  readonly rounds?: number;
  readonly resamples?: number;
  /** Cells that leak after balancing stay; left out unless told. */
  readonly keepLeaks?: boolean;
  /** Cells that an earlier part of the same set lost, which go here too. */
  readonly knownLeaks?: readonly LeftOutCell[];
  readonly signal?: AbortSignal;
}

/** A row that stays. */
export interface RefinedRow<Row extends BlindRow> {
  /** As it was given (whatever else it carries, too), with k of its negatives. */
  readonly row: Row;
  /** Its place in the rows that were given. */
  readonly place: number;
  /** Places of its negatives in that row, ascending. */
  readonly negatives: readonly number[];
}

export interface RefineReport {
  readonly negatives: number;
  readonly method: "uniform" | "first" | "symmetric-bins";
  readonly seed: number;
  /** Names of the probes that were balanced. */
  readonly balanced: readonly string[];
  readonly rows: number;
  readonly kept: number;
  /** Rows with fewer than k negatives that differ from the caption and from each other. */
  readonly tooFewNegatives: number;
  /** Rows that no choice of negatives could balance. */
  readonly dropped: number;
  /** Cells that balancing did not cure; all their rows that had k negatives went. */
  readonly leftOut: readonly LeftOutCell[];
  /** The rows with k negatives drawn at random, and the refined rows, under all probes: those balanced and all others. */
  readonly before: AuditReport;
  readonly after: AuditReport;
}

export interface Refinement<Row extends BlindRow> {
  readonly rows: readonly RefinedRow<Row>[];
  readonly report: RefineReport;
}

/**
 * Chooses k negatives for each row, and drops rows where that is not enough, so that no probe finds the true caption
 * more often than chance.
 *
 * Each group of rows that share all their cells is balanced by itself ({@link balanceRanks}), but for one of whole
 * families ({@link isCounterbalanced}), which stays as it is. After each round probes are
 * fitted anew, over images dealt anew, to the rows that were chosen, and the best mixture of all of them joins: choices
 * have to hold under all fits so far, so that none rests on the accident of one. A cell that still leaks on a last deal that
 * took no part, or on the folds of the published audit, is left out, the worst first, and the others are balanced anew
 * without it: probes have less to learn from then, and other things to find. Other probes than those asked for do not
 * count in this. The report measures before and after, under all probes, on that last deal. Same rows and seed, same result. Throws UsageError for fewer than one negative, or
 * for symmetric bins with more than one.
 */
export async function refineRows<Row extends BlindRow>(
  rows: readonly Row[],
  options: RefineOptions,
): Promise<Refinement<Row>> {
  const { negatives, seed, probes = Object.values(blindProbes), signal } = options;
  if (!Number.isInteger(negatives) || negatives < 1)
    throw new UsageError("refined rows need at least one negative");
  const candidates = rows.map(distinctNegatives);
  const method =
    options.method ??
    (negatives === 1 && probes.length <= 2 && candidates.every((places) => places.length <= 1)
      ? "symmetric-bins"
      : "uniform");
  if (method === "symmetric-bins" && negatives !== 1) {
    throw new UsageError("symmetric bins balance pairs", {
      hint: "Ask for one negative, or for another method.",
    });
  }
  const random = createRandom(seed).fork("refine");
  const start = candidates.map((places): readonly number[] | null =>
    places.length < negatives
      ? null
      : random
          .shuffle(places)
          .slice(0, negatives)
          .toSorted((a, b) => a - b),
  );
  const select = async (given: Selection): Promise<Selection> => {
    const usable = candidates.map((places, i) => (given[i] == null ? [] : places));
    const task = { rows, candidates: usable, start: given, probes, random, options };
    return method === "symmetric-bins" ? selectBins(task) : selectByRank(task, method);
  };
  const salt = `refine/${seed}/held-out/`;
  const audit = { seed, resamples: options.resamples, probes: withOthers(probes), salt, signal };
  const leftOut: LeftOutCell[] = [];
  const leaveOut = (leak: LeftOutCell, from: Selection): Selection => {
    const isLost = (i: number): boolean => from[i] !== null && (rows[i]?.cells.includes(leak.cell) ?? false);
    const lost = from.filter((_, i) => isLost(i)).length;
    if (lost > 0) leftOut.push({ ...leak, rows: lost });
    return from.map((choice, i) => (isLost(i) ? null : choice));
  };
  let given = (options.knownLeaks ?? []).reduce((from: Selection, leak) => leaveOut(leak, from), start);
  let refined = applySelection(rows, await select(given));
  while (!options.keepLeaks) {
    const left = refined.map(({ row }) => row);
    const look = { ...audit, probes, salts: [salt, ""] };
    const leak = await findLeakingCell(left, look);
    if (leak === null) break;
    // Rather a set with a weak leak, which the audit tells, than none.
    const isLast = left.every((row) => row.cells.includes(leak.cell));
    if (isLast && (await findLeakingCell(left, { ...look, byMixture: false })) === null) break;
    given = leaveOut(leak, given);
    refined = applySelection(rows, await select(given));
  }
  const leftOutRows = leftOut.reduce((sum, leak) => sum + leak.rows, 0);
  const tooFewNegatives = start.filter((choice) => choice === null).length;
  return {
    rows: refined,
    report: {
      negatives,
      method,
      seed,
      balanced: probes.map((probe) => probe.name),
      rows: rows.length,
      kept: refined.length,
      tooFewNegatives,
      dropped: rows.length - refined.length - tooFewNegatives - leftOutRows,
      leftOut,
      before: await auditRows(
        applySelection(rows, start).map(({ row }) => row),
        audit,
      ),
      after: await auditRows(
        refined.map(({ row }) => row),
        audit,
      ),
    },
  };
}

interface Task {
  readonly rows: readonly BlindRow[];
  readonly candidates: readonly (readonly number[])[];
  readonly start: Selection;
  readonly probes: readonly Probe[];
  readonly random: Random;
  readonly options: RefineOptions;
}

async function selectByRank(task: Task, ranks: "uniform" | "first"): Promise<Selection> {
  const { rows, candidates, probes, random, options } = task;
  const { negatives, signal, rounds = 6 } = options;
  const usable = candidates.map((places) => (places.length < negatives ? [] : places));
  const groups = [...groupIndices(rows, (row) => [row.cells.join("\n")]).values()].filter(
    (group) => !isWhole(group, task),
  );
  if (groups.length === 0) return task.start;
  const surface = await scoreRows(
    rows,
    probes.filter((probe) => !probe.learns),
    { signal },
  );
  const columns: RowScores[][] = [...surface];
  const learning = probes.filter((probe) => probe.learns);
  let selection: Selection = task.start;
  for (let round = 0; round < rounds; round++) {
    const chosen = selection;
    // What was not chosen is no part of the set that a probe could learn from.
    const learned = rows.map((row, i) => {
      const negatives = chosen[i] ?? null;
      return negatives === null
        ? null
        : { ...row, negatives: negatives.flatMap((at) => row.negatives[at] ?? []) };
    });
    const salt = `refine/${options.seed}/${round}/`;
    const fresh = await scoreRows(rows, learning, { salt, toLearned: (i) => learned[i] ?? null, signal });
    const folds = rows.map((row) => toImageFold(row.imageId, salt));
    const older = columns.length;
    columns.push(...fresh);
    const next: Selection = [...selection];
    const mixture: RowScores[] = Array.from({ length: rows.length }, () => new Float64Array());
    for (const [g, group] of groups.entries()) {
      const own = columns.map((column) => group.map((i) => column[i] ?? new Float64Array()));
      const current = group.map((i) => chosen[i] ?? null);
      const mixed = mixColumns(
        own.filter((_, column) => column < surface.length || column >= older),
        current,
        group.map((i) => folds[i] ?? 0),
      );
      mixed.forEach((scores, place) => (mixture[group[place] ?? 0] = scores));
      const balanced = balanceRanks(
        [...own, mixed],
        group.map((i) => usable[i] ?? []),
        {
          negatives,
          ranks,
          random: random.fork(`${round}/${g}`),
          start: current,
          signal,
        },
      );
      balanced.forEach((choice, place) => (next[group[place] ?? 0] = choice));
    }
    columns.push(mixture);
    selection = next;
  }
  return selection;
}

/** Whether rows are balanced as they are: whole families of which nothing has to go. */
function isWhole(group: readonly number[], { rows, candidates, options }: Task): boolean {
  return (
    group.every(
      (i) => candidates[i]?.length === options.negatives && rows[i]?.negatives.length === options.negatives,
    ) && isCounterbalanced(group.flatMap((i) => rows[i] ?? []))
  );
}

/** Scores of all candidates by the mixtures that best find the true captions chosen now in the other folds. */
function mixColumns(
  columns: readonly (readonly RowScores[])[],
  selection: Selection,
  folds: readonly number[],
): RowScores[] {
  const rowOf = (i: number, places: readonly number[] | null): RowScores[] =>
    columns.map((column) => {
      const scores = column[i] ?? new Float64Array();
      return places === null ? scores : Float64Array.from([-1, ...places], (place) => scores[place + 1] ?? 0);
    });
  const combinations = Array.from({ length: foldCount }, (_, fold) =>
    fitCombination(
      selection.flatMap((places, i) => (places === null || folds[i] === fold ? [] : [rowOf(i, places)])),
    ),
  );
  return selection.map((_, i) => combinations[folds[i] ?? 0]?.score(rowOf(i, null)) ?? new Float64Array());
}

async function selectBins(task: Task): Promise<Selection> {
  const { rows, start, probes, random, options } = task;
  const pairs = applySelection(rows, start);
  const scores = await scoreRows(
    pairs.map(({ row }) => row),
    probes,
    { salt: `refine/${options.seed}/0/`, signal: options.signal },
  );
  const selection: Selection = rows.map(() => null);
  const groups = groupIndices(pairs, ({ row }) => [row.cells.join("\n")]);
  for (const group of groups.values()) {
    const differences = group.map((i) =>
      scores.map((column) => (column[i]?.[0] ?? 0) - (column[i]?.[1] ?? 0)),
    );
    for (const kept of balanceSymmetricBins(differences, { random })) {
      const pair = pairs[group[kept] ?? 0];
      if (pair !== undefined) selection[pair.place] = pair.negatives;
    }
  }
  return selection;
}

function applySelection<Row extends BlindRow>(rows: readonly Row[], selection: Selection): RefinedRow<Row>[] {
  return rows.flatMap((row, place) => {
    const negatives = selection[place] ?? null;
    if (negatives === null) return [];
    return [
      { row: { ...row, negatives: negatives.flatMap((i) => row.negatives[i] ?? []) }, place, negatives },
    ];
  });
}

/** Negatives that are the caption itself, or repeat an earlier one, are none. */
function distinctNegatives(row: BlindRow): number[] {
  return row.negatives.flatMap((text, i) =>
    text !== row.caption && row.negatives.indexOf(text) === i ? [i] : [],
  );
}

/** All probes: those that are balanced, and the others as a check on what balancing did not look at. */
function withOthers(probes: readonly Probe[]): Probe[] {
  const names = new Set(probes.map((probe) => probe.name));
  return [...probes, ...Object.values(blindProbes).filter((probe) => !names.has(probe.name))];
}
