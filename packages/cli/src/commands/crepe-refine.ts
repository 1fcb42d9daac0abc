import { Option, type Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";

const help = `
Chooses negatives, and drops rows where that is not enough, so that no blind probe is off chance. Cells in which one
still is are left out whole.
  uniform         every rank of the true caption is as frequent as any other
  first           only R@1 is at chance; keeps more rows
  symmetric-bins  SugarCrepe's algorithm, for one negative

Examples:
  $ observatory crepe refine bench --out bench-3 --negatives 3
  $ observatory crepe refine replace_att.json --out refined`;

export function addCrepeRefine(crepe: Command, context: CommandContext): void {
  crepe
    .command("refine")
    .description("A copy of a benchmark that cannot be solved without its images.")
    .argument("<benchmark>", "a benchmark's directory, or one file of any known format")
    .requiredOption("--out <dir>", "where to write; the original stays")
    .option("--negatives <k>", "negatives of each row; five, or as many as there are", wholeNumber(1))
    .addOption(
      new Option("--method <name>", "what is balanced").choices([
        "uniform",
        "first",
        "symmetric-bins",
      ] as const),
    )
    .option("--seed <n>", "the same seed gives the same choice", wholeNumber(0), 0)
    .option("--keep-leaks", "keep cells that leak after refining")
    .option("--json", "the report as JSON on standard output")
    .addHelpText("after", help)
    .action(async (benchmark, { json, ...options }) => {
      const { describeRefinement, refineBenchmark } = await import("@observatory/crepe");
      const refined = await refineBenchmark(benchmark, { ...options, signal: context.signal });
      if (json) return writeJson(context, refined);
      return writeLines(context, [
        ...describeRefinement(refined.report),
        "",
        `Written to ${options.out}: ${refined.files.join(", ")}, audit.json`,
      ]);
    });
}
