import { Option, type Command } from "@commander-js/extra-typings";
import { setNames } from "@observatory/crepe/names";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { createProgress } from "../terminal/progress.ts";

const help = `
Every negative carries its edit and how surely it is false. Drawn items come in families of six captions and six scenes,
each caption true of one of them, so that no scorer without eyes can win. Sets from graphs are refined towards that,
and cells that leak even so are left out; audit.json holds what blind probes find before and after.

Examples:
  $ observatory crepe generate --world --items 2000 --seed 1 --out bench
  $ observatory crepe generate --world --set pairs --out pairs
  $ observatory crepe generate --graphs scene_graphs.json --images VG_100K --strict --out vg
  $ observatory crepe generate --graphs train_sceneGraphs.json --set systematicity \\
      --training-captions cc12m.parquet --out syst`;

export function addCrepeGenerate(crepe: Command, context: CommandContext): void {
  crepe
    .command("generate")
    .description("A benchmark of composition, from drawn scenes or from scene graphs.")
    .requiredOption("--out <bench>", "the directory to write")
    .addOption(new Option("--world", "drawn scenes, known completely (the default)").conflicts("graphs"))
    .option(
      "--graphs <path...>",
      "scene graphs: Visual Genome, GQA, FACTUAL, NLVR; files, or a directory of them",
    )
    .option("--images <dir>", "the images of the graphs")
    .addOption(new Option("--set <name>", "what to test").choices(setNames).default("productivity" as const))
    .option("--training-captions <file...>", "training sets of a systematicity set; .parquet: vocabularies")
    .option("--training-seed <n>", "of what drawn training captions hold out (default: 1)", wholeNumber(0))
    .option("--items <n>", "how many to make; families are whole, refining drops some", wholeNumber(1), 2_000)
    .option("--seed <n>", "the same seed gives the same bytes", wholeNumber(0), 0)
    .option("--strict", "only negatives that the scene contradicts")
    .option("--candidates <n>", "negatives of graphs to choose five from (default: 16)", wholeNumber(5))
    .option("--keep-leaks", "keep cells of graphs that leak after refining")
    .option("--min-area <px>", "least area of an image's crop (default: 40000)", wholeNumber(0))
    .option("--csv", "write csv/ too, the files of CREPE's release")
    .option("--json", "the report as JSON on standard output")
    .addHelpText("after", help)
    .action(async ({ json, world, graphs, images, minArea: minimumArea, ...flags }) => {
      const { describeGenerated, generateBenchmark } = await import("@observatory/crepe");
      const { UsageError } = await import("@observatory/core");
      if (images !== undefined && graphs === undefined) throw new UsageError("--images goes with --graphs");
      if (flags.candidates !== undefined && graphs === undefined)
        throw new UsageError("--candidates goes with --graphs", {
          hint: "Drawn items have all the negatives of their family.",
        });
      if (flags.keepLeaks && graphs === undefined)
        throw new UsageError("--keep-leaks goes with --graphs", { hint: "Drawn items are never refined." });
      if (minimumArea !== undefined && images === undefined)
        throw new UsageError("--min-area goes with --images");
      if (flags.trainingCaptions !== undefined && flags.set !== "systematicity")
        throw new UsageError("--training-captions goes with --set systematicity");
      if (flags.trainingSeed !== undefined && (flags.set !== "systematicity" || graphs !== undefined))
        throw new UsageError("--training-seed goes with --world --set systematicity");
      const { environment, paint, signal, writeError } = context;
      const { live, columns, threads } = environment;
      const generated = await generateBenchmark({
        ...flags,
        minimumArea,
        source: world || graphs === undefined ? { kind: "world" } : { kind: "graphs", files: graphs, images },
        threads,
        signal,
        onEvent: createProgress({ write: writeError, live, columns, paint }),
      });
      if (json) return writeJson(context, generated);
      return writeLines(context, [
        "",
        ...describeGenerated(generated),
        "",
        `Next: observatory crepe lint ${flags.out}; observatory crepe audit ${flags.out}`,
      ]);
    });
}
