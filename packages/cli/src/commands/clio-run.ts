import type { Command } from "@commander-js/extra-typings";
import { join } from "node:path";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { modelHelp, modelOptions, readModelFlags } from "../models/model-options.ts";
import type { ClioRunResult } from "../run-clio.ts";
import { readRunFlags, runOptions } from "../run-options.ts";
import { toReleaseLines } from "../terminal/release.ts";
import { toUsageLines } from "../terminal/usage.ts";

const help = `
Examples:
  $ observatory clio run chats.jsonl.gz --out my-run
  $ observatory clio run export.zip 'logs/**/*.jsonl' --out my-run --preset public
  $ zcat chats.jsonl.gz | observatory clio run - --out my-run             # the same bytes again: goes on
  $ observatory clio run chats.jsonl --out my-run --clusters 150 --seed 7 --json
  $ observatory clio run june.jsonl --out june --project my-project       # may, june, july ... about the same people
  $ observatory clio terms my-run > words.txt                             # read it, delete what is not harmless, then
  $ observatory clio run chats.jsonl --out my-run --terms words.txt
  $ observatory clio run chats.jsonl --out my-run --epsilon 2 --project my-project --epsilon-limit 6
  $ observatory clio run chats.jsonl --out my-run --analyst anthropic:claude-haiku-4-5 --budget 5
  $ observatory clio run chats.jsonl --out my-run --analyst openai:qwen3:8b --base-url http://localhost:11434/v1
  $ observatory clio run chats.jsonl --out my-run --analyst anthropic:claude-haiku-4-5 --facets facets.json --facet obstacle
  $ observatory clio run chats.jsonl --out my-run --analyst anthropic:claude-haiku-4-5 --naming phrases
  $ observatory clio run chats.jsonl --out my-run --analyst llama:model.gguf --redact off     # nothing leaves the machine

Releases about the same people belong into one --project (a run's own, where none is given): a later one keeps ids, names
and numbers that have hardly moved, and where fewer accounts than may be told apart are new, the last one is published again.

With --epsilon every number has noise, and there are no counts by facet or over time; --delta, --epsilon-limit, --privacy-unit
and --public-term belong to it.

The same command with the same --out goes on where it stopped; a changed flag redoes what depends on it.
my-run/release/ may be shown. my-run/private/ holds conversations: keep it to yourself.
${modelHelp}`;

export function addClioRun(clio: Command, context: CommandContext): void {
  const command = clio
    .command("run")
    .description("From conversations to a release: facets, clusters, names, a hierarchy, privacy.")
    .argument(
      "<input...>",
      "files, directories, patterns, or - for standard input; zip, gzip and zstd are read as they are",
    )
    .requiredOption("--out <run>", "the run directory")
    .option("--json", "the release and the loss report as JSON on standard output")
    .addHelpText("after", help)
    .action(async (given, { json, out }, command) => {
      const { runClioHere } = await import("../run-clio.ts");
      const { openInputs } = await import("../open-inputs.ts");
      const models = readModelFlags(command.opts());
      await using inputs = await openInputs(given, context);
      const report = await runClioHere(
        inputs.paths,
        { ...readRunFlags(command.opts()), out, models },
        context,
      );
      // How many conversations were read is exact, and so no part of what may be shown under differential privacy.
      if (json && report.release.release.epsilon !== null)
        return writeJson(context, { release: report.release, out });
      if (json) return writeJson(context, report);
      const { describeLosses } = await import("@observatory/clio");
      return writeLines(context, describeRun(report, describeLosses(report.losses), context));
    });
  for (const option of [...runOptions, ...modelOptions]) command.addOption(option);
}

function describeRun(
  { release, out, usage, priced, hasUnreviewedWords }: ClioRunResult,
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
    `Look at it: ${paint("cyan", `npx observatory explore ${out}`)}, or open ${join(out, "release", "report.html")}`,
    `The whole tree: ${paint("cyan", `npx observatory clio tree ${out} --depth 3`)}`,
    ...(hasUnreviewedWords
      ? [
          `Better names: ${paint("cyan", `npx observatory clio terms ${out} > words.txt`)}, delete what is not harmless, then the same run with --terms words.txt`,
        ]
      : []),
  ];
}
