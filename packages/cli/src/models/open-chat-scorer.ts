import { once, priceUsage, UsageError, type EventSink, type ModelPrice } from "@observatory/core";
import type { ChatEstimate, ChatMode, LocateImage, RetrievalRow, Scorer } from "@observatory/crepe";
import { findPrice, parsePrices, pricesDate, toPromptImage } from "@observatory/models";
import { createBudget, openJsonLog, type CallUsage } from "@observatory/store";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { agreeToSpend, mustAsk, type Spending } from "../agree-to-spend.ts";
import { writeLines, type CommandContext } from "../context.ts";
import { readTextFile } from "../read-text-file.ts";
import { formatCount, formatDollars } from "../terminal/format.ts";
import { createRetryNotes } from "../terminal/retry-notes.ts";
import { withoutModels, type ModelFlags } from "./model-options.ts";
import { openJournalOnce } from "./open-journal-once.ts";
import { openBareModel, openLayeredModel } from "./open-layered-model.ts";
import { checkName, isServedHere, requireBoundedBudget } from "./prices-of-models.ts";

/** Flags of a command that may ask a chat model. */
export interface ChatFlags extends Pick<
  ModelFlags,
  "baseUrl" | "budget" | "prices" | "concurrency" | "timeout" | "cache" | "yes"
> {
  readonly chatMode: ChatMode;
}

export interface ChatScorerRequest {
  readonly flags: ChatFlags;
  readonly rows: readonly RetrievalRow[];
  readonly locateImage: LocateImage;
  /** Where what is paid for is kept, unless `--cache` says where; who pays is told apart by it. */
  readonly directory: string;
  readonly onEvent: EventSink;
}

/**
 * Finds what is wrong with a chat model before anything is scored, without a call. Throws UsageError for a name, a key or a
 * price that is missing, and where nobody is there to agree to what is paid.
 */
export async function checkChatScorer(
  spec: string,
  flags: ChatFlags,
  { environment }: Pick<CommandContext, "environment">,
): Promise<void> {
  requireSeeing(spec);
  const priceOf = await readPrices(flags);
  const { model } = await openBareModel(spec, { flags, keys: environment.keys, threads: 1 });
  const price = priceOf(model.id);
  requireBoundedBudget(flags, [{ model, price }]);
  mustAsk(toSpending(model.id, { flags, price }), { environment });
}

/**
 * Opens the scorer of a chat model, `anthropic:MODEL` or `openai:MODEL`, as runs of Clio use one: answers are kept before they
 * are used, a budget holds, failures are made good, and a person agrees to the price before anything is spent. Throws
 * UsageError as {@link checkChatScorer} does, and where the answer is no.
 */
export async function openChatScorer(
  spec: string,
  { flags, rows, locateImage, directory, onEvent }: ChatScorerRequest,
  context: CommandContext,
): Promise<Scorer> {
  requireSeeing(spec);
  const { chatPurpose, createChatScorer } = await import("@observatory/crepe");
  const priceOf = await readPrices(flags);
  const journal = openJournalOnce(flags.cache ?? join(directory, "calls"), directory);
  const budget =
    flags.budget === undefined
      ? null
      : createBudget({ budgetUsd: flags.budget, spentUsd: async () => (await journal.open()).spentUsd() });
  const { environment } = context;
  const model = await openLayeredModel(spec, {
    flags: { ...withoutModels, ...flags },
    keys: environment.keys,
    journal: journal.open,
    budget,
    threads: environment.threads,
    priceOf,
    batchLog: once(() => openJsonLog(join(directory, "batches.jsonl"))),
    onRetry: createRetryNotes(onEvent),
  });
  const price = priceOf(model.id);
  requireBoundedBudget(flags, [{ model, price }]);
  await agreeToSpend(
    {
      ...toSpending(model.id, { flags, price }),
      describe: async () => {
        const { estimateChat } = await import("@observatory/crepe");
        const image = await firstSize(rows, locateImage);
        return describeChatEstimate(estimateChat(rows, { mode: flags.chatMode, model, image }), {
          model: model.id,
          price,
        });
      },
    },
    context,
  );
  const scorer = createChatScorer(model, {
    mode: flags.chatMode,
    tellsTokens: spec.startsWith("openai:"),
    locateImage,
    toPromptImage,
  });
  return {
    ...scorer,
    close: async () => {
      await scorer.close();
      // Where the journal cannot be opened that was said by the first call.
      const usage = await journal.open().then(
        (opened) => opened.usageOf(chatPurpose),
        () => null,
      );
      if (usage !== null && usage.calls > 0) writeLines(context, [describePaid(usage, price)]);
      await journal.close();
    },
  };
}

/** Throws UsageError for what is no name of a chat model that takes images. */
function requireSeeing(spec: string): void {
  if (/^(?:anthropic|openai):./u.test(spec)) return;
  throw new UsageError(`there is no chat model "${spec}" that can see`, {
    hint: "Write chat:anthropic:MODEL or chat:openai:MODEL; --base-url names a server of the protocol.",
  });
}

async function readPrices({
  prices: file,
  baseUrl,
}: ChatFlags): Promise<(modelId: string) => ModelPrice | null> {
  const prices = file === undefined ? {} : parsePrices(await readTextFile(file, "prices"));
  return (modelId) => findPrice(modelId, { prices, local: isServedHere(modelId, baseUrl) });
}

function toSpending(
  modelId: string,
  { flags, price }: { readonly flags: ChatFlags; readonly price: ModelPrice | null },
): Omit<Spending, "describe"> {
  return {
    flags,
    prices: [price],
    refusal:
      price === null
        ? {
            message: `no price is known for ${modelId}, and nobody is here to agree to it`,
            hint: `${checkName(modelId)} Then give its price by --prices FILE and --budget USD, or give --yes.`,
          }
        : {
            message: `${modelId} has to be paid, and nobody is here to agree to it`,
            hint: "Give --budget USD, or --yes.",
          },
  };
}

/** What an evaluation would take, for a person. */
export function describeChatEstimate(
  { calls, inputTokens, outputTokens }: ChatEstimate,
  { model, price }: { readonly model: string; readonly price: ModelPrice | null },
): string[] {
  const usage = { inputTokens, outputTokens, cachedInputTokens: 0, cacheWriteTokens: 0 };
  const cost =
    price === null
      ? "at a price that is not known"
      : `some ${formatDollars(priceUsage(usage, price))} at most`;
  return [
    `${model}: ${formatCount(calls)} calls, some ${formatCount(inputTokens)} tokens in and ${formatCount(outputTokens)} out at most: ${cost}`,
    `Answers that are kept already are not paid again. Some models count images several times. Prices of ${pricesDate}.`,
  ];
}

/** What all evaluations of a directory took together, as a budget counts it. */
function describePaid({ calls, costUsd }: CallUsage, price: ModelPrice | null): string {
  const cost = price === null ? "at a price that is not known" : formatDollars(costUsd);
  return `  paid so far for chat models here: ${formatCount(calls)} calls, ${cost}`;
}

/** Of the first image that can be read; as large as images are shown where there is none. */
async function firstSize(rows: readonly RetrievalRow[], locateImage: LocateImage) {
  for (const row of rows) {
    const path = locateImage(row);
    const bytes = path === null ? null : await readFile(path).catch(() => null);
    const image = bytes === null ? null : await toPromptImage(bytes, row.image.box);
    if (image?.ok === true) return image.value;
  }
  return { width: 1024, height: 1024 };
}
