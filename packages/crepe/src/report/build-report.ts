import { createRandom, type Random } from "@observatory/core";
import { compareScorers, type ScorerDifference } from "../evaluate/compare-scorers.ts";
import { isSighted } from "../evaluate/is-sighted.ts";
import type { ResultsHead } from "../evaluate/results.ts";
import type { CrepeReport, ReportedScorer } from "./crepe-report.ts";
import { findBars } from "./find-bars.ts";
import { findComparedPolicy } from "./find-compared-policy.ts";
import { measureGains, type Hits } from "./measure-gains.ts";
import { toReportNotes } from "./to-report-notes.ts";
import type { ReportedRow } from "./to-reported-rows.ts";

/** The results of one scorer. */
export interface ReportedResults {
  readonly head: ResultsHead;
  /** Whether they are for other items. */
  readonly stale: boolean;
  /** By the keys of rows; not looked at where they are stale. */
  readonly hits: Hits;
}

export interface ReportInput {
  readonly benchmark: Pick<CrepeReport["benchmark"], "name" | "contentHash">;
  readonly rows: readonly ReportedRow[];
  readonly results: readonly ReportedResults[];
  readonly warnings?: CrepeReport["warnings"];
}

export interface BuildReportOptions {
  /** Of the bootstrap; 0 unless told. */
  readonly seed?: number;
  /** 1,000 unless told. */
  readonly resamples?: number;
  readonly signal?: AbortSignal;
}

/**
 * Compares what scorers reach on one benchmark: each with the best blind probe of each cell, which is the score that counts,
 * seen with unseen combinations, and scorers with each other, always paired on the rows that both have scored, and only where
 * equal scores are counted in the same way. The same input and seed give the same report.
 */
export async function buildReport(
  { benchmark, rows, results, warnings = [] }: ReportInput,
  { seed = 0, resamples = 1000, signal }: BuildReportOptions = {},
): Promise<CrepeReport> {
  const random = createRandom(seed);
  const current = results.filter(({ stale }) => !stale);
  const policy = findComparedPolicy(current.map(({ head }) => head));
  const fresh = current.filter(({ head }) => head.ties.policy === policy);
  const blind = fresh.filter(({ head }) => head.scorer.kind === "blind");
  const bars = findBars(blind.map(({ head }) => head));
  const barHits = new Map(blind.map(({ head, hits }) => [head.scorer.id, hits]));
  const scorers: ReportedScorer[] = [];
  for (const { head, stale, hits } of results) {
    const measured =
      stale || head.ties.policy !== policy || !isSighted(head.scorer)
        ? { gain: null, gains: [], falls: [] }
        : await measureGains(rows, hits, {
            bars,
            barHits,
            random: random.fork("gains"),
            resamples,
            signal,
          });
    scorers.push({ results: head, stale, rows: countRows(head), ...measured });
  }
  const report: Omit<CrepeReport, "notes"> = {
    schema: "observatory/crepe-report@1",
    benchmark: {
      ...benchmark,
      items: new Set(rows.map(({ item }) => item)).size,
      rows: rows.length,
      images: new Set(rows.map(({ imageId }) => imageId)).size,
    },
    seed,
    resamples,
    ties: policy,
    scorers,
    bars,
    differences: await compareAll(rows, fresh, { random: random.fork("differences"), resamples, signal }),
    warnings,
  };
  return { ...report, notes: toReportNotes(report) };
}

function countRows({ cells }: ResultsHead): number {
  return cells.reduce((sum, { key, rows }) => sum + (key.by === "type" ? rows : 0), 0);
}

/** Those that see, and what they have to beat: fewer pairs, so that correcting for their number costs less. */
async function compareAll(
  rows: readonly ReportedRow[],
  fresh: readonly ReportedResults[],
  options: { readonly random: Random; readonly resamples: number; readonly signal?: AbortSignal },
): Promise<ScorerDifference[]> {
  const ranked = fresh.toSorted((a, b) => scoreOf(b.head) - scoreOf(a.head));
  const bestBlind = ranked.find(({ head }) => head.scorer.kind === "blind");
  const compared = ranked.filter(
    (one) => isSighted(one.head.scorer) || one.head.scorer.kind === "chance" || one === bestBlind,
  );
  if (compared.length < 2) return [];
  const imageOf = new Map(rows.map(({ key, imageId }) => [key, imageId]));
  return compareScorers(
    compared.map(({ head, hits }) => ({ scorer: head.scorer.id, hits })),
    { ...options, imageOf: (row) => imageOf.get(row) ?? row },
  );
}

/** R@1 over all rows, -1 for none. */
function scoreOf({ averages }: ResultsHead): number {
  return averages.micro?.rAt1 ?? -1;
}
