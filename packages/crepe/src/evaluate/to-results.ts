import { createRandom } from "@observatory/core";
import { toClusterId } from "../blind/to-blind-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { rankItem } from "./rank-item.ts";
import type { Results, ScorerInfo, Ties } from "./results.ts";
import { scorePairs } from "./score-pairs.ts";
import { tabulate, type RankedRow } from "./tabulate.ts";
import { toCellKeys } from "./to-cell-keys.ts";

/** One row with what a scorer gave its captions of one type. */
export interface ScoredRow {
  readonly row: RetrievalRow;
  readonly type: string;
  /** The true caption's score first, then those of the negatives of this type in the row's order. All finite. */
  readonly scores: ArrayLike<number>;
}

export interface ToResultsOptions {
  readonly scorer: ScorerInfo;
  readonly benchmark: Results["benchmark"];
  readonly seed: number;
  /** Bootstrap resamples; 1,000 unless told. */
  readonly resamples?: number;
  /** `expected` with exact equality unless told. */
  readonly ties?: Ties;
  /** Rows that could not be scored, by reason. */
  readonly losses?: Readonly<Record<string, number>>;
  readonly chat?: Results["chat"];
  readonly signal?: AbortSignal;
}

/** Makes what {@link writeResults} writes of the scores of one scorer: ranks, and the tables. Rows keep their order. */
export async function toResults(scored: readonly ScoredRow[], options: ToResultsOptions): Promise<Results> {
  const { scorer, benchmark, seed, resamples = 1000, losses = {}, chat, signal } = options;
  const ties = options.ties ?? { policy: "expected", tolerance: 0 };
  const ranked: RankedRow[] = [];
  const rows = scored.map(({ row, type, scores }) => {
    const [positive = 0, ...negatives] = Array.from(scores);
    const rank = rankItem({ positive, negatives }, ties);
    ranked.push({
      ...rank,
      type,
      keys: toCellKeys(row),
      imageId: toClusterId(row),
      negatives: negatives.length,
    });
    return { item: row.id, type, positive, negatives, rank: rank.rank };
  });
  const random = createRandom(seed);
  const tables = await tabulate(ranked, { random: random.fork("results"), resamples, signal });
  const pairs = await scorePairs(scored, { ties, random: random.fork("pairs"), resamples, signal });
  return {
    schema: "observatory/crepe-results@1",
    scorer,
    benchmark,
    seed,
    resamples,
    ties,
    losses: { ...losses },
    ...tables,
    ...(pairs === null ? {} : { pairs }),
    ...(chat === undefined ? {} : { chat }),
    rows,
  };
}
