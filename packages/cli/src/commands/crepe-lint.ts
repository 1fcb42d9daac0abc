import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { formatCount } from "../terminal/format.ts";

const help = `
Reads CREPE's CSVs, SugarCrepe's JSON, Winoground's groups, our own benchmarks, and JSON lines of
{"caption","negatives"}; gzip too. The files that are given together are looked at as one set.

Examples:
  $ observatory crepe lint prod_vg_hard_negs_atom_complexity_*.csv
  $ observatory crepe lint add_obj.json --images val2017 --json
  $ observatory crepe lint add_obj.json --fix --out mended`;

export function addCrepeLint(crepe: Command, context: CommandContext): void {
  crepe
    .command("lint")
    .description("Defects of any benchmark file: broken words, leaks, duplicates, positives among negatives.")
    .argument("<file...>", "benchmark files or directories")
    .option("--images <dir>", "where the images are; missing ones are findings only with it")
    .option("--fix", "write mended copies to --out; the originals stay")
    .option("--out <dir>", "where --fix writes")
    .option("--json", "the report as JSON on standard output")
    .addHelpText("after", help)
    .action(async (files, { images, fix, out, json }) => {
      const { describeLint, fixFiles, lintFiles } = await import("@observatory/crepe");
      const { UsageError } = await import("@observatory/core");
      const { signal } = context;
      if (fix && out === undefined) {
        throw new UsageError("--fix needs --out", { hint: "Name a directory for the mended copies." });
      }
      if (fix && out !== undefined) {
        const fixed = await fixFiles(files, out, { signal });
        if (json) return writeJson(context, fixed);
        return writeLines(context, [
          ...fixed.files.map(({ path, rows }) => `${path}: ${formatCount(rows)} rows`),
          `${formatCount(fixed.droppedNegatives)} negatives and ${formatCount(fixed.droppedRows)} rows were dropped`,
        ]);
      }
      const report = await lintFiles(files, { signal, ...(images === undefined ? {} : { images }) });
      if (json) return writeJson(context, report);
      context.writeOut(`${describeLint(report).join("\n")}\n`);
    });
}
