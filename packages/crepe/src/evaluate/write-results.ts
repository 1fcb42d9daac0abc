import { StateError, toCanonicalJson } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readResultsHead } from "./read-results.ts";
import { toResultFileName } from "./result-file-name.ts";
import type { Results, ResultsHead } from "./results.ts";

/**
 * Writes `results/<scorer>.json` of a benchmark, one row a line, so that readers need not hold the whole. Gives the path.
 *
 * The same scorer on the same benchmark may be written again. Throws StateError where the file that is there is of another
 * configuration (other details of the scorer, another benchmark, other ties), or none of ours.
 */
export async function writeResults(benchmark: string, results: Results): Promise<string> {
  const path = await requireSameConfiguration(benchmark, results);
  await mkdir(dirname(path), { recursive: true }).catch((cause: unknown) => {
    throw new StateError(`${dirname(path)} cannot be made a directory`, { cause });
  });
  await writeFileAtomic(path, toLines(results));
  return path;
}

/** Which results a file holds; others are never written over it. */
export type ResultsConfiguration = Pick<ResultsHead, "scorer" | "benchmark" | "ties">;

/** Gives the path of a scorer's results. Throws StateError where {@link writeResults} would, before anything is scored. */
export async function requireSameConfiguration(
  benchmark: string,
  results: ResultsConfiguration,
): Promise<string> {
  const path = join(benchmark, "results", toResultFileName(results.scorer.id));
  if ((await stat(path).catch(() => null)) === null) return path;
  const there = await readResultsHead(path);
  if (there.ok && configurationOf(there.value) === configurationOf(results)) return path;
  throw new StateError(
    there.ok
      ? `${path} holds ${describeDifference(there.value, results)}`
      : `${path} is not a results file that can be replaced: ${there.reason}`,
    { hint: "Remove it, or move it away, to write these results." },
  );
}

function configurationOf({ scorer, benchmark, ties }: ResultsConfiguration): string {
  return toCanonicalJson({ scorer, hash: benchmark.contentHash, ties });
}

function describeDifference(there: ResultsHead, results: ResultsConfiguration): string {
  if (there.benchmark.contentHash !== results.benchmark.contentHash) return "results for other items";
  if (toCanonicalJson(there.ties) !== toCanonicalJson(results.ties))
    return "results with another policy for ties";
  return `results of another scorer with the id ${results.scorer.id}`;
}

/** Valid JSON: the head on the first line, each row on one of its own. */
async function* toLines({ rows, ...head }: Results): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  for (const [i, row] of rows.entries()) yield `${i === 0 ? "" : ","}\n${JSON.stringify(row)}`;
  yield "\n]}\n";
}
