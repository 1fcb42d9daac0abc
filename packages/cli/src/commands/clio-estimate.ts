import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { modelHelp, modelOptions, readModelFlags } from "../models/model-options.ts";
import { readRunFlags, runOptions } from "../run-options.ts";

const help = `
Examples:
  $ observatory clio estimate chats.jsonl.gz --analyst anthropic:claude-haiku-4-5
  $ observatory clio estimate chats.jsonl --analyst openai:gpt-5-mini --namer openai:gpt-5 --batch --json

It takes the flags of clio run, makes no call and needs no key. With --out it goes by what an earlier attempt in that run
directory used. Reading the conversations takes a few seconds for each ten thousand.
${modelHelp}`;

export function addClioEstimate(clio: Command, context: CommandContext): void {
  const command = clio
    .command("estimate")
    .description("What a run with language models would take: calls, tokens and money for each stage.")
    .argument(
      "<input...>",
      "files, directories, patterns, or - for standard input; zip, gzip and zstd are read as they are",
    )
    .option("--out <run>", "the run directory, if the run has begun")
    .option("--json", "the estimate as JSON on standard output")
    .addHelpText("after", help)
    .action(async (given, { json, out }, command) => {
      const { estimateClioHere } = await import("../estimate-clio.ts");
      const { openInputs } = await import("../open-inputs.ts");
      const models = readModelFlags(command.opts());
      await using inputs = await openInputs(given, context);
      const estimate = await estimateClioHere(
        inputs.paths,
        { ...readRunFlags(command.opts()), out, models },
        context,
      );
      const { pricesDate } = await import("@observatory/models");
      if (json) return writeJson(context, { ...estimate, pricesDate });
      const { describeEstimate } = await import("../terminal/describe-estimate.ts");
      const { paint } = context;
      const lines = describeEstimate(estimate, { paint, pricesDate, embedder: models.embedder });
      return writeLines(context, ["", ...lines]);
    });
  for (const option of [...runOptions, ...modelOptions]) command.addOption(option);
}
