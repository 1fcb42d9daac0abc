import { createTemporaryDirectory } from "@observatory/core/testing";
import {
  createEmbeddingScorer,
  findImages,
  generateBenchmark,
  loadEvaluatedRows,
  toQuestions,
} from "@observatory/crepe";
import { openWorldClip } from "@observatory/models";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the model of the drawn world finds objects better than chance, the same each time and in any batch", async () => {
  using temporary = createTemporaryDirectory();
  const out = join(temporary.path, "bench");
  await generateBenchmark({ out, source: { kind: "world" }, set: "systematicity", items: 192, seed: 5 });
  const { rows } = await loadEvaluatedRows([out]);
  const questions = toQuestions(rows).filter(({ type }) => type === "atom");
  const locateImage = await findImages(join(out, "images"));

  const score = async (cache: string, asked: typeof questions): Promise<number[][]> => {
    const encoder = await openWorldClip({ threads: 2 });
    const scorer = await createEmbeddingScorer(encoder, { locateImage, cache: join(temporary.path, cache) });
    const scores: number[][] = [];
    for await (const outcome of scorer.score(asked)) scores.push(outcome.ok ? Array.from(outcome.value) : []);
    await scorer.close();
    return scores;
  };
  const scores = await score("all", questions);
  const right = scores.filter(([own = -1, ...others]) => others.every((other) => other < own)).length;
  expect(questions.length).toBeGreaterThan(90);
  expect(right / questions.length).toBeGreaterThan(1.4 / 6);

  const few = questions.filter((_, place) => place % 7 === 3);
  expect(await score("few", few)).toEqual(scores.filter((_, place) => place % 7 === 3));
});
