import { InputError, UsageError } from "@observatory/core";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { loadBenchmark } from "../benchmark/load-benchmark.ts";
import { isBenchmark, loadEvaluatedRows } from "../evaluate/load-evaluated-rows.ts";
import { toRowKey } from "../evaluate/load-earlier-results.ts";
import { loadResults, type LoadedResults } from "../evaluate/load-results.ts";
import { rankItem } from "../evaluate/rank-item.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import { buildReport, type BuildReportOptions, type ReportInput } from "./build-report.ts";
import type { CrepeReport } from "./crepe-report.ts";
import type { Hits } from "./measure-gains.ts";
import { toReportedRows } from "./to-reported-rows.ts";

export interface LoadReportOptions extends BuildReportOptions {
  /** The directory that holds `results/`; the benchmark's own unless told. */
  readonly results?: string;
}

/**
 * Compares all results of a benchmark: of its directory, or of files of any known format with the directory that results were
 * written to. What of the results is damaged is a warning. Throws InputError for a damaged benchmark, UsageError where files
 * come without a place of results, or results without files.
 */
export async function loadReport(
  paths: readonly string[],
  { results: place, ...options }: LoadReportOptions = {},
): Promise<CrepeReport> {
  const [first = ""] = paths;
  if (paths.length === 1 && (await holdsResultsAlone(first)))
    throw new UsageError(`${first} holds results, but not what was evaluated`, {
      hint: `Name the files that were evaluated: observatory crepe report FILE... --results ${first}`,
    });
  const { rows, benchmark } = await loadRows(paths, options);
  const directory = place ?? ((await isBenchmark(first)) ? first : null);
  if (directory === null)
    throw new UsageError("files have no results beside them", {
      hint: "Name the directory that crepe evaluate wrote to: --results DIR.",
    });
  const loaded = await loadResults(directory, benchmark);
  const warnings = [...loaded.warnings];
  const known = new Set(rows.map(({ key }) => key));
  const results: ReportInput["results"][number][] = [];
  for (const one of loaded.results) {
    try {
      const { head, stale } = one;
      results.push({
        head,
        stale,
        hits: stale ? new Map<string, number>() : await readHits(one, known, options),
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // Warnings go into files that are passed on: where the benchmark lies is nobody's business there.
      const file = basename(one.path);
      warnings.push({ file, reason: error.message.replaceAll(one.path, () => file) });
    }
  }
  return buildReport({ benchmark, rows, results, warnings }, options);
}

async function holdsResultsAlone(path: string): Promise<boolean> {
  const names = await readdir(path).catch((): string[] => []);
  return names.includes("results") && !names.includes("benchmark.json");
}

/** The items of a benchmark are let go one after the other: their graphs are large, and a report needs none. */
async function loadRows(
  paths: readonly string[],
  options: { readonly signal?: AbortSignal },
): Promise<Pick<ReportInput, "rows" | "benchmark">> {
  const [first = ""] = paths;
  if (paths.length !== 1 || !(await isBenchmark(first))) {
    const { rows, benchmark } = await loadEvaluatedRows(paths, options);
    return { rows: toReportedRows(rows), benchmark };
  }
  const { record, items } = await loadBenchmark(first);
  const rows: ReportInput["rows"][number][] = [];
  let line = 0;
  for await (const item of items()) {
    options.signal?.throwIfAborted();
    rows.push(...toReportedRows([toRetrievalRow(item, { file: join(first, "items.jsonl"), line: ++line })]));
  }
  return { rows, benchmark: { name: record.name, contentHash: record.contentHash } };
}

async function readHits(
  { head, rows }: LoadedResults,
  known: ReadonlySet<string>,
  options: { readonly signal?: AbortSignal },
): Promise<Hits> {
  const hits = new Map<string, number>();
  for await (const { row } of rows(options)) {
    const key = toRowKey(row);
    if (!known.has(key)) throw new InputError("its rows are not those of the items");
    hits.set(key, rankItem(row, head.ties).hitAt1);
  }
  return hits;
}
