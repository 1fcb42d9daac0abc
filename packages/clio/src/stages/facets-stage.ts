import { UsageError } from "@observatory/core";
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
  const { analyst, facet, signal } = context;
  const rows = imported.counts["conversations"] ?? 0;
  const inputs = {
    import: imported.key,
    screen: screened?.key ?? null,
    analyst: analyst.keys.facets,
    version: 3,
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
              if (!outcome?.ok) return [];
              if (typeof facet !== "string") assertOnePoint(outcome.value);
              return toRows(conversation, outcome.value);
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
      const own = (analyst.ownFacets ?? []).map(({ name }) => name);
      const counts = await countFacets(table, own, signal);
      const unreadable = (screened?.counts["kept"] ?? rows) - counts.conversations;
      warnOfRules(run, "facets", counts.byRule, counts.conversations);
      return { ...counts, unreadable };
    },
    { signal },
  );
}

const { part, own, retried, byRule } = facetColumns;

/** Read off what is on disk, so that shards of an earlier attempt count too. */
async function countFacets(table: string, ownNames: readonly string[], signal: AbortSignal) {
  const counts = { requests: 0, conversations: 0, retried: 0, byRule: 0 };
  const without = new Map(ownNames.map((name) => [`without ${name}`, 0]));
  for await (const row of readShards(table, defineColumns({ part, own, retried, byRule }), { signal })) {
    counts.requests++;
    if (row.part === 0) {
      counts.conversations++;
      for (const name of ownNames) {
        if (Object.hasOwn(row.own, name)) continue;
        const key = `without ${name}`;
        without.set(key, (without.get(key) ?? 0) + 1);
      }
    }
    counts.retried += row.retried;
    counts.byRule += row.byRule;
  }
  return { ...counts, ...Object.fromEntries(without) };
}

async function keepScreened(
  conversations: readonly RowOf<typeof conversationColumns>[],
  screened: StageResult,
  shard: number,
): Promise<readonly RowOf<typeof conversationColumns>[]> {
  const answers = await readShard(shardPath(join(screened.directory, "answers"), shard), screenColumns);
  return conversations.filter((_, index) => answers[index]?.keep === true);
}

/** A summary of the user's own is of the whole conversation, so that its requests cannot be points apart. */
function assertOnePoint({ requests }: Facets): void {
  if (requests.length === 1) return;
  throw new UsageError(
    "a facet of your own is clustered by conversation, and the analyst reads several requests",
    {
      hint: "Let the analyst read one request a conversation: --requests 1.",
    },
  );
}

function toRows(conversation: Conversation, facets: Facets): FacetRow[] {
  const { id, account, createdAt } = conversation;
  const { requests, languages, concern, turns, length, own = {}, reading } = facets;
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
    own,
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
