import { StateError } from "@observatory/core";
import { defineColumns, joinSorted, readShards } from "@observatory/store";
import { join } from "node:path";
import type { StageResult } from "@observatory/store";
import type { AnalysisRow } from "../analysis/analysis-row.ts";
import { conversationColumns, facetColumns, groupColumns } from "./tables.ts";

export interface AnalysisSources {
  readonly imported: StageResult;
  readonly facets: StageResult;
  readonly clustered: StageResult;
  readonly signal: AbortSignal;
}

const { id, account, createdAt, duplicateKey, part, weight, languages, concern, turns, length, own } =
  facetColumns;
const rowColumns = defineColumns({
  id,
  account,
  createdAt,
  duplicateKey,
  part,
  weight,
  languages,
  concern,
  turns,
  length,
  own,
});
const { model, labels } = conversationColumns;
const sourceColumns = defineColumns({ id: conversationColumns.id, model, labels });

/** Streams every request that counts, in the order of the input: first tellings with a value of the clustered facet. */
export async function* readAnalysisRows(sources: AnalysisSources): AsyncGenerator<AnalysisRow> {
  const { imported, facets, clustered, signal } = sources;
  const table = join(imported.directory, "conversations");
  const originals = readShards(table, sourceColumns, { signal });
  const pairs = joinSorted({
    left: { directory: join(facets.directory, "facets"), columns: rowColumns },
    right: { directory: join(clustered.directory, "bases"), columns: groupColumns },
    on: "row",
    signal,
  });
  // Facets keep the order of the conversations and leave some out, so one walk beside the other finds each.
  let original = await originals.next();
  try {
    for await (const { left, right } of pairs) {
      while (!original.done && original.value.id !== left.id) original = await originals.next();
      if (original.done) {
        throw new StateError(`${table} does not hold the conversations that facets were read from`, {
          hint: "Delete the private/ directory and run the same command again.",
        });
      }
      if (!right.first || right.group < 0) continue;
      const { model, labels } = original.value;
      const account = left.account ?? `conversation ${left.id}`;
      const { group: base, copies, settled } = right;
      yield { ...left, account, base, copies, settled, model, labels };
    }
  } finally {
    await originals.return(undefined);
  }
}
