import { findFinishedStage, readRunRecord } from "@observatory/store";

/**
 * The directory with the hierarchy of a finished run in which clusters have the ids of its release. Under differential privacy none
 * takes over the id of another, so they have them from the start. Throws UsageError, StateError.
 */
export async function findHierarchy(run: string): Promise<string> {
  const { config } = await readRunRecord(run);
  return findFinishedStage(run, "privacy" in config ? "hierarchy" : "identify");
}
