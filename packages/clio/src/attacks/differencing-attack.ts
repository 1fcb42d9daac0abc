import type { AttackOutcome } from "./attack-report.ts";
import type { SuiteContext } from "./suite-context.ts";

/** Two releases of one project, subtracted. */
export async function attackByDifferencing(
  _context: SuiteContext,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<AttackOutcome[]> {
  onProgress(1, 1);
  return [];
}
