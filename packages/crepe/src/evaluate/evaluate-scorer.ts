import { ignoreEvents, InputError, ModelError, StateError, type EventSink } from "@observatory/core";
import { mkdir } from "node:fs/promises";
import type { EvaluatedRows } from "./load-evaluated-rows.ts";
import type { Results, Ties } from "./results.ts";
import { unanswered } from "./chat/chat-report.ts";
import { openScoreLog, type ScoreLog } from "./score-log.ts";
import { toQuestions, type Question, type Scorer } from "./scorer.ts";
import { toResults } from "./to-results.ts";
import { requireSameConfiguration, writeResults } from "./write-results.ts";

export interface EvaluateOptions {
  /** The directory whose `results/` are written; a benchmark's own, or any. */
  readonly out: string;
  /** Of the bootstrap. */
  readonly seed: number;
  readonly resamples?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: EventSink;
}

/** Models' scores are equal where their bits are. */
const ties: Ties = { policy: "expected", tolerance: 0 };

/** Scores that go to disk together: what a kill can cost. */
const scoresPerWrite = 64;

/**
 * Scores all items with one scorer and writes `results/<scorer>.json`. What was scored is kept as it comes, so that the
 * same call goes on after a kill and scores nothing again that was kept; items without a score are tried again. The
 * scorer stays open.
 *
 * Throws StateError where results of another configuration are in the way, InputError where no item has a score.
 */
export async function evaluateScorer(
  scorer: Scorer,
  { benchmark, rows, losses: unreadable }: EvaluatedRows,
  { out, seed, resamples, signal, onEvent = ignoreEvents }: EvaluateOptions,
): Promise<{ readonly path: string; readonly results: Results }> {
  const configuration = { scorer: scorer.info, benchmark, ties };
  await requireSameConfiguration(out, configuration);
  await mkdir(out, { recursive: true }).catch((cause: unknown) => {
    throw new StateError(`${out} cannot be made a directory`, { cause });
  });
  const questions = toQuestions(rows);
  const log = scorer.report === undefined ? await openScoreLog(out, configuration) : keptElsewhere;
  const started = performance.now();
  const stage = scorer.info.id;
  onEvent({ type: "stage-start", stage, total: questions.length });
  const { scores, losses, examples } = await scoreAll(scorer, questions, log, {
    signal,
    onProgress: (done) => onEvent({ type: "stage-progress", stage, done, total: questions.length }),
  });
  for (const [reason, items] of examples) {
    onEvent({
      type: "warning",
      code: reason,
      message: `${losses[reason]} without a score (${reason}): ${items.join(", ")}${(losses[reason] ?? 0) > items.length ? " ..." : ""}`,
    });
  }
  const scored = questions.flatMap(({ row, type }, i) => {
    const own = scores.get(i);
    return own === undefined ? [] : [{ row, type, scores: own }];
  });
  if (scored.length === 0) {
    const reasons = Object.entries(losses).map(([reason, count]) => `${reason} ${count}`);
    throw new InputError(`${stage} could not score any item: ${reasons.join(", ") || "there is none"}`, {
      hint: isUnanswered(losses)
        ? "The model's answers are of no use: try another model, or another way to ask it."
        : "Check the directory of images and the file of items.",
    });
  }
  const results = await toResults(scored, {
    scorer: scorer.info,
    benchmark,
    seed,
    resamples,
    ties,
    losses: { ...unreadable, ...losses },
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

/** Whether all was lost by what a model answered. */
function isUnanswered(losses: Readonly<Record<string, number>>): boolean {
  const reasons = Object.keys(losses);
  return reasons.length > 0 && reasons.every((reason) => unanswered.includes(reason));
}

/** For a scorer that keeps its answers itself. */
const keptElsewhere: ScoreLog = { scored: new Map(), add: async () => {}, remove: async () => {} };

interface Scored {
  /** By the place of the question. */
  readonly scores: ReadonlyMap<number, ArrayLike<number>>;
  readonly losses: Readonly<Record<string, number>>;
  /** The first items of each reason. */
  readonly examples: ReadonlyMap<string, readonly string[]>;
}

async function scoreAll(
  scorer: Scorer,
  questions: readonly Question[],
  log: ScoreLog,
  options: { readonly signal?: AbortSignal; readonly onProgress: (done: number) => void },
): Promise<Scored> {
  const scores = new Map<number, ArrayLike<number>>();
  for (const [i, { captions }] of questions.entries()) {
    const kept = log.scored.get(i);
    if (kept?.length === captions.length) scores.set(i, kept);
  }
  const left = [...questions.keys()].filter((i) => !scores.has(i));
  const losses: Record<string, number> = {};
  const examples = new Map<string, string[]>();
  let fresh: (readonly [number, readonly number[]])[] = [];
  const keep = async (): Promise<void> => {
    const kept = fresh;
    fresh = [];
    if (kept.length > 0) await log.add(kept);
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
        const items = examples.get(reason) ?? [];
        if (items.length < 3)
          examples.set(reason, [...items, row?.image.file ?? row?.image.id ?? row?.id ?? ""]);
      }
      options.onProgress(questions.length - left.length + place);
    }
  } finally {
    await keep();
  }
  if (place < left.length) throw new ModelError(`${scorer.info.id} left questions without an answer`);
  return { scores, losses, examples };
}
