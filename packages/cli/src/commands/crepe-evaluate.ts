import { Option, type Command } from "@commander-js/extra-typings";
import { tiePolicies } from "@observatory/crepe/names";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { baseUrlOption, positiveNumber } from "../models/model-options.ts";
import { wholeNumber } from "../options.ts";
import { createProgress } from "../terminal/progress.ts";

const help = `
R@1 is the share of items whose true caption comes first among its negatives; equal scores are split. Intervals hold
95 % and are clustered by image. What is found goes to results/ of the benchmark or of --out, one file a scorer. The
same command goes on after an interruption, and images and captions are encoded once for all benchmarks of a directory.
What has a score keeps it: runs over parts are merged, and results of another configuration are never written over.
docs/crepe-metrics.md says what each number is.

Scorers:
  chance           every caption the same
  blind            every blind probe and the mixture of them all: what a model has to beat
  blind/PROBE      one of them, such as blind/bigram_lm
  oracle/VIEW      knows the exact graph of drawn scenes and sees part of it: full, no-relation, no-binding,
                   bag-of-words: docs/reference-scorers.md
  pixel-parser     reads drawn scenes from their pixels
  observatory/world-clip
                   a small dual encoder that was trained on drawn scenes; its weights are built in
  chat:anthropic:MODEL, chat:openai:MODEL
                   a chat model with eyes, asked in words; its calls are paid: docs/chat-scorers.md
  onnx:DIR         an image and a text tower as ONNX graphs, such as CLIP or SigLIP: docs/onnx-scorers.md
  open_clip:ARCH/TAG, openai:ARCH
                   models by name, fetched once from the hub and kept: docs/models-by-name.md
  embeddings:FILE  vectors from elsewhere, JSON lines, Parquet or .npz: docs/scores-from-python.md
  scores:FILE      scores from elsewhere, JSON lines or Parquet of item, caption and score: docs/scores-from-python.md

Examples:
  $ observatory crepe evaluate bench --scorer chance --scorer blind
  $ observatory crepe evaluate bench --scorer onnx:models/ViT-B-32__openai
  $ observatory crepe evaluate bench --scorer openai:ViT-B/32 open_clip:ViT-B-32/laion400m_e32
  $ observatory crepe evaluate bench --scorer chat:openai:gpt-4o-mini --budget 2
  $ observatory crepe evaluate swap_obj.json --images val2017 --out sugar --scorer onnx:models/ViT-B-32__openai`;

const chat = "Chat models:";

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
    .addOption(
      new Option("--ties <policy>", "what equal scores are worth")
        .choices(tiePolicies)
        .default("expected" as const),
    )
    .option("--limit <n>", "score only the first n items now; more can follow", wholeNumber(1))
    .option("--gate", "also scores on items of which a scorer recognises every object and attribute alone")
    .option("--full-set", "also every image against all captions and every caption against all images")
    .addOption(
      new Option("--chat-mode <mode>", "choose among all captions in every rotation, or judge each alone")
        .choices(["choice", "yes-no"] as const)
        .default("choice" as const)
        .helpGroup(chat),
    )
    .addOption(baseUrlOption().helpGroup(chat))
    .addOption(
      new Option(
        "--budget <usd>",
        "stop before the call that would pass it; the same command with more goes on",
      )
        .argParser(positiveNumber)
        .helpGroup(chat),
    )
    .addOption(
      new Option(
        "--prices <file>",
        "your own prices: JSON, US dollars per million tokens by model",
      ).helpGroup(chat),
    )
    .addOption(
      new Option(
        "--concurrency <n>",
        "items that are asked about at once; it adapts to the server below that",
      )
        .argParser(wholeNumber(1))
        .helpGroup(chat),
    )
    .addOption(
      new Option("--timeout <seconds>", "of one attempt of a call").argParser(positiveNumber).helpGroup(chat),
    )
    .addOption(
      new Option("--cache <dir>", "where answers are kept; beside the results if not given").helpGroup(chat),
    )
    .addOption(new Option("--yes", "do not ask before spending").helpGroup(chat))
    .option("--verbose", "show every blind probe, not only the best")
    .option("--json", "heads of the results as JSON on standard output")
    .addHelpText("after", help)
    .action(async (paths, flags) => {
      const { scorer: scorers, threads, json, verbose = false, images, out, modelsDir } = flags;
      const [{ evaluateCrepe }, { createResultsPrinter }] = await Promise.all([
        import("../evaluate-crepe.ts"),
        import("../terminal/crepe-results.ts"),
      ]);
      const { environment, paint, signal, writeError: write } = context;
      const heads = [];
      const printer = await createResultsPrinter({ verbose, write: (lines) => writeLines(context, lines) });
      for await (const { path, results } of evaluateCrepe(paths, {
        ...flags,
        scorers,
        models: environment.models,
        modelsDir,
        images,
        out,
        threads: threads ?? environment.threads,
        signal,
        onEvent: createProgress({ write, live: environment.live, columns: environment.columns, paint }),
        chatModels: {
          check: async (model) => {
            const { checkChatScorer } = await import("../models/open-chat-scorer.ts");
            return checkChatScorer(model, flags, context);
          },
          open: async (model, request) => {
            const { openChatScorer } = await import("../models/open-chat-scorer.ts");
            return openChatScorer(model, { ...request, flags }, context);
          },
        },
      })) {
        const { rows: _, ...head } = results;
        heads.push({ path, ...head });
        if (!json) printer.add(head);
      }
      printer.end();
      if (json) return writeJson(context, heads);
      if (out === undefined) {
        const bench = paths.join(" ");
        writeLines(context, ["", `Next: observatory crepe report ${bench}; observatory explore ${bench}`]);
      }
    });
}
