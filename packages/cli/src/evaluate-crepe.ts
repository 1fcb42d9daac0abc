import { UsageError, type EventSink } from "@observatory/core";
import type { LocateImage, Results } from "@observatory/crepe";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "./environment.ts";
import { findScorer, openScorer } from "./open-scorer.ts";

export interface EvaluateCrepeOptions {
  /** Ids, in the order in which they are run; chance and blind probes first. */
  readonly scorers: readonly string[];
  readonly images: string | undefined;
  /** Where `results/` is written; the benchmark itself unless told. */
  readonly out: string | undefined;
  readonly models: Environment["models"];
  readonly modelsDir: string | undefined;
  readonly threads: number;
  readonly batch: number;
  readonly seed: number;
  readonly resamples: number;
  readonly signal: AbortSignal;
  readonly onEvent: EventSink;
}

/**
 * Runs scorers over a benchmark's directory or files and yields what was written, one scorer after the other. All ids
 * are checked before anything is scored. Throws UsageError where files come without a place for results, and where a
 * scorer with eyes finds no images.
 */
export async function* evaluateCrepe(
  paths: readonly string[],
  options: EvaluateCrepeOptions,
): AsyncGenerator<{ readonly path: string; readonly results: Results }> {
  const { evaluateBlind, isBlindScorer, evaluateScorer, findImages, loadEvaluatedRows, toScoringDirectory } =
    await import("@observatory/crepe");
  const blind = options.scorers.filter(isBlindScorer);
  const others = options.scorers.filter((id) => !isBlindScorer(id));
  for (const id of others) findScorer(id);
  const directory = await toDirectory(paths);
  const out = options.out ?? directory;
  if (out === null)
    throw new UsageError("files have no place for results", { hint: "Name a directory: --out DIR." });
  const rows = await loadEvaluatedRows(paths, options);
  yield* evaluateBlind(rows, { ...options, out, scorers: blind });

  const locateImage = async (): Promise<LocateImage> => {
    const images = options.images ?? (directory === null ? null : join(directory, "images"));
    if (images !== null) return findImages(images);
    throw new UsageError("nothing says where the images are", {
      hint: "Name their directory: --images DIR.",
    });
  };
  for (const id of others) {
    const cache = join(toScoringDirectory(out), "vectors");
    const scorer = await openScorer(id, { ...options, rows: rows.rows, images: locateImage, cache });
    try {
      yield await evaluateScorer(scorer, rows, { ...options, out });
    } finally {
      await scorer.close();
    }
  }
}

/** The directory of a benchmark, or null for files. */
async function toDirectory([path = "", ...others]: readonly string[]): Promise<string | null> {
  if (others.length > 0) return null;
  return (await stat(path).catch(() => null))?.isDirectory() === true ? path : null;
}
