import { contentHash } from "@observatory/core";
import { openJsonLog } from "@observatory/store";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { ResultsConfiguration } from "./write-results.ts";

/** What one scorer has scored so far, on disk. */
export interface ScoreLog {
  /** Scores of questions, by their place. */
  readonly scored: ReadonlyMap<number, readonly number[]>;
  /** Keeps scores; they are on disk when it returns. */
  add(scores: readonly (readonly [question: number, scores: readonly number[]])[]): Promise<void>;
  /** Removes the file: results have taken its place. */
  remove(): Promise<void>;
}

const entrySchema = z.array(z.tuple([z.int().nonnegative(), z.array(z.number())]));

/** Where what is not finished stands, beside `results/`. */
export function toScoringDirectory(benchmark: string): string {
  return join(benchmark, ".scoring");
}

/**
 * Opens the scores that an unfinished evaluation left, known by the scorer with all that its scores depend on and by the
 * hash of the items; of another configuration nothing is taken. A line that a kill tore is left out.
 */
export async function openScoreLog(benchmark: string, results: ResultsConfiguration): Promise<ScoreLog> {
  const { scorer, benchmark: items } = results;
  const name = contentHash({ scorer, items: items.contentHash }).slice(0, 24);
  const path = join(toScoringDirectory(benchmark), `${name}.jsonl`);
  const log = await openJsonLog(path);
  const scored = new Map<number, readonly number[]>();
  for (const entry of log.entries) {
    for (const [question, scores] of entrySchema.safeParse(entry).data ?? []) scored.set(question, scores);
  }
  return {
    scored,
    add: (scores) => log.append(scores.map(([question, values]) => [question, [...values]])),
    remove: () => rm(path, { force: true }),
  };
}
