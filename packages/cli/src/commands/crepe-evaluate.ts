import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { createProgress } from "../terminal/progress.ts";

const help = `
R@1 is the share of items whose true caption comes first among its negatives; equal scores are split. Intervals hold
95 % and are clustered by image. What is found goes to results/ of the benchmark or of --out, one file a scorer. The
same command goes on after an interruption, and images and captions are encoded once for all benchmarks of a directory.

Scorers:
  chance           every caption the same
  blind            every blind probe and the mixture of them all: what a model has to beat
  blind/PROBE      one of them, such as blind/bigram_lm
  oracle/VIEW      knows the exact graph of drawn scenes and sees part of it: full, no-relation, no-binding,
                   bag-of-words: docs/reference-scorers.md
  pixel-parser     reads drawn scenes from their pixels
  onnx:DIR         an image and a text tower as ONNX graphs, such as CLIP or SigLIP: docs/onnx-scorers.md
  open_clip:ARCH/TAG, openai:ARCH
                   models by name, fetched once from the hub and kept: docs/models-by-name.md
  embeddings:FILE  vectors from elsewhere, JSON lines, Parquet or .npz: docs/scores-from-python.md
  scores:FILE      scores from elsewhere, JSON lines or Parquet of item, caption and score: docs/scores-from-python.md

Examples:
  $ observatory crepe evaluate bench --scorer chance --scorer blind
  $ observatory crepe evaluate bench --scorer onnx:models/ViT-B-32__openai
  $ observatory crepe evaluate bench --scorer openai:ViT-B/32 open_clip:ViT-B-32/laion400m_e32
  $ observatory crepe evaluate swap_obj.json --images val2017 --out sugar --scorer onnx:models/ViT-B-32__openai`;

export function addCrepeEvaluate(crepe: Command, context: CommandContext): void {
  crepe
    .command("evaluate")
    .description("How often scorers find the true caption, per type of negatives and complexity.")
    .argument("<bench...>", "directory of a benchmark, or files of one")
    .requiredOption("--scorer <id...>", "what gives the scores; may be repeated")
    .option("--images <dir>", "directory of the images, where it is not BENCH/images")
    .option("--out <dir>", "where results/ is written, where that is not BENCH")
    .option("--models-dir <dir>", "directory of models by name (ARCH__TAG/), in place of the hub")
    .option("--threads <n>", "threads; all cores if not given", wholeNumber(1))
    .option("--batch <n>", "images or captions of one run of a graph", wholeNumber(1), 8)
    .option("--seed <n>", "seed of the bootstrap", wholeNumber(0), 0)
    .option("--resamples <n>", "bootstrap resamples for the intervals", wholeNumber(20), 1_000)
    .option("--json", "heads of the results as JSON on standard output")
    .addHelpText("after", help)
    .action(async (paths, { scorer: scorers, threads, json, images, out, modelsDir, ...options }) => {
      const [{ describeResults }, { evaluateCrepe }] = await Promise.all([
        import("@observatory/crepe"),
        import("../evaluate-crepe.ts"),
      ]);
      const { environment, paint, signal, writeError: write } = context;
      const heads = [];
      for await (const { path, results } of evaluateCrepe(paths, {
        ...options,
        scorers,
        models: environment.models,
        modelsDir,
        images,
        out,
        threads: threads ?? environment.threads,
        signal,
        onEvent: createProgress({ write, live: environment.live, columns: environment.columns, paint }),
      })) {
        const { rows: _, ...head } = results;
        heads.push({ path, ...head });
        if (!json) writeLines(context, describeResults(head));
      }
      if (json) return writeJson(context, heads);
      if (out === undefined) writeLines(context, ["", `Next: observatory explore ${paths.join(" ")}`]);
    });
}
