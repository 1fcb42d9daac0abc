import {
  createRandom,
  ignoreEvents,
  InputError,
  ModelError,
  StateError,
  UsageError,
  type EventSink,
} from "@observatory/core";
import { mkdir } from "node:fs/promises";
import { toGate } from "../atoms/to-gate.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { Gate } from "./analyses.ts";
import { scoreFullSet, type FullSetScores } from "./full-set.ts";
import { loadEarlierResults, toRowKey, type EarlierResults } from "./load-earlier-results.ts";
import type { EvaluatedRows } from "./load-evaluated-rows.ts";
import { findLossHint } from "./loss-hints.ts";
import type { Results, TiePolicy, Ties } from "./results.ts";
import { openScoreLog, type ScoreLog } from "./score-log.ts";
import { toQuestions, type Question, type Scorer } from "./scorer.ts";
import { toResults } from "./to-results.ts";
import { writeResults } from "./write-results.ts";

export interface EvaluateOptions {
  /** The directory whose `results/` are written; a benchmark's own, or any. */
  readonly out: string;
  /** Of the bootstrap. */
  readonly seed: number;
  readonly resamples?: number;
  /** What equal scores are worth; `expected` unless told. */
  readonly ties?: TiePolicy;
  /** Only the first items are scored; what was scored before stays. */
  readonly limit?: number;
  /** Retrieval over the whole set too, of scorers that compare vectors. */
  readonly fullSet?: boolean;
  /** Which atoms the scorer recognises; as an earlier run found unless told. */
  readonly recognition?: Pick<Gate, "probesHash" | "atoms">;
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: EventSink;
}

/** Scores that go to disk together: what a kill can cost. */
const scoresPerWrite = 64;

/**
 * Scores all items with one scorer and writes `results/<scorer>.json`. What was scored is kept as it comes, so that the
 * same call goes on after a kill. Results of the same configuration that are there are merged: what has a score is not
 * scored again, so that parts of a benchmark may be scored one after the other; items without a score are tried again. To
 * score anew, remove the file. The scorer stays open.
 *
 * Throws StateError where results of another configuration are in the way, InputError where no item has a score, UsageError
 * where `limit` and `fullSet` are both told.
 */
