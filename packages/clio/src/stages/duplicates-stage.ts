import { defineColumns, mapShards, readShardBatches, writeShards } from "@observatory/store";
import type { RunDirectory, StageResult } from "@observatory/store";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { groupCopies, shortestCompared, type ComparedText } from "../privacy/near-duplicates/group-copies.ts";
import { toComparedText, type ComparedConversation } from "../privacy/near-duplicates/to-compared-text.ts";
import type { StageContext } from "./stage-context.ts";
import { conversationColumns, copyColumns } from "./tables.ts";

/** Raised with every change of what counts as a copy. */
const rulesVersion = 2;

const { id, messages } = conversationColumns;
const sourceColumns = defineColumns({ id, messages });

/** The tokens in base64, four bytes each; none of a text that only equal ones are copies of. */
const textColumns = defineColumns({ id, key: "integer", tokens: "text", isKnownPrompt: "boolean" });

/**
 * Stage 2, beside the facets: conversations -> groups of those that are told again or share a passage, whoever tells
 * them. It is of all that was imported, so that neither a screen nor another analyst does it anew.
 */
export async function duplicatesStage(
  run: RunDirectory,
  imported: StageResult,
  { prompts, signal }: Pick<StageContext, "prompts" | "signal">,
): Promise<StageResult> {
  const conversations = imported.counts["conversations"] ?? 0;
  return run.stage(
    "duplicates",
    { import: imported.key, rulesVersion, ...(prompts.hash === null ? {} : { prompts: prompts.hash }) },
    async ({ directory, report }) => {
      const texts = join(directory, "texts");
      await mapShards(
        { directory: join(imported.directory, "conversations"), columns: sourceColumns },
        { directory: texts, columns: textColumns },
        async (rows) => rows.map((row) => ({ id: row.id, ...encode(toComparedText(row, prompts)) })),
        { signal, onShard: ({ rows }) => report(rows, conversations) },
      );
      const { twins, copies } = await groupCopies(readTexts(texts, signal), {
        scratchFile: join(directory, "tokens.u32"),
        signal,
      });
      await writeShards(join(directory, "copies"), copyColumns, listRows(texts, twins, copies, signal), {
        signal,
      });
      await rm(texts, { recursive: true });
      return {
        conversations: copies.length,
        toldAgain: copies.length - countGroups(twins),
        copies: copies.length - countGroups(copies),
      };
    },
    { signal },
  );
}

function encode({ key, tokens, isKnownPrompt }: ComparedConversation) {
  const isCompared = tokens.length >= shortestCompared;
  const bytes = Buffer.from(tokens.buffer, tokens.byteOffset, tokens.byteLength);
  return { key, tokens: isCompared ? bytes.toString("base64") : "", isKnownPrompt };
}

async function* readTexts(directory: string, signal: AbortSignal): AsyncGenerator<readonly ComparedText[]> {
  for await (const batch of readShardBatches(directory, textColumns, { signal })) {
    yield batch.map(({ key, tokens }) => ({ key, tokens: decode(tokens) }));
  }
}

function decode(tokens: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(tokens, "base64"));
  return new Uint32Array(bytes.buffer);
}

async function* listRows(texts: string, twins: Int32Array, copies: Int32Array, signal: AbortSignal) {
  let row = 0;
  const columns = defineColumns({ id, isKnownPrompt: "boolean" });
  for await (const batch of readShardBatches(texts, columns, { signal })) {
    for (const { id, isKnownPrompt } of batch) {
      // Everybody may send what the product suggests: it copies nobody.
      yield { id, twin: twins[row] ?? row, copies: isKnownPrompt ? row : (copies[row] ?? row) };
      row++;
    }
  }
}

function countGroups(groups: Int32Array): number {
  return groups.reduce((count, first, row) => count + (first === row ? 1 : 0), 0);
}
