import { estimateRun } from "@observatory/clio";
import { pricesDate } from "@observatory/models";
import { agreeToSpend } from "./agree-to-spend.ts";
import type { CommandContext } from "./context.ts";
import { toEstimateOptions } from "./estimate-clio.ts";
import type { ModelFlags } from "./models/model-options.ts";
import type { OpenedModels } from "./models/open-models.ts";
import type { RunFlags } from "./run-options.ts";
import { describeEstimate } from "./terminal/describe-estimate.ts";

/** Lets a person see what a run would take before it takes it. Throws as {@link agreeToSpend} does. */
export async function confirmSpending(
  inputs: readonly string[],
  request: RunFlags & { readonly out: string },
  { flags, opened }: { readonly flags: ModelFlags; readonly opened: OpenedModels },
  context: CommandContext,
): Promise<void> {
  const { paint, signal } = context;
  await agreeToSpend(
    {
      flags,
      prices: opened.models.map(({ price }) => price),
      refusal: {
        message: "this run asks a provider that has to be paid, and nobody is here to agree to it",
        hint: "See the price by clio estimate with the same flags; then give --budget USD, or --yes.",
      },
      describe: async () => {
        const estimate = await estimateRun(inputs, {
          ...request,
          ...toEstimateOptions(flags, opened),
          signal,
        });
        return describeEstimate(estimate, { paint, pricesDate, embedder: flags.embedder });
      },
    },
    context,
  );
}
