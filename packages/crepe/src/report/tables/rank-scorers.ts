import { isSighted } from "../../evaluate/is-sighted.ts";
import type { CrepeReport, ReportedScorer } from "../crepe-report.ts";

/** The scorers of a report in the order of its tables, for the present items only. */
export interface RankedScorers {
  /** All that are compared, best first. */
  readonly current: readonly ReportedScorer[];
  /** Those that see, best first. */
  readonly sighted: readonly ReportedScorer[];
  /** The blind probe that is best on all rows. */
  readonly blind: ReportedScorer | null;
  /** Blind probes that are not shown. */
  readonly otherBlind: number;
  readonly chance: ReportedScorer | null;
  /** Those that count equal scores in another way, best first: they stand in no comparison. */
  readonly apart: readonly ReportedScorer[];
}

/** By R@1 over all rows; of equal ones the first by id. */
export function rankScorers({ scorers, ties }: Pick<CrepeReport, "scorers" | "ties">): RankedScorers {
  const all = scorers
    .filter(({ stale }) => !stale)
    .toSorted((a, b) => scoreOf(b) - scoreOf(a) || (idOf(a) < idOf(b) ? -1 : 1));
  const ranked = all.filter(({ results }) => results.ties.policy === ties);
  const blind = ranked.filter(({ results }) => results.scorer.kind === "blind");
  return {
    current: ranked,
    sighted: ranked.filter(({ results }) => isSighted(results.scorer)),
    blind: blind[0] ?? null,
    otherBlind: Math.max(0, blind.length - 1),
    chance: ranked.find(({ results }) => results.scorer.kind === "chance") ?? null,
    apart: all.filter(({ results }) => results.ties.policy !== ties),
  };
}

/** Its id, with a star where it has not scored all rows. */
export function toScorerLabel({ results, rows }: ReportedScorer, { benchmark }: CrepeReport): string {
  return rows < benchmark.rows ? `${results.scorer.id} *` : results.scorer.id;
}

function scoreOf({ results }: ReportedScorer): number {
  return results.averages.micro?.rAt1 ?? -1;
}

function idOf({ results }: ReportedScorer): string {
  return results.scorer.id;
}
