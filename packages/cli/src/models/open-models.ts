import {
  createLexicalAnalyst,
  createModelAnalyst,
  parseOwnFacets,
  type Analyst,
  type OwnFacet,
} from "@observatory/clio";
import type { PresetName } from "@observatory/clio/names";
import { once, UsageError, type LanguageModel, type ModelPrice, type TextEmbedder } from "@observatory/core";
import { createBuiltinEmbedder, createOpenAiEmbedder, findPrice, parsePrices } from "@observatory/models";
import { createBudget, openJsonLog } from "@observatory/store";
import { join } from "node:path";
import type { CommandContext } from "../context.ts";
import { readTextFile } from "../read-text-file.ts";
import { openLayeredModel, type ModelLayers } from "./open-layered-model.ts";
import { chooseNaming, type ModelFlags } from "./model-options.ts";
import { openJournalOnce } from "./open-journal-once.ts";
import { isServedHere, requireBoundedBudget } from "./prices-of-models.ts";

/** The models of one command, ready to use. */
export interface OpenedModels {
  readonly analyst: Analyst;
  readonly embedder: TextEmbedder;
  /** Prices by role; empty for an analyst without a model. */
  readonly models: readonly RoleModel[];
  readonly ownFacets: readonly OwnFacet[];
  close(): Promise<void>;
}

export interface RoleModel {
  readonly role: "extractor" | "namer" | "auditor";
  readonly model: LanguageModel;
  /** Null where it is not known. */
  readonly price: ModelPrice | null;
}

export interface OpenModelsOptions {
  /** Where what is paid for is kept, and for whom: a run directory. */
  readonly out: string;
  readonly threads?: number | undefined;
  /** Of the run; `explore` unless told. */
  readonly preset?: PresetName | undefined;
  /** Name of the facet that will be clustered. */
  readonly facet?: string | undefined;
  /** Told of attempts that failed and are made again. */
  readonly onRetry?: ModelLayers["onRetry"];
  /** Told how far batches are. */
  readonly onBatch?: ModelLayers["onBatch"];
}

/**
 * Opens what `--analyst`, `--namer`, `--auditor` and `--embedder` name. The journal of calls is opened at the first call, since
 * the run directory may not be there before. Throws UsageError for names, keys and prices that are missing or wrong.
 */
export async function openModels(
  flags: ModelFlags,
  { environment, signal }: CommandContext,
  options: OpenModelsOptions,
): Promise<OpenedModels> {
  const threads = options.threads ?? environment.threads;
  refuseUnknownModel(flags.analyst);
  const embedder = await openEmbedder(flags, { environment, signal, threads, onRetry: options.onRetry });
  if (flags.analyst === "lexical") {
    refuseModelFlags(flags);
    const analyst = createLexicalAnalyst({ threads });
    return { analyst, embedder, models: [], ownFacets: [], close: () => closeAll([analyst, embedder]) };
  }

  const prices = flags.prices === undefined ? {} : parsePrices(await readTextFile(flags.prices, "prices"));
  const ownFacets =
    flags.facets === undefined ? [] : parseOwnFacets(await readTextFile(flags.facets, "facets"));
  const requests = chooseRequests(flags, ownFacets, options.facet);
  const priceOf = (modelId: string): ModelPrice | null =>
    findPrice(modelId, { prices, local: isServedHere(modelId, flags.baseUrl) });
  const calls = flags.cache ?? join(options.out, "private", "calls");
  const journal = openJournalOnce(calls, options.out);
  const budget =
    flags.budget === undefined
      ? null
      : createBudget({ budgetUsd: flags.budget, spentUsd: async () => (await journal.open()).spentUsd() });
  const layers: ModelLayers = {
    flags,
    keys: environment.keys,
    journal: journal.open,
    budget,
    threads,
    priceOf,
    batchLog: once(() => openJsonLog(join(options.out, "private", "batches.jsonl"))),
    onRetry: options.onRetry,
    onBatch: options.onBatch,
  };
  const opened = new Map<string, Promise<LanguageModel>>();
  const open = (spec: string): Promise<LanguageModel> => {
    const model = opened.get(spec) ?? openLayeredModel(spec, layers);
    opened.set(spec, model);
    return model;
  };
  const extractor = await open(flags.analyst);
  const namer = await open(flags.namer ?? flags.analyst);
  const auditor = await open(flags.auditor ?? flags.namer ?? flags.analyst);
  const models = [
    { role: "extractor", model: extractor, price: priceOf(extractor.id) },
    { role: "namer", model: namer, price: priceOf(namer.id) },
    { role: "auditor", model: auditor, price: priceOf(auditor.id) },
  ] as const;
  requireBoundedBudget(flags, models);
  const analyst = createModelAnalyst({
    extractor,
    namer,
    auditor,
    facetCalls: flags.facetCalls,
    naming: chooseNaming(flags, options.preset ?? "explore"),
    ...(requests === undefined ? {} : { requests }),
    ownFacets,
    redact: flags.redact !== "off",
    ...(flags.temperature === undefined ? {} : { temperatures: flags.temperature }),
    usageOf: async (purpose) => (await journal.open()).usageOf(purpose),
  });
  return {
    analyst,
    embedder,
    models,
    ownFacets,
    close: async () => {
      await closeAll([analyst, embedder]);
      await journal.close();
    },
  };
}

