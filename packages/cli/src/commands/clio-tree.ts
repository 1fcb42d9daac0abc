import type { Command } from "@commander-js/extra-typings";
import { writeJson, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { toReleaseLines } from "../terminal/release.ts";

export function addClioTree(clio: Command, context: CommandContext): void {
  clio
    .command("tree")
    .description("The hierarchy of a finished run, broad to fine, with sizes.")
    .argument("<run>", "a run directory, or a copied release directory")
    .option("--depth <n>", "levels to show from the top", wholeNumber(1), 2)
    .option("--json", "the clusters as JSON on standard output")
    .addHelpText(
      "after",
      "\nExamples:\n  $ observatory clio tree my-run --depth 1\n  $ observatory clio tree my-run --json | jq '.clusters[].name'",
    )
    .action(async (run, { depth, json }) => {
      const { loadRelease } = await import("@observatory/clio/release/load");
      const release = await loadRelease(run);
      if (json) return writeJson(context, release.clusters);
      const { paint, environment } = context;
      context.writeOut(
        `${toReleaseLines(release, { depth, columns: environment.columns, paint }).join("\n")}\n`,
      );
    });
}
