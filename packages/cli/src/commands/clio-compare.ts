import type { Command } from "@commander-js/extra-typings";
import type { ReleaseComparison } from "@observatory/clio/release";
import { UsageError } from "@observatory/core";
import { writeJson, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { toComparisonLines } from "../terminal/comparison.ts";

const help = `
Clusters are matched by id, which a later release of the same project takes over, else by the words of their names and
descriptions. Shares are compared with the account as
the unit, from published numbers alone.

Examples:
  $ observatory clio compare spring autumn
  $ observatory clio compare spring autumn --level 0 --json | jq '.born[].name'`;

export function addClioCompare(clio: Command, context: CommandContext): void {
  clio
    .command("compare")
    .description("What changed between two runs: born, gone, grew, shrank, split, merged; with intervals.")
    .argument("<before>", "a run directory, or a copied release directory")
    .argument("<after>", "the later one")
    .option("--level <n>", "one level alone; 0 is the base", wholeNumber(0))
    .option("--json", "the comparison as JSON on standard output")
    .addHelpText("after", help)
    .action(async (before, after, { level, json }) => {
      const { loadRelease } = await import("@observatory/clio/release/load");
      const { compareReleases } = await import("@observatory/clio/release");
      const whole = compareReleases(await loadRelease(before), await loadRelease(after));
      const comparison = level === undefined ? whole : pickLevel(whole, level);
      if (json) return writeJson(context, comparison);
      const { paint, environment } = context;
      const lines = toComparisonLines(comparison, { columns: environment.columns, paint });
      context.writeOut(`${lines.join("\n")}\n`);
    });
}

/** What belongs to one level. The rate of false discoveries stays that over all levels. */
function pickLevel(comparison: ReleaseComparison, level: number): ReleaseComparison {
  const levels = comparison.levels.filter((candidate) => candidate.level === level);
  if (levels.length === 0) {
    const known = comparison.levels.map((candidate) => candidate.level).join(", ");
    throw new UsageError(`level ${level} is not in both runs`, {
      hint: known === "" ? "The two have no level in common." : `Levels of both: ${known}.`,
    });
  }
  const isOfLevel = (of: { readonly level: number }): boolean => of.level === level;
  return {
    ...comparison,
    levels,
    matches: comparison.matches.filter(isOfLevel),
    born: comparison.born.filter(isOfLevel),
    gone: comparison.gone.filter(isOfLevel),
  };
}
