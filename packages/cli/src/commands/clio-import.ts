import { Option, type Command } from "@commander-js/extra-typings";
import { formatNames } from "@observatory/clio/names";
import { dirname } from "node:path";
import { openLossLog } from "../open-loss-log.ts";
import { mapOption } from "../run-options.ts";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { createProgress } from "../terminal/progress.ts";

const help = `
Examples:
  $ observatory clio import exports/ --out chats.jsonl
  $ observatory clio import export.zip 'logs/**/*.jsonl.gz' --out chats.jsonl
  $ zcat chats.jsonl.gz | observatory clio import - --out chats.jsonl
  $ observatory clio import support.csv --out chats.jsonl --map user=question,assistant=answer,account=uid,time=ts
  $ observatory clio import log.parquet --out chats.jsonl --map conversation=chat_id,role=sender,content=text,time=at
  $ observatory clio import exports/ --out chats.jsonl --losses losses.jsonl --json

With conversation, all rows of one value are one conversation. A column inside another is named with a full stop (input.text).`;

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
    .addOption(mapOption())
    .option(
      "--losses <file>",
      "where to write every loss as JSON lines, not the first five of each reason alone",
    )
    .option("--json", "the loss report as JSON on standard output")
    .addHelpText("after", help)
    .action(async (given, { out, format, map, losses: lossFile, json }) => {
      const { describeLosses, importConversations, writeConversations } = await import("@observatory/clio");
      const { writeFileAtomic } = await import("@observatory/store");
      const { openInputs } = await import("../open-inputs.ts");
      const { signal } = context;
      await using inputs = await openInputs(given, context);
      const lossLog = lossFile === undefined ? undefined : openLossLog(lossFile);
      const source = importConversations(inputs.paths, {
        signal,
        workDirectory: dirname(out),
        ...(format === undefined ? {} : { format }),
        ...(map === undefined ? {} : { map }),
        ...(lossLog === undefined ? {} : { onLoss: lossLog.add }),
      });
      try {
        const counted = withProgress(source.conversations, context);
        await writeFileAtomic(out, writeConversations(counted), { mode: 0o600 });
      } finally {
        lossLog?.close();
      }
      const losses = source.losses();
      if (json) return writeJson(context, losses);
      return writeLines(context, describeLosses(losses));
    });
}

/** The same conversations; how many have passed is drawn for a person. */
async function* withProgress<T>(
  conversations: AsyncIterable<T>,
  { environment: { live, columns }, paint, writeError: write }: CommandContext,
): AsyncGenerator<T> {
  const draw = createProgress({ write, live, columns, paint });
  const stage = "import";
  let done = 0;
  draw({ type: "stage-start", stage, total: null });
  try {
    for await (const conversation of conversations) {
      yield conversation;
      if (++done % 1000 === 0) draw({ type: "stage-progress", stage, done, total: null });
    }
  } finally {
    draw({ type: "run-end", status: "done" });
  }
}
