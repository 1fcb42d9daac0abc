import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { formatCount } from "../terminal/format.ts";
import { createProgress } from "../terminal/progress.ts";

const help = `
Reads JSON lines, CSV, TSV, Parquet and plain lines, gzip too, of any size; the same command goes on where it stopped.

Examples:
  $ observatory crepe vocabulary cc12m.tsv.gz --column 1 --out cc12m.parquet
  $ observatory crepe vocabulary captions.jsonl --column caption --out mine.parquet`;

export function addCrepeVocabulary(crepe: Command, context: CommandContext): void {
  crepe
    .command("vocabulary")
    .description("What a training set says: its objects, attributes, relations and compounds, counted.")
    .argument("<captions...>", "files of captions")
    .requiredOption("--out <file>", "the Parquet file to write; a .json comes beside it")
    .option("--column <c>", "the captions' column, by name, or by index from 0; a usual name is looked for")
    .option("--threads <n>", "threads; all cores if not given", wholeNumber(1))
    .option("--json", "the summary as JSON on standard output")
    .addHelpText("after", help)
    .action(async (captions, { out, column, threads, json }) => {
      const { buildVocabulary } = await import("@observatory/crepe");
      const { environment, paint, signal, writeError } = context;
      const { live, columns } = environment;
      const summary = await buildVocabulary(captions, {
        out,
        column: column !== undefined && /^\d+$/u.test(column) ? Number(column) : column,
        threads: threads ?? environment.threads,
        signal,
        onEvent: createProgress({ write: writeError, live, columns, paint }),
      });
      if (json) return writeJson(context, summary);
      const lost = Object.entries(summary.losses).map(([reason, count]) => `${reason} ${formatCount(count)}`);
      return writeLines(context, [
        `${formatCount(summary.captions)} captions in ${summary.path}`,
        ...Object.entries(summary.entries).map(
          ([kind, count]) => `  ${kind}: ${formatCount(count)} different`,
        ),
        ...(lost.length === 0 ? [] : [`Lost: ${lost.join(", ")}`]),
      ]);
    });
}
