import type { EstimateRunOptions } from "./estimate-run.ts";
import type { StageEstimate } from "./run-estimate.ts";
import { typicalShares } from "./typical-lengths.ts";

/** What an estimate takes for granted, in sentences. */
export function describeAssumptions(
  stages: readonly StageEstimate[],
  { screen, facetCalls }: Pick<EstimateRunOptions, "screen" | "facetCalls">,
): readonly string[] {
  const bases = new Set(stages.map(({ basis }) => basis));
  return [
    `Answers are of typical length, and ${100 * typicalShares.repaired} % of them are asked for again.`,
    ...(bases.has("stand-ins")
      ? [
          "Clusters are guessed from the words of the conversations; what models write about them has typical lengths.",
        ]
      : []),
    ...(bases.has("sampled") ? ["Prompts were counted on a random sample of the conversations."] : []),
    ...(bases.has("earlier-calls") ? ["Where this run has asked before, its tokens a call are taken."] : []),
    ...(screen?.question === undefined
      ? []
      : ["Every conversation is taken to pass the question of the screen."]),
    facetCalls === "each"
      ? "Nothing is read from a provider's cache, though most of what asks for the second facet and on could be."
      : "Nothing is read from a provider's cache.",
    "Nothing is taken off for answers that are kept already (in the run, or by --cache): they are free.",
    "Tokens are estimated as the provider of each model counts them.",
  ];
}
