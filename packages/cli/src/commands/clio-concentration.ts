import type { Command } from "@commander-js/extra-typings";
import { writeJson, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { toConcentrationLines } from "../terminal/concentration.ts";

export function addClioConcentration(clio: Command, context: CommandContext): void {
  clio
    .command("concentration")
    .description(
      "On how many accounts and texts each cluster of a finished run stands. Private: keep it to yourself.",
    )
    .argument("<run>", "a finished run directory")
    .option("--top <n>", "clusters to list, the most concentrated first", wholeNumber(1), 20)
    .option("--json", "all clusters as JSON on standard output")
    .addHelpText(
      "after",
      "\nThe effective number of accounts is that of equally large ones with the same concentration: ten accounts of which\none has nine tenths are worth little more than one.\n\nExample:\n  $ observatory clio concentration my-run --top 10",
    )
    .action(async (run, { top, json }) => {
      const { loadConcentration } = await import("@observatory/clio");
      const report = await loadConcentration(run);
      if (json) return writeJson(context, report);
      context.writeOut(`${toConcentrationLines(report, { top }).join("\n")}\n`);
    });
}
