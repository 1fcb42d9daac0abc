import { readFileSync } from "node:fs";
import { createRandom, ModelError, parseJson } from "@observatory/core";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createBuiltinEmbedder } from "./builtin-embedder.ts";

const goldenFile = new URL("../fixtures/use-lite-golden.json", import.meta.url);
const golden = parseJson(readFileSync(goldenFile, "utf8"));
const cases = z
  .array(z.object({ text: z.string(), vector: z.string().optional() }))
  .parse(golden.ok ? golden.value : undefined);
const texts = cases.map(({ text }) => text);

describe("the built-in embedder", () => {
  const embedder = createBuiltinEmbedder({ threads: 1 });
  afterAll(() => embedder.close());

  test("gives the vectors of the original to 1e-5", async () => {
    const known = cases.filter(({ vector }) => vector !== undefined);
    const vectors = await embedder.embed(known.map(({ text }) => text));
    for (const [i, { vector }] of known.entries()) {
      expect(largestDifference(vectors[i], toFloats(vector ?? ""))).toBeLessThan(1e-5);
    }
  });

  test("gives a text the same bits in any batch, at any place and on any number of threads", async () => {
    const random = createRandom("batches");
    const corpus = [...texts, ...Array.from({ length: 60 }, (_, i) => makeText(i))];
    const expected = new Map((await embedder.embed(corpus)).map((vector, i) => [corpus[i], vector]));
    await using other = disposable(createBuiltinEmbedder({ threads: 2 }));
    for (const size of [1, 2, 7, 50, corpus.length]) {
      const batch = random.shuffle(corpus).slice(0, size);
      const vectors = await other.value.embed(batch);
      expect(vectors.every((vector, i) => hasSameBits(vector, expected.get(batch[i])))).toBe(true);
    }
  });

  test("gives unit vectors, for the empty text as well, which counts as a space", async () => {
    const vectors = await embedder.embed(["", " \n\t", ...texts]);
    for (const vector of vectors) expect(norm(vector)).toBeCloseTo(1, 6);
    expect(vectors[0]).toEqual(vectors[1]);
  });

  test("does not see how words are spaced", async () => {
    const [plain, spaced] = await embedder.embed(["set a timer", "  set\n\na\ttimer "]);
    expect(spaced).toEqual(plain);
  });

  test("sees the end of a long text, and the middle of a very long one", async () => {
    const filler = "The meeting was moved to another room because of the heating. ";
    const [long, longEnding] = await embedder.embed([
      filler.repeat(30),
      `${filler.repeat(28)}Feed the cat twice a day.`,
    ]);
    expect(cosine(long, longEnding)).toBeLessThan(0.999);
    const [huge, hugeMiddle] = await embedder.embed([
      filler.repeat(16_000),
      filler.repeat(6000) + "Feed the cat twice a day. ".repeat(9000) + filler.repeat(6000),
    ]);
    expect(cosine(huge, hugeMiddle)).toBeLessThan(0.99);
    expect(norm(huge)).toBeCloseTo(1, 6);
  });

  test("puts what means the same together", async () => {
    const [timer, alarm, bread] = await embedder.embed([
      "set a timer for ten minutes",
      "please start a countdown of a quarter of an hour",
      "what is the capital of Peru",
    ]);
    expect(cosine(timer, alarm)).toBeGreaterThan(cosine(timer, bread) + 0.2);
  });

  test("gives nothing for nothing", async () => {
    expect(await embedder.embed([])).toEqual([]);
  });

  test("stops when it is told to", async () => {
    const stop = new AbortController();
    const running = embedder.embed(
      Array.from({ length: 2000 }, (_, i) => makeText(i)),
      { signal: stop.signal },
    );
    stop.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
    await expect(embedder.embed(["a"], { signal: stop.signal })).rejects.toThrow("enough");
  });

  test("fails with a ModelError when it is closed in the middle of a call", async () => {
    const closing = createBuiltinEmbedder({ threads: 1 });
    const running = closing
      .embed(Array.from({ length: 500 }, (_, i) => makeText(i)))
      .catch((error: unknown) => error);
    await closing.close();
    expect(await running).toBeInstanceOf(ModelError);
  });
});

const words =
  "set timer please the quick email about refund of my order 42 in Berlin, when will it be here? ok".split(
    " ",
  );

function makeText(seed: number): string {
  const random = createRandom(seed);
  return Array.from({ length: 1 + random.integer(random.integer(10) === 0 ? 150 : 16) }, () =>
    random.pick(words),
  ).join(" ");
}

function toFloats(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  return new Float32Array(bytes.buffer);
}

function largestDifference(a: Float32Array | undefined, b: Float32Array): number {
  return Math.max(...b.map((value, i) => Math.abs(value - (a?.[i] ?? Number.NaN))));
}

function hasSameBits(a: Float32Array, b: Float32Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a?.reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0) ?? Number.NaN;
}

function norm(vector: Float32Array | undefined): number {
  return Math.sqrt(cosine(vector, vector));
}

function disposable<T extends { close(): Promise<void> }>(value: T): AsyncDisposable & { readonly value: T } {
  return { value, [Symbol.asyncDispose]: () => value.close() };
}
