import { parseGlossary, parseKnownPrompts, runClio, type ClioRunReport } from "@observatory/clio";
import type { Json, ModelPrice } from "@observatory/core";
import { confirmSpending } from "./confirm-spending.ts";
import type { CommandContext } from "./context.ts";
import type { ModelFlags } from "./models/model-options.ts";
import { openModels, type OpenedModels } from "./models/open-models.ts";
import type { RunFlags } from "./run-options.ts";
import { createProgress } from "./terminal/progress.ts";
import { createBatchNotes } from "./terminal/batch-notes.ts";
import { createRetryNotes } from "./terminal/retry-notes.ts";
import { readTextFile } from "./read-text-file.ts";
import { createReportWriter } from "./create-report-writer.ts";

export interface ClioRunRequest extends RunFlags {
  readonly out: string;
  readonly models: ModelFlags;
}

export interface ClioRunResult extends ClioRunReport {
  /** Whether the price of every model is known. */
  readonly priced: boolean;
  /** Whether many words wait for a review before names may use them. */
  readonly hasUnreviewedWords: boolean;
}

/** Runs Clio with models made from their names, progress drawn for a person, and everything closed at the end. */
export async function runClioHere(
  inputs: readonly string[],
  { models: flags, ...request }: ClioRunRequest,
  context: CommandContext,
): Promise<ClioRunResult> {
  const { environment, paint, signal, writeError } = context;
  const { live, columns } = environment;
  const draw = createProgress({ write: writeError, live, columns, paint });
  let hasUnreviewedWords = false;
  const onEvent: typeof draw = (event) => {
    if (event.type === "warning" && event.code === "unreviewed-words") hasUnreviewedWords = true;
    draw(event);
  };
  const { out, facet, preset, terms, knownPrompts } = request;
  const glossary = terms === undefined ? undefined : parseGlossary(await readTextFile(terms, "terms"));
  const prompts =
    knownPrompts === undefined
      ? undefined
      : parseKnownPrompts(await readTextFile(knownPrompts, "known prompts"));
  const report = await createReportWriter();
  const threads = request.threads ?? environment.threads;
  const models = await openModels(flags, context, {
    out,
    facet,
    preset,
    threads,
    onRetry: createRetryNotes(onEvent),
    onBatch: createBatchNotes(onEvent),
  });
  try {
    const { analyst, embedder } = models;
    await confirmSpending(inputs, request, { flags, opened: models }, context);
    const notes = describeModels(flags, models);
    const result = await runClio(inputs, {
      ...request,
      ...report,
      glossary,
      prompts,
      analyst,
      embedder,
      threads,
      notes,
      signal,
      onEvent,
    });
    const priced = models.models.every(({ price }) => price !== null);
    return { ...result, priced, hasUnreviewedWords };
  } finally {
    await models.close();
  }
}

/** What `run.json` keeps of models: who did what, at which price. */
function describeModels(flags: ModelFlags, { analyst, models }: OpenedModels): Record<string, Json> {
  if (models.length === 0) return {};
  return {
    models: Object.fromEntries(
      models.map(({ role, model, price }) => [role, { id: model.id, price: price && toPlainPrice(price) }]),
    ),
    facetCalls: flags.facetCalls,
    requests: flags.requests ?? null,
    naming: analyst.naming,
    temperatures: { ...flags.temperature },
    redact: flags.redact ?? "on",
    batch: flags.batch ?? false,
    budgetUsd: flags.budget ?? null,
  };
}

function toPlainPrice({ longPrompt, ...price }: ModelPrice): Json {
  return longPrompt === undefined ? { ...price } : { ...price, longPrompt: { ...longPrompt } };
}
