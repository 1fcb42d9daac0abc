import { InputError, sha256, UsageError } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { keepRefined } from "../blind/keep-refined.ts";
import { describeLeftOut } from "../blind/describe-refinement.ts";
import { refineRows, type RefineOptions, type RefineReport } from "../blind/refine-rows.ts";
import { toBlindRows } from "../blind/to-blind-rows.ts";
import { writeAudit } from "../blind/write-audit.ts";
import { loadRetrievalRows } from "../interchange/read-retrieval-rows.ts";
import { negativeTypesOf, type RetrievalRow } from "../interchange/retrieval-row.ts";
import { toBenchmarkFile } from "../interchange/to-benchmark-file.ts";
import { loadBenchmark } from "./load-benchmark.ts";
import { prepareBenchmarkDirectory } from "./prepare-benchmark-directory.ts";
import { writeBenchmark } from "./write-benchmark.ts";
import { copyImages } from "./write-images.ts";

export interface RefineBenchmarkOptions {
  readonly out: string;
  readonly seed: number;
  /** k; 5, or what the longest list has where that is less, unless told. */
  readonly negatives?: number;
  readonly method?: RefineOptions["method"];
  /** Cells that leak after refining stay; left out unless told. */
  readonly keepLeaks?: boolean;
  readonly signal?: AbortSignal;
}

export interface RefinedBenchmark {
  readonly report: RefineReport;
  /** What was written, besides `audit.json`. */
  readonly files: readonly string[];
  readonly rowsLost: number;
}

/**
 * Writes a refined copy of a benchmark to another directory: a benchmark of ours with its images and a new hash, a file
 * of another format in its own. `audit.json` tells what blind probes found before and after.
 *
 * Throws UsageError for pairs: taking rows away would unbalance them. Throws InputError where nothing is left.
 */
export async function refineBenchmark(
  path: string,
  options: RefineBenchmarkOptions,
): Promise<RefinedBenchmark> {
  const { out, seed, method, keepLeaks, signal } = options;
  const isOurs = (await stat(join(path, "benchmark.json")).catch(() => null)) !== null;
  const record = isOurs ? (await loadBenchmark(path)).record : null;
  const { rows, losses } = await loadRetrievalRows([path], { signal });
  if (record?.set === "pairs" || rows.some(({ pair }) => pair !== undefined)) {
    throw new UsageError(
      "pairs are not refined: each caption is once true and once false, and a side alone is not",
      {
        hint: "Audit them: observatory crepe audit.",
      },
    );
  }
  const negatives = options.negatives ?? Math.min(5, longestList(rows));
  const refined = await refineRows(toBlindRows(rows), { negatives, seed, method, keepLeaks, signal });
  const kept = keepRefined(rows, refined.rows);
  if (kept.length === 0) {
    const { leftOut } = refined.report;
    throw new InputError(
      leftOut.length === 0
        ? "no row is left: none could be balanced"
        : `no row is left: ${describeLeftOut(leftOut).join("; ")}`,
      { hint: "Fewer --negatives leave more to choose from." },
    );
  }
  await prepareBenchmarkDirectory(out);
  const files: string[] = [];
  if (record !== null) {
    const items = kept.flatMap(({ item }) => item ?? []);
    const images = new Set(items.flatMap(({ image }) => image.file ?? []));
    for await (const _ of copyImages(join(path, "images"), join(out, "images"), images))
      signal?.throwIfAborted();
    const { name, version, source, set, strict } = record;
    const leftOut = [...(record.leftOut ?? []), ...refined.report.leftOut];
    const all = { name, version, source, set, seed: record.seed, strict };
    const { contentHash } = await writeBenchmark(
      out,
      leftOut.length === 0 ? all : { ...all, leftOut },
      items,
    );
    await writeAudit(out, { benchmark: { name, contentHash }, audit: null, refinement: refined.report });
    files.push("items.jsonl", "benchmark.json");
  } else {
    await mkdir(out, { recursive: true });
    const { name, text } = toBenchmarkFile(kept);
    await writeFileAtomic(join(out, name), text);
    const contentHash = sha256(text);
    await writeAudit(out, { benchmark: { name, contentHash }, audit: null, refinement: refined.report });
    files.push(name);
  }
  return { report: refined.report, files, rowsLost: losses.length };
}

function longestList(rows: readonly RetrievalRow[]): number {
  return rows.reduce(
    (most, row) =>
      Math.max(
        most,
        ...negativeTypesOf(row).map(
          (type) => row.negatives.filter((negative) => (negative.type ?? null) === type).length,
        ),
      ),
    1,
  );
}
