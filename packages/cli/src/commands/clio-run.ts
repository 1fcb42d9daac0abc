import { Option, type Command } from "@commander-js/extra-typings";
import { formatNames, presetNames } from "@observatory/clio/names";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { modelHelp, modelOptions, readModelFlags } from "../models/model-options.ts";
import { toPattern, wholeNumber } from "../options.ts";
import type { ClioRunResult } from "../run-clio.ts";
import { toReleaseLines } from "../terminal/release.ts";
import { toUsageLines } from "../terminal/usage.ts";

const help = `
Examples:
  $ observatory clio run chats.jsonl.gz --out my-run
  $ observatory clio run exports/ --out my-run --preset public
  $ observatory clio run chats.jsonl --out my-run --clusters 150 --seed 7 --json
  $ observatory clio run chats.jsonl --out my-run --analyst anthropic:claude-haiku-4-5 --budget 5
  $ observatory clio run chats.jsonl --out my-run --analyst openai:qwen3:8b --base-url http://localhost:11434/v1
  $ observatory clio run chats.jsonl --out my-run --analyst anthropic:claude-haiku-4-5 --facets facets.json --facet obstacle

The same command with the same --out goes on where it stopped; a changed flag redoes what depends on it.
my-run/release/ may be shown. my-run/private/ holds conversations: keep it to yourself.
${modelHelp}`;

export function addClioRun(clio: Command, context: CommandContext): void {
  const command = clio
    .command("run")
    .description("From conversations to a release: facets, clusters, names, a hierarchy, privacy.")
    .argument("<input...>", "files or directories; gzip is read as it is")
    .requiredOption("--out <run>", "the run directory")
    .addOption(
      new Option("--format <name>", "the format of all inputs; detected file by file if not given").choices(
        formatNames,
      ),
    )
    .option("--facet <name>", "the summary that is clustered: request, task or one of your own", "request")
    .addOption(
      new Option("--preset <name>", "what a cluster needs to be shown")
        .choices(presetNames)
        .default("explore" as const),
    )
    .option("--min-accounts <n>", "distinct accounts of a shown cluster", wholeNumber(2))
    .option("--min-conversations <n>", "distinct conversations of a shown cluster", wholeNumber(2))
    .option(
      "--clusters <k>",
      "base clusters; if not given, one per 100 conversations from 5,000 on, smaller ones below",
      wholeNumber(1),
    )
    .option("--levels <l>", "levels of the hierarchy; 1 to 3 by size if not given", wholeNumber(1))
    .option("--seed <n>", "the same seed gives the same release", wholeNumber(0), 0)
    .option(
      "--threads <n>",
      "threads; all cores if not given. The release does not depend on it",
      wholeNumber(1),
    )
    .addOption(
      new Option("--screen <question>", "keep only conversations for which a model says yes").conflicts(
        "screenPattern",
      ),
    )
    .option("--screen-pattern <regex>", "keep only conversations that match, case aside", toPattern)
    .option("--json", "the release and the loss report as JSON on standard output")
    .addHelpText("after", help)
    .action(async (inputs, { json, screen: question, screenPattern: pattern, ...flags }, command) => {
      const { runClioHere } = await import("../run-clio.ts");
      const models = readModelFlags(command.opts());
      const screen = pattern ? { pattern } : question === undefined ? undefined : { question };
      const report = await runClioHere(inputs, { ...flags, screen, models }, context);
      if (json) return writeJson(context, report);
      const { describeLosses } = await import("@observatory/clio");
      return writeLines(context, describeRun(report, describeLosses(report.losses), context));
    });
  for (const option of modelOptions) command.addOption(option);
}

function describeRun(
  { release, out, usage, priced }: ClioRunResult,
  losses: readonly string[],
  { paint, environment }: CommandContext,
): string[] {
  return [
    "",
    ...losses,
    "",
    ...toReleaseLines(release, { depth: 1, columns: environment.columns, paint }),
    ...[toUsageLines(usage, { priced })].flatMap((lines) => (lines.length === 0 ? [] : ["", ...lines])),
    "",
    `The whole tree: ${paint("cyan", `npx observatory clio tree ${out} --depth 3`)}`,
  ];
}
