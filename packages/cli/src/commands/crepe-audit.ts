import type { Command } from "@commander-js/extra-typings";
import { writeJson, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";

const help = `
A probe never sees the image. Where one finds the true caption more often than chance, a model's score says nothing
about its eyes until it is higher. Ties are split; intervals hold 95 % and are clustered by image. The audit of one
benchmark directory is written to its audit.json too, which the page reads.

Example:
  $ observatory crepe audit prod_vg_hard_negs_swap_complexity_*.csv`;

export function addCrepeAudit(crepe: Command, context: CommandContext): void {
  crepe
    .command("audit")
    .description("How far a benchmark can be solved without its images, by blind probes.")
    .argument("<file...>", "benchmark files or directories")
    .option("--seed <n>", "seed of the bootstrap", wholeNumber(0), 0)
    .option("--resamples <n>", "bootstrap resamples for the intervals", wholeNumber(20), 1_000)
    .option("--json", "the report as JSON on standard output")
    .addHelpText("after", help)
    .action(async (files, { seed, resamples, json }) => {
      const { auditRows, describeAudit, loadRetrievalRows, saveAudit, toBlindRows } =
        await import("@observatory/crepe");
      const { signal } = context;
      const { rows } = await loadRetrievalRows(files, { signal });
      const report = await auditRows(toBlindRows(rows), { seed, resamples, signal });
      const [benchmark = ""] = files;
      if (files.length === 1) await saveAudit(benchmark, report);
      if (json) return writeJson(context, report);
      context.writeOut(`${describeAudit(report).join("\n")}\n`);
    });
}
