import { UsageError } from "@observatory/core";
import { join } from "node:path";
import { readRunRecord } from "./run-record.ts";
import { findStageDone, stageDirectoryName } from "./stage-directory.ts";

/**
 * The directory of a stage of a finished run, for readers that hold no lock.
 * Throws UsageError where the run has not finished as a whole or is of a kind without the stage, StateError for a damaged run.
 */
export async function findFinishedStage(runPath: string, name: string): Promise<string> {
  const { status, stages } = await readRunRecord(runPath);
  // Between a changed rerun's stages the record names directories that do not belong together.
  const key = status === "done" ? stages[name]?.key : undefined;
  const directory = key === undefined ? null : join(runPath, "private", stageDirectoryName(name, key));
  if (directory !== null && (await findStageDone(directory)) !== null) return directory;
  if (status === "done" && stages[name] === undefined)
    throw new UsageError(`the run ${runPath} has no stage "${name}"`, {
      hint: "A release under differential privacy keeps no exact numbers to look at; other runs do.",
    });
  throw new UsageError(`the run ${runPath} has not finished`, {
    hint: "Run the same clio run command again: it goes on where it was.",
  });
}
