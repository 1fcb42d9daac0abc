import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";

const help = `
R@1 is the share of items whose true caption comes first among its negatives; equal scores are split. Intervals hold
95 % and are clustered by image. What is found goes to BENCH/results/, one file a scorer.

Scorers, as yet:
  chance   every caption the same
  blind    every blind probe and the mixture of them all: what a model has to beat

Example:
  $ observatory crepe evaluate bench --scorer chance --scorer blind`;

export function addCrepeEvaluate(crepe: Command, context: CommandContext): void {
  crepe
    .command("evaluate")
    .description("How often scorers find the true caption, per type of negatives and complexity.")
    .argument("<bench>", "directory of a benchmark")
    .requiredOption("--scorer <id...>", "what gives the scores; may be repeated")
    .option("--seed <n>", "seed of the bootstrap", wholeNumber(0), 0)
    .option("--resamples <n>", "bootstrap resamples for the intervals", wholeNumber(20), 1_000)
    .option("--json", "heads of the results as JSON on standard output")
    .addHelpText("after", help)
    .action(async (bench, { scorer: scorers, seed, resamples, json }) => {
      const { describeResults, evaluateBlind } = await import("@observatory/crepe");
      const heads = [];
      for await (const { path, results } of evaluateBlind(bench, {
        scorers,
        seed,
        resamples,
        signal: context.signal,
      })) {
        const { rows: _, ...head } = results;
        heads.push({ path, ...head });
        if (!json) writeLines(context, describeResults(head));
      }
      if (json) return writeJson(context, heads);
      writeLines(context, ["", `Next: observatory explore ${bench}`]);
    });
}
