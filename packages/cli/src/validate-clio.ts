import {
  validateAnalysts,
  type Judge,
  type ValidationOptions,
  type ValidationReport,
  type ValidationSubject,
} from "@observatory/clio";
import { sha256, UsageError } from "@observatory/core";
import { join } from "node:path";
import type { CommandContext } from "./context.ts";
import { withoutModels, type ModelFlags } from "./models/model-options.ts";
import { openModels, type OpenedModels } from "./models/open-models.ts";
import { createBatchNotes } from "./terminal/batch-notes.ts";
import { createProgress } from "./terminal/progress.ts";
import { createRetryNotes } from "./terminal/retry-notes.ts";

export interface ClioValidationRequest extends Omit<ValidationOptions, "onEvent" | "signal" | "threads"> {
  /** What `--analyst` names. */
  readonly analysts: readonly string[];
  readonly judge?: string | undefined;
  /** All other flags of models; each analyst, and the judge, has them for itself. */
  readonly models: ModelFlags;
  readonly threads?: number | undefined;
}

/**
 * Measures analysts made from their names, progress drawn for a person, and everything closed at the end. Throws UsageError where a
 * model is named and nowhere is given to keep what it is paid for.
 */
export async function validateClioHere(
  { analysts, judge: judgeSpec, models: flags, ...request }: ClioValidationRequest,
  context: CommandContext,
): Promise<ValidationReport> {
  const { environment, paint, signal, writeError } = context;
  const { live, columns } = environment;
  const onEvent = createProgress({ write: writeError, live, columns, paint });
  const threads = request.threads ?? environment.threads;
  const specs = judgeSpec === undefined ? analysts : [...analysts, judgeSpec];
  const usesModels = specs.some((spec) => spec !== "lexical");
  if (usesModels && request.out === undefined) {
    throw new UsageError("answers of models need a place to be kept", { hint: "Give --out DIR." });
  }
  const opened: OpenedModels[] = [];
  const open = async (spec: string, role: string): Promise<OpenedModels> => {
    // Beside a model, its flags are not meant for the analyst without one.
    const own = spec === "lexical" && usesModels ? { ...withoutModels, embedder: flags.embedder } : flags;
    const out = join(request.out ?? "", "models", sha256(`${role} ${spec}`).slice(0, 16));
    const notes = { onRetry: createRetryNotes(onEvent), onBatch: createBatchNotes(onEvent) };
    const models = await openModels({ ...own, analyst: spec }, context, { out, threads, ...notes });
    opened.push(models);
    return models;
  };
  try {
    const judge = judgeSpec === undefined ? undefined : toJudge(judgeSpec, await open(judgeSpec, "judge"));
    const subjects: ValidationSubject[] = [];
    for (const label of analysts) {
      const { analyst, embedder } = await open(label, "analyst");
      subjects.push({ label, analyst, embedder, judge });
    }
    return await validateAnalysts(subjects, { ...request, threads, signal, onEvent });
  } finally {
    await Promise.all(opened.map((models) => models.close()));
  }
}

function toJudge(spec: string, { models, analyst }: OpenedModels): Judge {
  const [first] = models;
  if (first === undefined) {
    throw new UsageError(`${spec} cannot judge`, {
      hint: "Give --judge anthropic:MODEL, openai:MODEL or llama:FILE.gguf, or leave it out.",
    });
  }
  const usageOf = analyst.usageOf?.bind(analyst);
  return { model: first.model, ...(usageOf ? { usageOf } : {}) };
}
