import { findFinishedStage } from "@observatory/store";

/** The directory with the hierarchy of a finished run in which clusters have the ids of its release. Throws UsageError, StateError. */
export function findHierarchy(run: string): Promise<string> {
  return findFinishedStage(run, "identify");
}
