import { runClio, type ClioRunOptions, type ClioRunReport } from "@observatory/clio";
import type { CommandContext } from "./context.ts";
import { createAnalyst, createEmbedder } from "./models/create-models.ts";
import { createProgress } from "./terminal/progress.ts";

export interface ClioRunRequest extends Omit<
  ClioRunOptions,
  "analyst" | "embedder" | "onEvent" | "signal" | "threads"
> {
  readonly analystName: string;
  readonly embedderName: string;
  readonly threads?: number | undefined;
}

/** Runs Clio with models made from their names, progress drawn for a person, and everything closed at the end. */
export async function runClioHere(
  inputs: readonly string[],
  request: ClioRunRequest,
  context: CommandContext,
): Promise<ClioRunReport> {
  const { environment, paint, signal, writeError } = context;
  const threads = request.threads ?? environment.threads;
  const { analystName, embedderName, ...options } = request;
  const analyst = createAnalyst(analystName, { threads });
  const embedder = createEmbedder(embedderName, { threads });
  const { live, columns } = environment;
  try {
    return await runClio(inputs, {
      ...options,
      analyst,
      embedder,
      threads,
      signal,
      onEvent: createProgress({ write: writeError, live, columns, paint }),
    });
  } finally {
    await Promise.all([analyst.close(), embedder.close()]);
  }
}
