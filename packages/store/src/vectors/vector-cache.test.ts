import { createRandom } from "@observatory/core";
import { createFakeEmbedder, createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cachedEmbedder } from "./cached-embedder.ts";
import { openVectorCache } from "./vector-cache.ts";

const options = { embedderId: "fake/x@1", dimensions: 4 };

/** The one vector that the tests give to a text. */
function vectorOf(text: string): Float32Array {
  const random = createRandom(text);
  return Float32Array.from({ length: 4 }, () => random.normal());
}

function filesOf(directory: string, extension: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(directory, name));
}

test("a cache behaves like a map, through any puts, gets and reopenings", async () => {
  const texts = fc.array(fc.string({ maxLength: 2, unit: fc.constantFrom("a", "b", "é", "\0") }), {
    maxLength: 12,
  });
  const steps = fc.array(
    fc.oneof(fc.record({ put: texts }), fc.record({ get: texts }), fc.constant("reopen" as const)),
    {
      maxLength: 12,
    },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      using directory = createTemporaryDirectory();
      const model = new Set<string>();
      const found: (Float32Array | null)[] = [];
      const expected: (Float32Array | null)[] = [];
      let cache = await openVectorCache(directory.path, options);
      for (const step of all) {
        if (step === "reopen") {
          await cache.close();
          cache = await openVectorCache(directory.path, options);
        } else if ("put" in step) {
          await cache.putMany(step.put, step.put.map(vectorOf));
          for (const text of step.put) model.add(text);
        } else {
          found.push(...(await cache.getMany(step.get)));
          expected.push(...step.get.map((text) => (model.has(text) ? vectorOf(text) : null)));
        }
      }
      expect(found).toEqual(expected);
      expect(cache.size).toBe(model.size);
      await cache.close();
    }),
    { numRuns: 40 },
  );
});

test("another embedder, or another length, sees nothing of the first one's vectors", async () => {
  using directory = createTemporaryDirectory();
  await using first = await openVectorCache(directory.path, options);
  await first.putMany(["a"], [vectorOf("a")]);
  await using other = await openVectorCache(directory.path, { ...options, embedderId: "fake/y@1" });
  expect(await other.getMany(["a"])).toEqual([null]);
  await using longer = await openVectorCache(directory.path, { ...options, dimensions: 8 });
  expect(await longer.getMany(["a"])).toEqual([null]);
  await expect(longer.putMany(["a"], [vectorOf("a")])).rejects.toThrow("a vector of 8 numbers");
});

test("files are private and hold no text", async () => {
  using directory = createTemporaryDirectory();
  await using cache = await openVectorCache(directory.path, options);
  await cache.putMany(["my secret"], [vectorOf("my secret")]);
  const paths = [...filesOf(directory.path, ".keys"), ...filesOf(directory.path, ".vectors")];
  expect(paths).toHaveLength(2);
  for (const path of paths) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "latin1")).not.toContain("secret");
  }
});

test("wherever the tail is torn, whole vectors before it are kept and the rest can be put again", async () => {
  const texts = ["a", "b", "c", "d", "e"];
  await fc.assert(
    fc.asyncProperty(fc.nat(5 * 24), fc.nat(5 * 16), async (keyBytes, vectorBytes) => {
      using directory = createTemporaryDirectory();
      {
        await using cache = await openVectorCache(directory.path, options);
        await cache.putMany(texts, texts.map(vectorOf));
      }
      for (const path of filesOf(directory.path, ".keys")) truncateSync(path, keyBytes);
      for (const path of filesOf(directory.path, ".vectors")) truncateSync(path, vectorBytes);
      const whole = Math.min(Math.floor(keyBytes / 24), Math.floor(vectorBytes / 16));
      await using cache = await openVectorCache(directory.path, options);
      const expected = texts.map((text, index) => (index < whole ? vectorOf(text) : null));
      expect(await cache.getMany(texts)).toEqual(expected);
      await cache.putMany(texts, texts.map(vectorOf));
      expect(await cache.getMany(texts)).toEqual(texts.map(vectorOf));
    }),
    { numRuns: 40 },
  );
});

test("a damaged vector counts as not kept, and is replaced when it is put again", async () => {
  using directory = createTemporaryDirectory();
  {
    await using cache = await openVectorCache(directory.path, options);
    await cache.putMany(["a", "b"], ["a", "b"].map(vectorOf));
  }
  const [path = ""] = filesOf(directory.path, ".vectors");
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3);
  writeFileSync(path, bytes);
  await using cache = await openVectorCache(directory.path, options);
  expect(await cache.getMany(["a", "b"])).toEqual([null, vectorOf("b")]);
  await cache.putMany(["a"], [vectorOf("a")]);
  expect(await cache.getMany(["a", "b"])).toEqual(["a", "b"].map(vectorOf));
});

test("two caches that are open at once write side by side, and a third sees both", async () => {
  using directory = createTemporaryDirectory();
  {
    await using one = await openVectorCache(directory.path, options);
    await using two = await openVectorCache(directory.path, options);
    const put = async (cache: typeof one, prefix: string): Promise<void> => {
      for (let i = 0; i < 20; i++)
        await cache.putMany([`${prefix}${i}`, "both"], [vectorOf(`${prefix}${i}`), vectorOf("both")]);
    };
    await Promise.all([put(one, "x"), put(two, "y"), one.getMany(["both"])]);
  }
  await using all = await openVectorCache(directory.path, options);
  const texts = Array.from({ length: 20 }, (_, i) => [`x${i}`, `y${i}`]).flat();
  expect(await all.getMany([...texts, "both"])).toEqual([...texts, "both"].map(vectorOf));
  expect(all.size).toBe(41);
});

test("a cached embedder embeds each distinct text once, keeps order, and asks nothing the second time", async () => {
  using directory = createTemporaryDirectory();
  const inner = { ...createFakeEmbedder(8), maxBatch: 3 };
  const texts = ["one", "two", "one", "three", "four", "two", "five"];
  const plain = await createFakeEmbedder(8).embed(texts);
  const open = () => openVectorCache(directory.path, { embedderId: inner.id, dimensions: 8 });
  {
    await using cache = await open();
    expect(await cachedEmbedder(inner, cache).embed(texts)).toEqual(plain);
    expect(inner.embedded).toEqual(["one", "two", "three", "four", "five"]);
  }
  await using cache = await open();
  expect(await cachedEmbedder(inner, cache).embed([...texts, "six"])).toHaveLength(8);
  expect(inner.embedded).toEqual(["one", "two", "three", "four", "five", "six"]);
});

test("a cached embedder keeps the batches before a failure", async () => {
  using directory = createTemporaryDirectory();
  const fake = createFakeEmbedder(8);
  let calls = 0;
  const inner = {
    ...fake,
    maxBatch: 2,
    embed: (texts: readonly string[]) =>
      ++calls === 2 ? Promise.reject(new Error("down")) : fake.embed(texts),
  };
  await using cache = await openVectorCache(directory.path, { embedderId: inner.id, dimensions: 8 });
  const embedder = cachedEmbedder(inner, cache);
  await expect(embedder.embed(["a", "b", "c"])).rejects.toThrow("down");
  await embedder.embed(["a", "b", "c"]);
  expect(fake.embedded).toEqual(["a", "b", "c"]);
});

test("a cache of another embedder is refused", async () => {
  using directory = createTemporaryDirectory();
  await using cache = await openVectorCache(directory.path, options);
  expect(() => cachedEmbedder(createFakeEmbedder(4), cache)).toThrow("the cache is of fake/x@1");
});
