import type { Command } from "@commander-js/extra-typings";
import type { CommandContext } from "../context.ts";
import { writeReport } from "../write-report.ts";

const help = `
Every run writes such a file for itself: my-run/release/report.html. This one can hold several runs, which the reader
switches between and compares, and shows runs of earlier versions in the present page.

Examples:
  $ observatory clio report my-run --out report.html
  $ observatory clio report june july --out june-and-july.html`;

export function addClioReport(clio: Command, context: CommandContext): void {
  clio
    .command("report")
    .description("The page over one or more runs as one file, to be opened by double click.")
    .argument("<run...>", "run directories, or copied release directories")
    .requiredOption("--out <file>", "the HTML file to write")
    .addHelpText("after", help)
    .action((runs, { out }) => writeReport(runs, out, context));
}
