import { UsageError } from "@observatory/core";
import { join } from "node:path";
import { readRunRecord } from "./run-record.ts";
import { findStageDone, stageDirectoryName } from "./stage-directory.ts";

/**
 * The directory of a stage that a run has finished, for readers that hold no lock.
 * Throws UsageError where the run has not finished it, StateError for a damaged run.
 */
export async function findFinishedStage(runPath: string, name: string): Promise<string> {
  const key = (await readRunRecord(runPath)).stages[name]?.key;
  const directory = key === undefined ? null : join(runPath, "private", stageDirectoryName(name, key));
  if (directory !== null && (await findStageDone(directory)) !== null) return directory;
  throw new UsageError(`the run ${runPath} has not finished its stage "${name}"`, {
    hint: "Run the same clio run command again: it goes on where it was.",
  });
}
