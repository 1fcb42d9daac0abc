import { estimateRun } from "@observatory/clio";
import { UsageError } from "@observatory/core";
import { pricesDate } from "@observatory/models";
import { createInterface } from "node:readline/promises";
import { writeLines, type CommandContext } from "./context.ts";
import { toEstimateOptions } from "./estimate-clio.ts";
import type { ModelFlags } from "./models/model-options.ts";
import type { OpenedModels } from "./models/open-models.ts";
import type { RunFlags } from "./run-options.ts";
import { describeEstimate } from "./terminal/describe-estimate.ts";

/**
 * Lets a person see what a run would take before it takes it. Nothing is asked where nothing is paid, where `--yes` or a
 * `--budget` was given. Throws UsageError where nobody can be asked, and where the answer is no.
 */
export async function confirmSpending(
  inputs: readonly string[],
  request: RunFlags & { readonly out: string },
  { flags, opened }: { readonly flags: ModelFlags; readonly opened: OpenedModels },
  context: CommandContext,
): Promise<void> {
  const isPaid = opened.models.some(({ price }) => price === null || price.input > 0 || price.output > 0);
  if (!isPaid || flags.yes === true || flags.budget !== undefined) return;
  if (!context.environment.interactive) {
    throw new UsageError("this run asks a provider that has to be paid, and nobody is here to agree to it", {
      hint: "See the price by clio estimate with the same flags; then give --budget USD, or --yes.",
    });
  }
  const { paint, signal } = context;
  const estimate = await estimateRun(inputs, { ...request, ...toEstimateOptions(flags, opened), signal });
  const { embedder } = flags;
  writeLines(context, ["", ...describeEstimate(estimate, { paint, pricesDate, embedder }), ""]);
  if (await askPerson("Go on? [y/N] ", signal)) return;
  throw new UsageError("nothing was done", {
    hint: "--yes goes on without asking, --budget USD bounds the price.",
  });
}

async function askPerson(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*y(?:es)?\s*$/iu.test(await lines.question(question, { signal }));
  } finally {
    lines.close();
  }
}
