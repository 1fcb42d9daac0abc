import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { toRowKey } from "../evaluate/load-earlier-results.ts";
import { rankItem } from "../evaluate/rank-item.ts";
import type { Results, ScorerInfo } from "../evaluate/results.ts";
import { toResults, type ScoredRow } from "../evaluate/to-results.ts";
import type { ReportInput } from "./build-report.ts";
import { toReportedRows } from "./to-reported-rows.ts";

const benchmark = { name: "made", contentHash: "0123456789abcdef" };

/** A scorer's first places: whether it is right about each row, null where it has no score. */
export interface MadeScorer {
  readonly id: string;
  readonly kind: ScorerInfo["kind"];
  readonly isRight: (row: RetrievalRow, place: number) => boolean | null;
  readonly isStale?: boolean;
  readonly policy?: Results["ties"]["policy"];
}

/** Rows with one image and one negative each, for tests. */
export function makeRows(number: number, more: (place: number) => Partial<RetrievalRow>): RetrievalRow[] {
  return Array.from({ length: number }, (_, place) => ({
    id: `row ${place}`,
    image: { id: `image ${place}` },
    caption: "a",
    negatives: [{ text: "b", type: "swap" }],
    source: { file: "made.jsonl", line: place + 1, format: "jsonl" as const },
    ...more(place),
  }));
}

/** What a report is built of, for tests. */
export async function makeInput(
  rows: readonly RetrievalRow[],
  scorers: readonly MadeScorer[],
): Promise<ReportInput> {
  const results = [];
  for (const { id, kind, isRight, isStale: stale = false, policy = "expected" } of scorers) {
    const scored = rows.flatMap((row, place): ScoredRow[] => {
      const right = isRight(row, place);
      const { type = "all" } = row.negatives[0] ?? {};
      return right === null ? [] : [{ row, type, scores: [right ? 1 : 0, ...row.negatives.map(() => 0.5)] }];
    });
    const scorer = { id, kind, details: {} };
    const ties = { policy, tolerance: 0 };
    const made = await toResults(scored, { scorer, benchmark, ties, seed: 1, resamples: 20 });
    results.push(toReported(made, stale));
  }
  return { benchmark, rows: toReportedRows(rows), results };
}

/** Results as a report takes them. */
export function toReported({ rows, ...head }: Results, stale = false): ReportInput["results"][number] {
  const hits = new Map(rows.map((row) => [toRowKey(row), rankItem(row, head.ties).hitAt1]));
  return { head, stale, hits };
}
