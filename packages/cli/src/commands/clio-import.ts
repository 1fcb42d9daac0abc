import { Option, type Command } from "@commander-js/extra-typings";
import { formatNames } from "@observatory/clio/names";
import { writeJson, writeLines, type CommandContext } from "../context.ts";

const help = `
Examples:
  $ observatory clio import exports/ --out chats.jsonl
  $ observatory clio import export.zip 'logs/**/*.jsonl.gz' --out chats.jsonl
  $ zcat chats.jsonl.gz | observatory clio import - --out chats.jsonl`;

export function addClioImport(clio: Command, context: CommandContext): void {
  clio
    .command("import")
    .description("Convert conversations to the own format and report what was lost. The output is private.")
    .argument(
      "<input...>",
      "files, directories, patterns, or - for standard input; zip, gzip and zstd are read as they are",
    )
    .requiredOption("--out <file>", "where to write JSON lines, readable by you alone")
    .addOption(
      new Option("--format <name>", "the format of all inputs; detected file by file if not given").choices(
        formatNames,
      ),
    )
    .option("--json", "the loss report as JSON on standard output")
    .addHelpText("after", help)
    .action(async (given, { out, format, json }) => {
      const { describeLosses, importConversations, writeConversations } = await import("@observatory/clio");
      const { writeFileAtomic } = await import("@observatory/store");
      const { openInputs } = await import("../open-inputs.ts");
      const { signal } = context;
      await using inputs = await openInputs(given, context);
      const source = importConversations(inputs.paths, {
        signal,
        ...(format === undefined ? {} : { format }),
      });
      await writeFileAtomic(out, writeConversations(source.conversations), { mode: 0o600 });
      const losses = source.losses();
      if (json) return writeJson(context, losses);
      return writeLines(context, describeLosses(losses));
    });
}
