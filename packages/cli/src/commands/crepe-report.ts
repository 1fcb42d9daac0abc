import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";

const help = `
Compares what is in results/: R@1 with intervals by image, the gain over the best blind probe (the score that counts),
seen with unseen combinations, complexity, and scorers with each other on the rows that both have. Several outputs may
be asked for at once; tables are shown where none is. docs/crepe-metrics.md says what each number is, and what --json holds.

The HTML file is the page over the benchmark. Of a large one it holds the tables and a sample of the items, drawn from
all cells, with their images; observatory explore shows all of them.

Examples:
  $ observatory crepe report my-benchmark
  $ observatory crepe report my-benchmark --markdown scores.md --out report.html
  $ observatory crepe report swap_obj.json --results sugar --images val2017 --out sugar.html`;

export function addCrepeReport(crepe: Command, context: CommandContext): void {
  crepe
    .command("report")
    .description(
      "What scorers reach on a benchmark, compared: tables, JSON, Markdown, or the page as one file.",
    )
    .argument("<bench...>", "the directory of a benchmark, or the files that were evaluated")
    .option("--results <dir>", "where crepe evaluate wrote results/, where that is not BENCH")
    .option("--images <dir>", "images of released files, to be shown on the page")
    .option("--markdown <file>", "write all tables as Markdown")
    .option("--out <file>", "write the page as one HTML file, to be opened by double click")
    .option("--json", "the whole report as JSON on standard output")
    .option("--all", "show tables of detail too: gains by part, dose, all pairs of scorers")
    .option("--seed <n>", "seed of the bootstrap", wholeNumber(0), 0)
    .option("--resamples <n>", "bootstrap resamples for the intervals", wholeNumber(20), 1_000)
    .addHelpText("after", help)
    .action(async (paths, { out, markdown, json, all = false, images, ...options }) => {
      const { environment, paint, signal } = context;
      const showsTables = json !== true && markdown === undefined && out === undefined;
      if (json === true || markdown !== undefined || showsTables) {
        const { loadReport, requireResults, toMarkdown } = await import("@observatory/crepe");
        const report = await loadReport(paths, { ...options, signal });
        requireResults(report, paths);
        if (json === true) writeJson(context, report);
        if (markdown !== undefined) {
          const { writeFileAtomic } = await import("@observatory/store");
          await writeFileAtomic(markdown, toMarkdown(report));
          writeLines(context, [`${markdown}: all tables as Markdown`]);
        }
        if (showsTables) {
          const { toCrepeReportLines } = await import("../terminal/crepe-report.ts");
          const lines = toCrepeReportLines(report, { columns: environment.columns, paint, all });
          context.writeOut(`${lines.join("\n")}\n`);
        }
      }
      if (out !== undefined) {
        const { writeFilesReport, writeReport } = await import("../write-report.ts");
        const { isBenchmark } = await import("@observatory/crepe");
        const areBenchmarks = await Promise.all(paths.map(isBenchmark));
        if (areBenchmarks.every(Boolean) && options.results === undefined)
          await writeReport(paths, out, context);
        else await writeFilesReport(paths, out, { results: options.results, images }, context);
      }
    });
}
