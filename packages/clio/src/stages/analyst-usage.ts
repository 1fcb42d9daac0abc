import type { StageContext } from "@observatory/store";
import type { Analyst } from "../analyst.ts";

/** Does the work and records what its calls to models took, also where it fails: what was paid is told. */
export async function recordAnalystUsage<T>(
  analyst: Analyst,
  purpose: string,
  recordUsage: StageContext["recordUsage"],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } finally {
    const usage = await analyst.usageOf?.(purpose);
    if (usage) await recordUsage(usage);
  }
}
