import { parseJson, type Json } from "@observatory/core";
import { writeFileAtomic, writeShards, type RunDirectory } from "@observatory/store";
import { join } from "node:path";
import { copyBounded } from "../import/conversion/to-bounded-json.ts";
import { assertUnchanged } from "../import/assert-unchanged.ts";
import type { InputFingerprint } from "../import/fingerprint-inputs.ts";
import { importConversations } from "../import/import-conversations.ts";
import { lossReportSchema, type LossReport } from "../import/loss-report.ts";
import { loadPrivateJson } from "./private-json.ts";
import { version } from "../version.ts";
import type { StageContext } from "./stage-context.ts";
import { conversationColumns } from "./tables.ts";

/** Stage 1: files -> conversations, with the report of what was lost. Throws InputError where nothing can be read. */
export async function importStage(
  run: RunDirectory,
  inputHashes: readonly InputFingerprint[],
  context: StageContext,
) {
  const { inputs, format, map, signal } = context;
  const result = await run.stage(
    "import",
    { inputHashes, format: format ?? null, ...(map ? { map } : {}), version },
    async ({ directory, report }) => {
      const source = importConversations(inputs, {
        signal,
        workDirectory: directory,
        ...(format === undefined ? {} : { format }),
        ...(map === undefined ? {} : { map }),
      });
      const { rows } = await writeShards(
        join(directory, "conversations"),
        conversationColumns,
        source.conversations,
        {
          signal,
          onShard: (progress) => report(progress.rows, null),
        },
      );
      const losses = source.losses();
      assertUnchanged(inputHashes, losses.files);
      await writeFileAtomic(join(directory, "losses.json"), JSON.stringify(losses, null, 2));
      return { conversations: rows, skipped: losses.read - losses.kept };
    },
    { signal },
  );
  await run.updateRecord({ losses: toPlain(await loadLosses(result.directory)) });
  return result;
}

/** A copy that is JSON by its type: without the fields that are not there. */
function toPlain(report: LossReport): Json {
  const parsed = parseJson(JSON.stringify(report));
  return parsed.ok ? (copyBounded(parsed.value)?.value ?? null) : null;
}

/** The loss report that `importStage` left. */
export async function loadLosses(importDirectory: string): Promise<LossReport> {
  return loadPrivateJson(join(importDirectory, "losses.json"), lossReportSchema);
}
