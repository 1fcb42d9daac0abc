import { mapShards, type RunDirectory } from "@observatory/store";
import { join } from "node:path";
import { duplicateKey } from "../prepare/duplicate-key.ts";
import type { StageContext } from "./stage-context.ts";
import { conversationColumns, facetColumns } from "./tables.ts";

/** Stages 2 to 4: conversations -> facets. A conversation that the analyst cannot read is counted and left out. */
export async function facetsStage(
  run: RunDirectory,
  imported: { readonly key: string; readonly directory: string; readonly rows: number },
  context: StageContext,
) {
  const { analyst, signal } = context;
  return run.stage("facets", { import: imported.key, analyst: analyst.id }, async ({ directory, report }) => {
    const summary = await mapShards(
      { directory: join(imported.directory, "conversations"), columns: conversationColumns },
      { directory: join(directory, "facets"), columns: facetColumns },
      async (conversations, shard) => {
        const outcomes = await analyst.extractFacets(conversations, { signal: shard.signal });
        return conversations.flatMap((conversation, index) => {
          const outcome = outcomes[index];
          if (!outcome?.ok) return [];
          const { id, account, createdAt } = conversation;
          return [{ id, account, createdAt, duplicateKey: duplicateKey(conversation), ...outcome.value }];
        });
      },
      { signal, onShard: (progress) => report(progress.rows, imported.rows) },
    );
    return { conversations: summary.rows, unreadable: imported.rows - summary.rows };
  });
}
