import type { Command } from "@commander-js/extra-typings";
import type { CommandContext } from "../context.ts";
import { writeReport } from "../write-report.ts";

const help = `
Of a large benchmark the file holds the tables and a sample of the items, drawn from all cells, with their images;
observatory explore shows all of them.

Examples:
  $ observatory crepe report my-benchmark --out report.html`;

export function addCrepeReport(crepe: Command, context: CommandContext): void {
  crepe
    .command("report")
    .description("The page over a benchmark and its results as one file, to be opened by double click.")
    .argument("<benchmark>", "the directory of a benchmark")
    .requiredOption("--out <file>", "the HTML file to write")
    .addHelpText("after", help)
    .action((benchmark, { out }) => writeReport([benchmark], out, context));
}
