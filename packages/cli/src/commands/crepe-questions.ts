import type { Command } from "@commander-js/extra-typings";
import { join } from "node:path";
import type { CommandContext } from "../context.ts";
import { findCrepeImages } from "../find-crepe-images.ts";
import { isDirectory } from "../is-directory.ts";
import { createProgress } from "../terminal/progress.ts";

const help = `
One JSON object a line: item (its id), key (its image as the file names it), image (the path), crop (left, top, right,
bottom, as Pillow takes it, or null) and captions, in an order that does not tell the true one. A file of scores answers
with item, caption and score: docs/scores-from-python.md has the ten lines of Python.

Example:
  $ observatory crepe questions swap_obj.json --images val2017 > questions.jsonl
  $ python score.py && observatory crepe evaluate swap_obj.json --out sugar --scorer scores:flava.jsonl`;

export function addCrepeQuestions(crepe: Command, context: CommandContext): void {
  crepe
    .command("questions")
    .description("What a model has to score, with paths of images, for a program elsewhere.")
    .argument("<bench...>", "directory of a benchmark, or files of one")
    .option("--images <dir>", "directory of the images, where it is not BENCH/images")
    .option("--extract <dir>", "where images that stand in Parquet files are written", "questions-images")
    .addHelpText("after", help)
    .action(async (paths, { images, extract }) => {
      const { listQuestions, loadEvaluatedRows } = await import("@observatory/crepe");
      const { environment, paint, signal, writeError: write } = context;
      const { rows } = await loadEvaluatedRows(paths, { signal });
      const [first = ""] = paths;
      const own = (await isDirectory(first)) ? join(first, "images") : undefined;
      const locateImage = await findCrepeImages(paths, {
        rows,
        images: images ?? own,
        extracted: extract,
        signal,
        onEvent: createProgress({ write, live: environment.live, columns: environment.columns, paint }),
      });
      for (const question of listQuestions(rows, { locateImage }))
        context.writeOut(`${JSON.stringify(question)}\n`);
    });
}
