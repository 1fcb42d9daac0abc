import type { Command } from "@commander-js/extra-typings";
import type { ScoreReport } from "@observatory/clio";
import { writeJson, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { formatCount } from "../terminal/format.ts";
import { toTable } from "../terminal/table.ts";

export function addClioScore(clio: Command, context: CommandContext): void {
  clio
    .command("score")
    .description("How well each level agrees with labels in the input: NMI, AMI, ARI, purity, V-measure.")
    .argument("<run>", "a finished run directory")
    .requiredOption(
      "--label <key>",
      'a key of the object "labels" in the input; a list is scored at each depth',
    )
    .option("--seed <n>", "seed of permutations and bootstrap", wholeNumber(0), 0)
    .option("--resamples <n>", "bootstrap resamples for the intervals", wholeNumber(20), 200)
    .option("--json", "the scores as JSON on standard output")
    .addHelpText(
      "after",
      "\nChance is the mean over random permutations of the clusters; intervals hold 95 %.\n\nExample:\n  $ observatory clio score my-run --label path",
    )
    .action(async (run, { label, seed, resamples, json }) => {
      const { scoreRun } = await import("@observatory/clio");
      const report = await scoreRun(run, { label, seed, resamples, signal: context.signal });
      if (json) return writeJson(context, report);
      context.writeOut(`${toScoreLines(report).join("\n")}\n`);
    });
}

const metrics = ["nmi", "ami", "ari", "purity", "homogeneity", "completeness", "vMeasure"] as const;

function toScoreLines({ label, levels, unlabelled }: ScoreReport): string[] {
  const rows = levels.flatMap((level) =>
    metrics.map((metric, position) => {
      const score = level.scores[metric];
      const depth = level.depth === null ? "" : ` [${level.depth}]`;
      const place =
        position === 0
          ? [`${level.level}`, `${level.clusters}`, `${label}${depth}`, `${level.classes}`]
          : ["", "", "", ""];
      const interval = score.interval?.map((end) => end.toFixed(3)).join(" to ") ?? "too few";
      return [...place, metric, score.value.toFixed(3), interval, score.chance.toFixed(3)];
    }),
  );
  const columns = [
    { title: "level", align: "right" as const },
    { title: "clusters", align: "right" as const },
    { title: "label" },
    { title: "classes", align: "right" as const },
    { title: "score" },
    { title: "value", align: "right" as const },
    { title: "95 % interval" },
    { title: "chance", align: "right" as const },
  ];
  const conversations = levels[0]?.conversations ?? 0;
  return [
    ...toTable(columns, rows),
    "",
    `${formatCount(conversations)} conversations with the label, ${formatCount(unlabelled)} without it (not scored); level 0 is the base`,
  ];
}
