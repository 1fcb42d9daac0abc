import { createRandom } from "@observatory/core";
import { toClusterId } from "../blind/to-blind-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { Gate } from "./analyses.ts";
import { toComplexityEffects, type AnalysedRow } from "./complexity-effects.ts";
import { toDoseSlopes } from "./dose-slopes.ts";
import type { FullSetScores } from "./full-set.ts";
import { toPublishedFigures } from "./published-figures.ts";
import { rankItem } from "./rank-item.ts";
import type { ResultRow, Results, ScorerInfo, Ties } from "./results.ts";
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
  /** Retrieval over the whole set, and the ranks of each item there. */
  readonly fullSet?: FullSetScores;
  /** Makes the gated scores of the rows that were ranked. */
  readonly makeGate?: (rows: readonly AnalysedRow[]) => Promise<Gate>;
  readonly chat?: Results["chat"];
  readonly signal?: AbortSignal;
}

/** Makes what {@link writeResults} writes of the scores of one scorer: ranks, and the tables. Rows keep their order. */
export async function toResults(scored: readonly ScoredRow[], options: ToResultsOptions): Promise<Results> {
  const { scorer, benchmark, seed, resamples = 1000, losses = {}, chat, signal } = options;
  const ties = options.ties ?? { policy: "expected", tolerance: 0 };
  const ranked: RankedRow[] = [];
  const analysed: AnalysedRow[] = [];
  const rows = scored.map(({ row, type, scores }): ResultRow => {
    const [positive = 0, ...negatives] = Array.from(scores);
    const rank = rankItem({ positive, negatives }, ties);
    const common = { type, imageId: toClusterId(row), negatives: negatives.length };
    ranked.push({ ...rank, ...common, keys: toCellKeys(row) });
    analysed.push({ ...common, row, hitAt1: rank.hitAt1, words: countWords(row, type) });
    const fullSet = options.fullSet?.ranks.get(row.id);
    const result = { item: row.id, type, positive, negatives, rank: rank.rank };
    return fullSet === undefined ? result : { ...result, fullSet };
  });
  const random = createRandom(seed);
  const bootstrap = (name: string) => ({ random: random.fork(name), resamples, signal });
  const tables = await tabulate(ranked, bootstrap("results"));
  const pairs = await scorePairs(scored, { ties, ...bootstrap("pairs") });
  const doseSlopes = await toDoseSlopes(analysed, bootstrap("dose"));
  const complexityEffects = await toComplexityEffects(analysed, bootstrap("complexity"));
  const gate = (await options.makeGate?.(analysed)) ?? null;
  // A scorer that makes everything equal shows nothing but what the scripts do with ties.
  const told = scorer.kind === "chance" ? [] : scored;
  const figures = await toPublishedFigures(told, { tolerance: ties.tolerance, ...bootstrap("figures") });
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
    ...(doseSlopes.length === 0 ? {} : { doseSlopes }),
    ...(complexityEffects.length === 0 ? {} : { complexityEffects }),
    ...(gate === null ? {} : { gate }),
    ...(options.fullSet === undefined ? {} : { fullSet: options.fullSet.scores }),
    ...(figures.length === 0 ? {} : { figures }),
    ...(chat === undefined ? {} : { chat }),
    rows,
  };
}

function countWords({ caption, negatives }: RetrievalRow, type: string): AnalysedRow["words"] {
  const own = countWordsOf(caption);
  const others = negatives.flatMap(({ text, type: of = "all" }) => (of === type ? [countWordsOf(text)] : []));
  return { own, mean: others.reduce((sum, words) => sum + words, own) / (1 + others.length) };
}

function countWordsOf(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}
