import { createRandom } from "@observatory/core";
import { toMatrix } from "@observatory/numerics";
import { expect, test } from "vitest";
import { rankRetrieval } from "./rank-retrieval.ts";

test("ranks as a sort of all cosines does, however the matrix is cut into blocks", async () => {
  const random = createRandom(5);
  const vector = () => {
    const values = Array.from({ length: 8 }, () => random.normal());
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  const images = Array.from({ length: 70 }, vector);
  const texts = Array.from({ length: 90 }, vector);
  const pairs = texts.map((_, text) => [text % 70, text] as const);
  const options = { pairs, tolerance: 1e-6, threads: 1 };
  const found = await rankRetrieval(toMatrix(images), toMatrix(texts), {
    ...options,
    block: { images: 16, texts: 32 },
  });
  const cosine = (image: number, text: number) =>
    (images[image] ?? []).reduce((sum, value, k) => sum + value * (texts[text]?.[k] ?? 0), 0);
  const isRight = (image: number, text: number) => text % 70 === image;
  const count = (best: number, wrong: readonly number[]) =>
    wrong.filter((other) => other > best + 1e-6).length;
  images.forEach((_, image) => {
    const all = texts.map((_, text) => ({ right: isRight(image, text), cosine: cosine(image, text) }));
    const best = Math.max(...all.flatMap((one) => (one.right ? one.cosine : [])));
    const wrong = all.flatMap((one) => (one.right ? [] : one.cosine));
    expect(found.images[image]).toEqual({ above: count(best, wrong), tied: 0, right: 1 });
  });
  texts.forEach((_, text) => {
    const wrong = images.flatMap((_, image) => (isRight(image, text) ? [] : cosine(image, text)));
    expect(found.texts[text]?.above).toBe(count(cosine(text % 70, text), wrong));
  });
});

test("tells equal vectors for equal", async () => {
  const found = await rankRetrieval(
    toMatrix([
      [1, 0],
      [1, 0],
      [0, 1],
    ]),
    toMatrix([
      [1, 0],
      [0.6, 0.8],
      [1, 0],
    ]),
    {
      pairs: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      tolerance: 1e-6,
      threads: 1,
    },
  );
  expect(found.images).toEqual([
    { above: 0, tied: 1, right: 1 },
    { above: 2, tied: 0, right: 1 },
    { above: 1, tied: 1, right: 1 },
  ]);
});

test("decides what is equal as cosines in double precision do, where single precision cannot tell", async () => {
  const random = createRandom(3);
  const base = Array.from({ length: 256 }, () => random.normal());
  // Cosines that lie about as far apart as the tolerance.
  const vectors = (count: number) =>
    Array.from({ length: count }, () => {
      const values = base.map((value) => value * (1 + 0.003 * random.normal()));
      const length = Math.hypot(...values);
      return Float32Array.from(values, (value) => value / length);
    });
  const [images, texts] = [vectors(60), vectors(60)];
  const pairs = images.map((_, i) => [i, i] as const);
  const found = await rankRetrieval(toMatrix(images), toMatrix(texts), {
    pairs,
    tolerance: 1e-6,
    threads: 1,
    block: { images: 13, texts: 17 },
  });
  const cosine = (a: Float32Array | undefined, b: Float32Array | undefined) =>
    (a ?? new Float32Array()).reduce((sum, value, k) => sum + value * (b?.[k] ?? 0), 0);
  const expected = images.map((image, i) => {
    const best = cosine(image, texts[i]);
    const differences = texts.flatMap((text, t) => (t === i ? [] : [cosine(image, text) - best]));
    return {
      above: differences.filter((one) => one > 1e-6).length,
      tied: differences.filter((one) => Math.abs(one) <= 1e-6).length,
      right: 1,
    };
  });
  expect(found.images).toEqual(expected);
  const ties = expected.reduce((sum, { tied }) => sum + tied, 0);
  expect(ties).toBeGreaterThan(500);
  expect(ties).toBeLessThan(3_000);
});
