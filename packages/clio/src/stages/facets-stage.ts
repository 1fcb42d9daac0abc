import { mapShards, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { duplicateKey } from "../prepare/duplicate-key.ts";
import type { StageContext } from "./stage-context.ts";
import { conversationColumns, facetColumns } from "./tables.ts";

/** Stages 2 to 4: conversations -> facets. A conversation that the analyst cannot read is counted and left out. */
export async function facetsStage(run: RunDirectory, imported: StageResult, context: StageContext) {
  const { analyst, signal } = context;
  const rows = imported.counts["conversations"] ?? 0;
  return run.stage(
    "facets",
    { import: imported.key, analyst: analyst.keys.facets },
    async ({ directory, report }) => {
      const summary = await mapShards(
        { directory: join(imported.directory, "conversations"), columns: conversationColumns },
        { directory: join(directory, "facets"), columns: facetColumns },
        async (conversations, shard) => {
          const outcomes = await analyst.extractFacets(conversations, { signal: shard.signal });
          return conversations.flatMap((conversation, index) => {
            const outcome = outcomes[index];
            if (!outcome?.ok) return [];
            const { id, account, createdAt } = conversation;
            const { requests, languages, concern, turns, length } = outcome.value;
            const [first] = requests;
            if (first === undefined) return [];
            return [
              {
                id,
                account,
                createdAt,
                duplicateKey: duplicateKey(conversation),
                request: first.request,
                task: first.task,
                languages: [...languages],
                concern,
                turns,
                length,
              },
            ];
          });
        },
        { signal, onShard: (progress) => report(progress.rows, rows) },
      );
      return { conversations: summary.rows, unreadable: rows - summary.rows };
    },
    { signal },
  );
}