interface EmbedderSettings extends Pick<CommandContext, "environment" | "signal"> {
  readonly threads: number;
  readonly onRetry: ModelLayers["onRetry"];
}

async function openEmbedder(
  flags: ModelFlags,
  { environment, signal, threads, onRetry }: EmbedderSettings,
): Promise<TextEmbedder> {
  if (flags.embedder === "builtin") return createBuiltinEmbedder({ threads });
  const [, model] = /^openai:(.+)$/u.exec(flags.embedder) ?? [];
  if (model !== undefined) {
    return createOpenAiEmbedder({
      model,
      apiKey: environment.keys.openAi,
      baseUrl: flags.baseUrl?.openai,
      persistence: {
        ...(flags.timeout === undefined ? {} : { timeoutMs: flags.timeout * 1000 }),
        ...(onRetry ? { onRetry } : {}),
      },
      signal,
    });
  }
  throw new UsageError(`there is no embedder "${flags.embedder}"`, {
    hint: "Known here: builtin, openai:MODEL.",
  });
}

function refuseUnknownModel(spec: string): void {
  if (/^(?:lexical$|(?:anthropic|openai|llama):.)/u.test(spec)) return;
  throw new UsageError(`there is no language model "${spec}"`, {
    hint: "Write anthropic:MODEL, openai:MODEL or llama:FILE.gguf; lexical is the analyst without a model.",
  });
}

/** Flags that only a language model can follow must not be passed over in silence. */
function refuseModelFlags(flags: ModelFlags): void {
  const given = (
    [
      // The first has a default; the second may be meant for the embedder.
      ...(flags.facetCalls === "one" ? [] : (["facetCalls"] as const)),
      ...(flags.embedder === "builtin" ? (["baseUrl"] as const) : []),
      ...(flags.redact === "off" ? (["redact"] as const) : []),
      "namer",
      "auditor",
      "requests",
      "naming",
      "facets",
      "temperature",
      "budget",
      "prices",
      "concurrency",
      "timeout",
      "batch",
      "batchPoll",
      "cache",
    ] as const
  ).find((name) => flags[name] !== undefined);
  if (given === undefined) return;
  throw new UsageError(`--${toFlag(given)} needs an analyst with a model, and the analyst is lexical`, {
    hint: "Give --analyst anthropic:MODEL, openai:MODEL or llama:FILE.gguf, or leave the flag out.",
  });
}

/** The name of an option as a person writes it: `baseUrl` is `base-url`. */
function toFlag(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** A summary of the user's own is of a whole conversation, which is one point then. Throws UsageError for more. */
function chooseRequests(
  { facetCalls, requests }: ModelFlags,
  ownFacets: readonly OwnFacet[],
  facet: string | undefined,
): number | undefined {
  if (facetCalls === "each" && requests !== undefined && requests > 1) {
    throw new UsageError(`--requests ${requests} does not go with --facet-calls each`, {
      hint: "Where each facet has a call of its own, a conversation has one request: leave one of the flags out.",
    });
  }
  if (!ownFacets.some(({ name }) => name === facet)) return requests;
  if (requests === undefined || requests === 1) return 1;
  throw new UsageError(
    `--requests ${requests} does not go with --facet ${facet}, which a conversation has once`,
    {
      hint: "Leave --requests out.",
    },
  );
}

async function closeAll(resources: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.all(resources.map((resource) => resource.close()));
}
