import { failed, succeeded, type ImageTextEncoder } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { findImages } from "../lint/find-images.ts";
import { createEmbeddingScorer } from "./embedding-scorer.ts";
import { toQuestions } from "./scorer.ts";

/** Images and texts are unit vectors of their first letter: `a` to the right, `b` up, others between. */
function createLetterEncoder(configuration = "v1"): ImageTextEncoder & { readonly encoded: string[] } {
  const encoded: string[] = [];
  const toVector = (text: string): Float32Array => {
    encoded.push(text);
    if (text.startsWith("a")) return Float32Array.of(1, 0);
    return text.startsWith("b") ? Float32Array.of(0, 1) : Float32Array.of(Math.SQRT1_2, Math.SQRT1_2);
  };
  return {
    encoded,
    id: "letters",
    details: { configuration },
    configuration,
    dimensions: 2,
    maxBatch: 2,
    concurrency: 2,
    logit: { scale: 10, bias: -1 },
    encodeImages: async (images) =>
      images.map(({ bytes, box }) => {
        const text = Buffer.from(bytes).toString();
        return text === "broken" ? failed("broken-image") : succeeded(toVector(`${text}${box?.x ?? ""}`));
      }),
    encodeTexts: async (texts) => texts.map(toVector),
    close: async () => {},
  };
}

const source = { file: "items.jsonl", line: 1, format: "jsonl" } as const;
const row = (
  id: string,
  image: RetrievalRow["image"],
  caption: string,
  ...negatives: string[]
): RetrievalRow => ({
  id,
  image,
  caption,
  negatives: negatives.map((text) => ({ text, type: "atom" })),
  source,
});

function writeImages(directory: string): string {
  const images = join(directory, "images");
  mkdirSync(join(images, "part"), { recursive: true });
  for (const [name, content] of [
    ["1.png", "a picture"],
    ["part/2.jpg", "b picture"],
    ["3.png", "broken"],
    ["4.png", "a picture"],
  ] as const)
    writeFileSync(join(images, name), content);
  return images;
}

const rows = [
  row("one", { file: "1.png" }, "a", "b", "c"),
  row("two", { id: "2" }, "b", "a"),
  row("three", { file: "3.png" }, "a", "b"),
  row("four", { file: "nowhere.png" }, "a", "b"),
  row("five", { file: "1.png", box: { x: 7, y: 0, width: 1, height: 1 } }, "a", "b"),
  row("six", { file: "4.png" }, "b", "a"),
];

async function scoreAll(encoder: ImageTextEncoder, images: string, cache: string) {
  const scorer = await createEmbeddingScorer(encoder, { locateImage: await findImages(images), cache });
  const outcomes: (string | number[])[] = [];
  for await (const outcome of scorer.score(toQuestions(rows)))
    outcomes.push(outcome.ok ? Array.from(outcome.value) : outcome.reason);
  await scorer.close();
  return outcomes;
}

test("scores are scaled cosines, and an image that is missing or broken is one item's loss", async () => {
  using directory = createTemporaryDirectory();
  const outcomes = await scoreAll(createLetterEncoder(), writeImages(directory.path), directory.path);
  const [first, ...others] = outcomes;
  expect(first).toEqual([9, -1, expect.closeTo(10 * Math.SQRT1_2 - 1, 6)]);
  expect(others).toEqual([[9, -1], "broken-image", "no-image", [9, -1], [-1, 9]]);
});

test("each image, box and caption is encoded once, here and by the next scorer of the same configuration", async () => {
  using directory = createTemporaryDirectory();
  const images = writeImages(directory.path);
  const first = createLetterEncoder();
  const outcomes = await scoreAll(first, images, join(directory.path, "cache"));
  const again = createLetterEncoder();
  expect(await scoreAll(again, images, join(directory.path, "cache"))).toEqual(outcomes);
  expect(again.encoded).toEqual([]);
  expect(first.encoded.filter((text) => text.length === 1).toSorted()).toEqual(["a", "b", "c"]);
  expect(first.encoded).toContain("a picture7");
  const other = createLetterEncoder("v2");
  await scoreAll(other, images, join(directory.path, "cache"));
  expect(other.encoded.toSorted()).toEqual(first.encoded.toSorted());
});
