import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { createProgress } from "../terminal/progress.ts";

const help = `
Writes images/ and captions.jsonl, a line an image: {"image","captions","box","family"}; the box is around what the first
caption speaks of, as benchmarks crop their images. No image shows a held-out word or a
thing in a colour held out for it, no caption says a held-out compound, and no image is one of a benchmark's. So sets of
crepe generate --world --set systematicity with the same --training-seed tell seen from unseen compounds exactly.

Example:
  $ observatory crepe training-set --pairs 60000 --out training`;

export function addCrepeTrainingSet(crepe: Command, context: CommandContext): void {
  crepe
    .command("training-set")
    .description("Drawn scenes with captions to train a model on, some compounds held out.")
    .requiredOption("--out <dir>", "a new directory")
    .option("--pairs <n>", "about how many images", wholeNumber(6), 6_000)
    .option("--seed <n>", "the same seed gives the same bytes", wholeNumber(0), 0)
    .option("--training-seed <n>", "of what is held out", wholeNumber(0), 1)
    .option("--json", "what was written as JSON on standard output")
    .addHelpText("after", help)
    .action(async ({ json, ...flags }) => {
      const { writeTrainingSet } = await import("@observatory/crepe");
      const { environment, paint, signal, writeError: write } = context;
      const { live, columns, threads } = environment;
      const written = await writeTrainingSet({
        ...flags,
        threads,
        signal,
        onEvent: createProgress({ write, live, columns, paint }),
      });
      if (json) return writeJson(context, written);
      const { images, families, captions } = written;
      return writeLines(context, [`${images} images in ${families} families, ${captions} captions`]);
    });
}
