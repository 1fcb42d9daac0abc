import { stat } from "node:fs/promises";
import { join } from "node:path";
import { loadBenchmark } from "../benchmark/load-benchmark.ts";
import type { AuditReport } from "./audit-rows.ts";
import { loadAudit, writeAudit } from "./write-audit.ts";

/**
 * Puts an audit into the benchmark directory that it is of, beside what refining found. Gives false, and does nothing,
 * for a path that is no benchmark directory. Throws InputError for a damaged one, StateError.
 */
export async function saveAudit(path: string, audit: AuditReport): Promise<boolean> {
  if ((await stat(join(path, "benchmark.json")).catch(() => null)) === null) return false;
  const { record } = await loadBenchmark(path);
  const { name, contentHash } = record;
  const before = await loadAudit(path, record);
  await writeAudit(path, { benchmark: { name, contentHash }, audit, refinement: before?.refinement ?? null });
  return true;
}
