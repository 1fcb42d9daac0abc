import { defineColumns, findFinishedStage, readShards } from "@observatory/store";
import { join } from "node:path";
import { readAssignments } from "../assignments.ts";
import { loadRelease } from "../release/load-release.ts";
import type { Release } from "../release/release.ts";
import { loadAnalysis } from "../stages/analysis-stage.ts";
import { findHierarchy } from "../stages/find-hierarchy.ts";
import { loadHierarchy } from "../stages/hierarchy-file.ts";
import { conversationColumns } from "../stages/tables.ts";

/** A conversation with the clusters that it went to. Private. */
export interface CheckedConversation {
  readonly account: string;
  /** What the user wrote. */
  readonly text: string;
  /** Ids from the top to the base. */
  readonly path: readonly string[];
  readonly labels: Readonly<Record<string, unknown>>;
}

/** A finished run as a checker sees it: what is shown, and all that is behind it. */
export interface RunToCheck {
  readonly path: string;
  readonly release: Release;
  /** Conversations of each shown cluster, to the thousandth; those of others are left out. */
  readonly exactSizes: ReadonlyMap<string, number>;
  /** Streams it, so that memory does not grow with conversations. */
  readonly conversations: () => AsyncIterable<CheckedConversation>;
  readonly signal: AbortSignal;
}

/** Opens a run. Throws UsageError where it has not finished, StateError. */
export async function readRunToCheck(path: string, signal: AbortSignal): Promise<RunToCheck> {
  const release = await loadRelease(path);
  const imported = join(await findFinishedStage(path, "import"), "conversations");
  const { id, account, messages, labels } = conversationColumns;
  const columns = defineColumns({ id, account, messages, labels });
  return {
    path,
    release,
    exactSizes: await readExactSizes(path, release, signal),
    signal,
    conversations: async function* () {
      // Assignments are in the order of the input and leave some out.
      const assignments = readAssignments(path, { signal });
      let next = await assignments.next();
      try {
        for await (const row of readShards(imported, columns, { signal })) {
          if (next.done) return;
          if (next.value.id !== row.id) continue;
          const paths = [next.value.path, ...(next.value.requests ?? []).map((request) => request.path)];
          yield {
            account: row.account ?? `conversation ${row.id}`,
            text: row.messages.flatMap(({ role, content }) => (role === "user" ? [content] : [])).join("\n"),
            path: [...new Set(paths.flat())],
            labels: row.labels,
          };
          next = await assignments.next();
        }
      } finally {
        await assignments.return(undefined);
      }
    },
  };
}

async function readExactSizes(
  path: string,
  release: Release,
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const { nodes } = await loadHierarchy(await findHierarchy(path));
  const { counts } = await loadAnalysis(await findFinishedStage(path, "analysis"), signal);
  const shown = new Set(release.clusters.clusters.map(({ id }) => id));
  return new Map(
    nodes.flatMap(({ id }, node) =>
      shown.has(id) ? [[id, (counts.conversations[(node + 1) * counts.columns] ?? 0) / 1000] as const] : [],
    ),
  );
}