export async function evaluateScorer(
  scorer: Scorer,
  { benchmark, rows, losses: unreadable }: EvaluatedRows,
  options: EvaluateOptions,
): Promise<{ readonly path: string; readonly results: Results }> {
  const { out, seed, resamples, limit = rows.length, signal, onEvent = ignoreEvents } = options;
  if (limit < rows.length && options.fullSet === true)
    throw new UsageError("retrieval over the whole set needs all items", { hint: "Leave out the limit." });
  if (options.fullSet === true && scorer.vectors === undefined) {
    onEvent({
      type: "warning",
      code: "no-vectors",
      message: `${scorer.info.id} compares no vectors, so it has no scores over the whole set`,
      hint: "Scorers of two towers have them: observatory/world-clip, onnx:, open_clip:, openai:, embeddings:.",
    });
  }
  // Models' scores are equal where their bits are.
  const ties: Ties = { policy: options.ties ?? "expected", tolerance: 0 };
  const configuration = { scorer: scorer.info, benchmark, ties };
  const earlier = await loadEarlierResults(out, configuration, { signal });
  await mkdir(out, { recursive: true }).catch((cause: unknown) => {
    throw new StateError(`${out} cannot be made a directory`, { cause });
  });
  const questions = toQuestions(rows);
  const log = scorer.report === undefined ? await openScoreLog(out, configuration) : keptElsewhere;
  const started = performance.now();
  const stage = scorer.info.id;
  const first = new Set(rows.slice(0, limit));
  const wanted = questions.filter(({ row }) => first.has(row)).length;
  onEvent({ type: "stage-start", stage, total: wanted });
  const { scores, losses, examples } = await scoreAll(scorer, questions, log, {
    earlier: earlier.rows,
    askAgain: scorer.report !== undefined,
    isWanted: ({ row }) => first.has(row),
    signal,
    onProgress: (done) => onEvent({ type: "stage-progress", stage, done, total: wanted }),
  });
  for (const [reason, { items, more }] of examples) {
    const which = `${items.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
    const message = `${losses[reason]} without a score (${reason}): ${which}`;
    onEvent({ type: "warning", code: reason, message, hint: findLossHint(reason) });
  }
  const scored = questions.flatMap(({ row, type }, i) => {
    const own = scores.get(i);
    return own === undefined ? [] : [{ row, type, scores: own }];
  });
  if (scored.length === 0) {
    const reasons = Object.entries(losses).map(([reason, count]) => `${reason} ${count}`);
    throw new InputError(`${stage} could not score any item: ${reasons.join(", ") || "there is none"}`, {
      hint:
        Object.keys(losses)
          .map(findLossHint)
          .find((hint) => hint !== undefined) ?? "Check the directory of images and the file of items.",
    });
  }
  const random = createRandom(seed);
  const recognition = options.recognition ?? earlier.head?.gate;
  const results = await toResults(scored, {
    scorer: scorer.info,
    benchmark,
    seed,
    resamples,
    ties,
    losses: { ...unreadable, ...losses },
    fullSet: options.fullSet === true ? await retrieve(scorer, rows, options) : toEarlierFullSet(earlier),
    ...(recognition === undefined
      ? {}
      : {
          makeGate: (ranked) =>
            toGate(ranked, {
              ...recognition,
              random: random.fork("gate"),
              resamples: resamples ?? 1000,
              signal,
            }),
        }),
    chat: scorer.report?.(),
    signal,
  });
  const path = await writeResults(out, results);
  await log.remove();
  const durationMs = performance.now() - started;
  const lost = questions.length - scored.length;
  onEvent({ type: "stage-end", stage, status: "done", counts: { scored: scored.length, lost }, durationMs });
  return { path, results };
}

async function retrieve(
  { info, vectors }: Scorer,
  rows: EvaluatedRows["rows"],
  { seed, resamples = 1000, ties, threads, signal, onEvent = ignoreEvents }: EvaluateOptions,
): Promise<FullSetScores | undefined> {
  if (vectors === undefined) return undefined;
  const stage = `${info.id}, whole set`;
  const started = performance.now();
  onEvent({ type: "stage-start", stage, total: null });
  const found = await scoreFullSet(vectors, rows, {
    policy: ties ?? "expected",
    random: createRandom(seed).fork("full-set"),
    resamples,
    threads,
    signal,
    onProgress: (done, total) => onEvent({ type: "stage-progress", stage, done, total }),
  });
  const counts = {
    images: found?.scores.imageToText.queries ?? 0,
    captions: found?.scores.textToImage.queries ?? 0,
  };
  onEvent({ type: "stage-end", stage, status: "done", counts, durationMs: performance.now() - started });
  return found ?? undefined;
}

/** What an earlier run measured over the whole set. */
function toEarlierFullSet({ head, rows }: EarlierResults): FullSetScores | undefined {
  if (head?.fullSet === undefined) return undefined;
  const ranks = [...rows.values()].flatMap(({ item, fullSet }) =>
    fullSet === undefined ? [] : [[item, fullSet] as const],
  );
  return { scores: head.fullSet, ranks: new Map(ranks) };
}

/** For a scorer that keeps its answers itself. */
const keptElsewhere: ScoreLog = { scored: new Map(), add: async () => {}, remove: async () => {} };

interface Scored {
  /** By the place of the question. */
  readonly scores: ReadonlyMap<number, ArrayLike<number>>;
  readonly losses: Readonly<Record<string, number>>;
  /** The first items or images of each reason, and how many others there are. */
  readonly examples: ReadonlyMap<string, { readonly items: readonly string[]; readonly more: number }>;
}

async function scoreAll(
  scorer: Scorer,
  questions: readonly Question[],
  log: ScoreLog,
  options: {
    readonly earlier: EarlierResults["rows"];
    /** Whether what is wanted is asked though it has scores. */
    readonly askAgain: boolean;
    readonly isWanted: (question: Question) => boolean;
    readonly signal?: AbortSignal;
    readonly onProgress: (done: number) => void;
  },
): Promise<Scored> {
  const scores = new Map<number, ArrayLike<number>>();
  const left: number[] = [];
  const losses: Record<string, number> = {};
  let kept = 0;
  for (const [i, question] of questions.entries()) {
    const { captions, row, type } = question;
    const isWanted = options.isWanted(question);
    const isKept = !(isWanted && options.askAgain);
    const earlier = isKept ? options.earlier.get(toRowKey({ item: row.id, type })) : undefined;
    const found =
      log.scored.get(i) ?? (earlier === undefined ? [] : [earlier.positive, ...earlier.negatives]);
    if (found.length === captions.length) {
      scores.set(i, found);
      if (isWanted) kept++;
    } else if (isWanted) left.push(i);
    else losses["not-asked"] = (losses["not-asked"] ?? 0) + 1;
  }
  const names = new Map<string, Set<string>>();
  let fresh: (readonly [number, readonly number[]])[] = [];
  const keep = async (): Promise<void> => {
    const written = fresh;
    fresh = [];
    if (written.length > 0) await log.add(written);
  };
  let place = 0;
  const asked = left.flatMap((i) => questions[i] ?? []);
  try {
    for await (const outcome of scorer.score(asked, { signal: options.signal })) {
      const i = left[place++] ?? 0;
      const { captions, row } = questions[i] ?? {};
      if (outcome.ok) {
        const own = Array.from(outcome.value);
        if (own.length !== captions?.length || !own.every(Number.isFinite))
          throw new ModelError(`${scorer.info.id} gave no score for each caption of ${row?.id ?? "an item"}`);
        scores.set(i, own);
        fresh.push([i, own]);
        if (fresh.length >= scoresPerWrite) await keep();
      } else {
        const { reason } = outcome;
        losses[reason] = (losses[reason] ?? 0) + 1;
        const own = names.get(reason) ?? new Set();
        names.set(reason, own.add(nameOf(reason, row)));
      }
      options.onProgress(kept + place);
    }
  } finally {
    await keep();
  }
  if (place < left.length) throw new ModelError(`${scorer.info.id} left questions without an answer`);
  const examples = new Map(
    [...names].map(([reason, own]) => {
      const items = [...own].slice(0, 3);
      return [reason, { items, more: own.size - items.length }];
    }),
  );
  return { scores, losses, examples };
}

/** The image, where the reason is about one; else the item. */
function nameOf(reason: string, row: RetrievalRow | undefined): string {
  const image = reason.includes("image") ? (row?.image.file ?? row?.image.id) : undefined;
  return image ?? row?.id ?? "";
}
