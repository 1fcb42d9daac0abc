import { runClio, type ClioRunOptions, type ClioRunReport } from "@observatory/clio";
import type { CommandContext } from "./context.ts";
import type { ModelFlags } from "./models/model-options.ts";
import { openModels } from "./models/open-models.ts";
import { createProgress } from "./terminal/progress.ts";
import { createRetryNotes } from "./terminal/retry-notes.ts";

export interface ClioRunRequest extends Omit<
  ClioRunOptions,
  "analyst" | "embedder" | "onEvent" | "signal" | "threads"
> {
  readonly models: ModelFlags;
  readonly threads?: number | undefined;
}

/** Runs Clio with models made from their names, progress drawn for a person, and everything closed at the end. */
export async function runClioHere(
  inputs: readonly string[],
  { models: flags, ...request }: ClioRunRequest,
  context: CommandContext,
): Promise<ClioRunReport> {
  const { environment, paint, signal, writeError } = context;
  const { live, columns } = environment;
  const onEvent = createProgress({ write: writeError, live, columns, paint });
  const { out, facet } = request;
  const threads = request.threads ?? environment.threads;
  const models = await openModels(flags, context, {
    out,
    facet,
    threads,
    onRetry: createRetryNotes(onEvent),
  });
  try {
    const { analyst, embedder } = models;
    return await runClio(inputs, { ...request, analyst, embedder, threads, signal, onEvent });
  } finally {
    await models.close();
  }
}
