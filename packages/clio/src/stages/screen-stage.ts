import { succeeded, UsageError, type Outcome } from "@observatory/core";
import { mapShards, readShards, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import type { Analyst, AnalystCallOptions } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { recordAnalystUsage } from "./analyst-usage.ts";
import type { StageContext } from "./stage-context.ts";
import { conversationColumns, screenColumns } from "./tables.ts";
import { warnOfRules } from "./warn-of-rules.ts";

/** What decides which conversations are looked at: a question to the analyst, or a regular expression. */
export type Screen =
  | { readonly question: string; readonly pattern?: undefined }
  | { readonly pattern: RegExp; readonly question?: undefined };

/**
 * Stage 3: conversations -> which of them are kept. A conversation for which a model gives no answer that fits is kept.
 */
export async function screenStage(
  run: RunDirectory,
  imported: StageResult,
  screen: Screen,
  context: StageContext,
): Promise<StageResult> {
  const { analyst, signal } = context;
  const rows = imported.counts["conversations"] ?? 0;
  const by =
    screen.pattern === undefined
      ? { question: screen.question, analyst: analyst.keys.screen }
      : { pattern: screen.pattern.source, flags: screen.pattern.flags };
  const ask = toAsk(screen, context);
  return run.stage(
    "screen",
    { import: imported.key, by },
    async ({ directory, key, report, recordUsage }) => {
      const table = join(directory, "answers");
      let finished = 0;
      await recordAnalystUsage(analyst, key, recordUsage, async () => {
        await mapShards(
          { directory: join(imported.directory, "conversations"), columns: conversationColumns },
          { directory: table, columns: screenColumns },
          async (conversations, shard) => {
            const misfits = { 1: 0, 2: 0 };
            const answers = await ask(conversations, {
              purpose: key,
              signal: shard.signal,
              onProgress: (done) => report(finished + done, rows),
              onMisfit: ({ attempt }) => misfits[attempt]++,
            });
            return answers.map((answer, row) => ({
              keep: answer.ok ? answer.value : true,
              retried: row === 0 ? misfits[1] : 0,
              byRule: row === 0 ? misfits[2] : 0,
            }));
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
      const counts = { kept: 0, dropped: 0, retried: 0, byRule: 0 };
      for await (const row of readShards(table, screenColumns, { signal })) {
        counts[row.keep ? "kept" : "dropped"]++;
        counts.retried += row.retried;
        counts.byRule += row.byRule;
      }
      warnOfRules(run, "screen", counts.byRule, rows);
      return counts;
    },
    { signal },
  );
}

type Ask = (
  conversations: readonly Conversation[],
  options: AnalystCallOptions,
) => Promise<readonly Outcome<boolean>[]>;

/** Throws UsageError for a question to an analyst that answers none. */
export function assertScreenable(screen: Screen | undefined, analyst: Analyst): void {
  if (screen?.question === undefined || analyst.screen !== undefined) return;
  throw new UsageError(`the analyst ${analyst.id} cannot answer a question about a conversation`, {
    hint: "Screen by a regular expression, or choose an analyst with a model.",
  });
}

function toAsk(screen: Screen, { analyst }: StageContext): Ask {
  if (screen.pattern !== undefined) {
    const { source, flags } = screen.pattern;
    // A sticky or global expression would remember where it stood in the last text.
    const pattern = new RegExp(source, flags.replaceAll(/[gy]/gu, ""));
    return async (conversations) =>
      conversations.map((conversation) => succeeded(pattern.test(toTranscript(conversation).text)));
  }
  const { question } = screen;
  return async (conversations, options) =>
    (await analyst.screen?.(conversations, { ...options, question })) ??
    conversations.map(() => succeeded(true));
}
