import {
  defineColumns,
  mapShards,
  readShard,
  readShards,
  shardPath,
  type RowOf,
  type RunDirectory,
  type StageResult,
} from "@observatory/store";
import { join } from "node:path";
import type { Facets, RequestFacet } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { duplicateKey } from "../prepare/duplicate-key.ts";
import { recordAnalystUsage } from "./analyst-usage.ts";
import type { StageContext } from "./stage-context.ts";
import { warnOfRules } from "./warn-of-rules.ts";
import { conversationColumns, facetColumns, screenColumns, type FacetRow } from "./tables.ts";

/**
 * Stages 2 to 4: conversations -> facets, a row for each request. A conversation that the analyst cannot read is counted
 * and left out, and so is one that was screened out.
 */
export async function facetsStage(
  run: RunDirectory,
  imported: StageResult,
  screened: StageResult | null,
  context: StageContext,
) {
  const { analyst, signal } = context;
  const rows = imported.counts["conversations"] ?? 0;
  const inputs = {
    import: imported.key,
    screen: screened?.key ?? null,
    analyst: analyst.keys.facets,
    version: 2,
  };
  return run.stage(
    "facets",
    inputs,
    async ({ directory, key, report, recordUsage }) => {
      const table = join(directory, "facets");
      let finished = 0;
      const options = {
        purpose: key,
        onProgress: (done: number) => report(finished + done, rows),
      };
      await recordAnalystUsage(analyst, key, recordUsage, async () => {
        await mapShards(
          { directory: join(imported.directory, "conversations"), columns: conversationColumns },
          { directory: table, columns: facetColumns },
          async (all, { shard, signal }) => {
            const conversations = screened === null ? all : await keepScreened(all, screened, shard);
            const outcomes = await analyst.extractFacets(conversations, { ...options, signal });
            return conversations.flatMap((conversation, index) => {
              const outcome = outcomes[index];
              return outcome?.ok ? toRows(conversation, outcome.value) : [];
            });
          },
          {
            signal,
            onShard: (progress) => {
              finished = progress.rows;
              report(finished, rows);
            },
          },
        );
      });
      const counts = await countFacets(table, signal);
      const unreadable = (screened?.counts["kept"] ?? rows) - counts.conversations;
      warnOfRules(run, "facets", counts.byRule, counts.conversations);
      return { ...counts, unreadable };
    },
    { signal },
  );
}

const { part, retried, byRule } = facetColumns;

/** Read off what is on disk, so that shards of an earlier attempt count too. */
async function countFacets(table: string, signal: AbortSignal) {
  const counts = { requests: 0, conversations: 0, retried: 0, byRule: 0 };
  for await (const row of readShards(table, defineColumns({ part, retried, byRule }), { signal })) {
    counts.requests++;
    if (row.part === 0) counts.conversations++;
    counts.retried += row.retried;
    counts.byRule += row.byRule;
  }
  return counts;
}

async function keepScreened(
  conversations: readonly RowOf<typeof conversationColumns>[],
  screened: StageResult,
  shard: number,
): Promise<readonly RowOf<typeof conversationColumns>[]> {
  const answers = await readShard(shardPath(join(screened.directory, "answers"), shard), screenColumns);
  return conversations.filter((_, index) => answers[index]?.keep === true);
}

function toRows(conversation: Conversation, facets: Facets): FacetRow[] {
  const { id, account, createdAt } = conversation;
  const { requests, languages, concern, turns, length, reading } = facets;
  const weights = toThousandths(requests);
  const key = duplicateKey(conversation);
  return requests.map(({ request, task }, part) => ({
    id,
    account,
    createdAt,
    duplicateKey: key,
    part,
    weight: weights[part] ?? 0,
    request,
    task,
    languages: [...languages],
    concern,
    turns,
    length,
    retried: part === 0 && reading?.firstMisfit ? 1 : 0,
    byRule: part === 0 && reading?.secondMisfit ? 1 : 0,
  }));
}

/** Whole thousandths that sum to 1,000, so that sums of them are exact in any order. */
function toThousandths(requests: readonly RequestFacet[]): number[] {
  const total = requests.reduce((sum, { weight }) => sum + weight, 0);
  const weights = requests.map(({ weight }) => Math.floor((1000 * weight) / total));
  const rest = 1000 - weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, part) => (part === 0 ? weight + rest : weight));
}
