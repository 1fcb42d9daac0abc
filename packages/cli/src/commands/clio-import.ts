import { Option, type Command } from "@commander-js/extra-typings";
import { formatNames } from "@observatory/clio/names";
import { writeJson, writeLines, type CommandContext } from "../context.ts";

export function addClioImport(clio: Command, context: CommandContext): void {
  clio
    .command("import")
    .description("Convert conversations to the own format and report what was lost. The output is private.")
    .argument("<input...>", "files or directories; gzip is read as it is")
    .requiredOption("--out <file>", "where to write JSON lines, readable by you alone")
    .addOption(
      new Option("--format <name>", "the format of all inputs; detected file by file if not given").choices(
        formatNames,
      ),
    )
    .option("--json", "the loss report as JSON on standard output")
    .addHelpText("after", "\nExample:\n  $ observatory clio import exports/ --out chats.jsonl")
    .action(async (inputs, { out, format, json }) => {
      const { describeLosses, importConversations, writeConversations } = await import("@observatory/clio");
      const { writeFileAtomic } = await import("@observatory/store");
      const { signal } = context;
      const source = importConversations(inputs, { signal, ...(format === undefined ? {} : { format }) });
      await writeFileAtomic(out, writeConversations(source.conversations), { mode: 0o600 });
      const losses = source.losses();
      if (json) return writeJson(context, losses);
      return writeLines(context, describeLosses(losses));
    });
}
