import { Option, type Command } from "@commander-js/extra-typings";
import { synthLanguageCodes } from "@observatory/clio/names";
import { writeJson, type CommandContext } from "../context.ts";
import { modelHelp, modelOptions, readModelFlags } from "../models/model-options.ts";
import { wholeNumber } from "../options.ts";

const help = `
What is measured, on synthetic conversations and made-up names only:
  categories  each conversation's request is put into one of the true categories
  summaries   does the request say what its conversation is about?   needs --judge
  titles      do members belong under the name of their cluster?     needs --judge
  auditor     does it know names that give somebody away from others?

Intervals hold 95 % (Wilson). Chance is one category of all, and always the most frequent one.
The flags of models are each analyst's own, and the judge's: a budget of 5 with two analysts and a judge is 15 at most.

Examples:
  $ observatory clio validate
  $ observatory clio validate --conversations 2000 --languages en es --json
  $ observatory clio validate --analyst lexical anthropic:MODEL --judge openai:MODEL --out validation --budget 5
${modelHelp}`;

export function addClioValidate(clio: Command, context: CommandContext): void {
  const command = clio
    .command("validate")
    .description("How good analysts are where the truth is known: accuracy, fit, calibration, cost.")
    .option("--analyst <spec...>", "who is measured; several are compared", ["lexical"])
    .option("--judge <spec>", "the model that judges summaries and titles")
    .option("--conversations <n>", "size of the synthetic corpus", wholeNumber(1), 400)
    .addOption(
      new Option("--languages <code...>", "languages to write in; all if not given").choices(
        synthLanguageCodes,
      ),
    )
    .option("--judged <n>", "summaries, and as many titles, that the judge sees", wholeNumber(1), 200)
    .option("--seed <n>", "the same seed gives the same corpus and samples", wholeNumber(0), 0)
    .option("--out <dir>", "where runs and answers are kept, so that they are not paid for again")
    .option("--threads <n>", "threads; all cores if not given", wholeNumber(1))
    .option("--json", "the report as JSON on standard output")
    .addHelpText("after", help)
    .action(async ({ analyst: analysts, json, ...flags }, command) => {
      const { validateClioHere } = await import("../validate-clio.ts");
      const models = readModelFlags({ ...command.opts(), analyst: "lexical" });
      const report = await validateClioHere({ ...flags, analysts, models }, context);
      if (json) return writeJson(context, report);
      const { toValidationLines } = await import("../terminal/validation.ts");
      return context.writeOut(`${toValidationLines(report, context.paint).join("\n")}\n`);
    });
  for (const option of modelOptions) if (option.attributeName() !== "analyst") command.addOption(option);
}
