import {
  validateAnalysts,
  type ValidationOptions,
  type ValidationReport,
  type ValidationSubject,
} from "@observatory/clio";
import type { CommandContext } from "./context.ts";
import { createAnalyst, createEmbedder, createJudge } from "./models.ts";
import { createProgress } from "./terminal/progress.ts";

export interface ClioValidationRequest extends Omit<ValidationOptions, "onEvent" | "signal" | "threads"> {
  readonly analystNames: readonly string[];
  readonly embedderName: string;
  readonly judgeName?: string | undefined;
  readonly threads?: number | undefined;
}

/** Measures analysts made from their names, progress drawn for a person, and everything closed at the end. */
export async function validateClioHere(
  request: ClioValidationRequest,
  context: CommandContext,
): Promise<ValidationReport> {
  const { environment, paint, signal, writeError } = context;
  const { analystNames, embedderName, judgeName, ...options } = request;
  const threads = request.threads ?? environment.threads;
  const { live, columns } = environment;
  const subjects: ValidationSubject[] = [];
  const embedder = createEmbedder(embedderName, { threads });
  const judge = judgeName === undefined ? undefined : createJudge(judgeName, { threads });
  try {
    for (const name of analystNames)
      subjects.push({ label: name, analyst: createAnalyst(name, { threads }), embedder, judge });
    return await validateAnalysts(subjects, {
      ...options,
      threads,
      signal,
      onEvent: createProgress({ write: writeError, live, columns, paint }),
    });
  } finally {
    await Promise.all([
      ...subjects.map(({ analyst }) => analyst.close()),
      embedder.close(),
      judge?.model.close(),
    ]);
  }
}
