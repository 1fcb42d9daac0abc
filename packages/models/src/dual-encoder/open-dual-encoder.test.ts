import { createTemporaryDirectory, findRealFile } from "@observatory/core/testing";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDualEncoder } from "./open-dual-encoder.ts";
import { fixturePath, isJoinedEmoji, readReference } from "./testing/reference.ts";

const reference = readReference();
const photos = findRealFile("vision/photos/items.jsonl");

describe.each(["tiny-clip", "tiny-siglip"] as const)("%s", (name) => {
  test("gives the vectors of captions that torch gives", async () => {
    const encoder = await openDualEncoder(fixturePath(name), { threads: 2 });
    const kept = [...reference.captions.keys()].filter(
      (i) => name === "tiny-clip" || !isJoinedEmoji(reference.captions[i] ?? ""),
    );
    const vectors = await encoder.encodeTexts(kept.map((i) => reference.captions[i] ?? ""));
    await encoder.close();
    const wanted = kept.map((i) => reference[name].texts[i] ?? []);
    expect(largestDifference(vectors, wanted)).toBeLessThan(1e-5);
  });

  test.skipIf(photos === undefined || photos === null)(
    "gives the vectors of photos that Pillow, torchvision and torch give",
    async () => {
      const wanted = Object.entries(reference[name].images);
      expect(wanted).toHaveLength(43);
      const encoder = await openDualEncoder(fixturePath(name), { threads: 2 });
      const folder = dirname(photos ?? "");
      const images = await Promise.all(
        wanted.map(async ([file]) => ({ bytes: await readFile(join(folder, file)) })),
      );
      const outcomes = await encoder.encodeImages(images);
      await encoder.close();
      const vectors = outcomes.map((outcome) => (outcome.ok ? outcome.value : new Float32Array()));
      expect(
        largestDifference(
          vectors,
          wanted.map(([, vector]) => vector),
        ),
      ).toBeLessThan(1e-5);
    },
  );

  test("gives the same bits in any batch and on any number of threads", async () => {
    const one = await openDualEncoder(fixturePath(name), { threads: 1 });
    const alone: Float32Array[] = [];
    for (const caption of reference.captions.slice(0, 9)) alone.push(...(await one.encodeTexts([caption])));
    await one.close();
    const two = await openDualEncoder(fixturePath(name), { threads: 2 });
    expect(await two.encodeTexts(reference.captions.slice(0, 9))).toEqual(alone);
    await two.close();
    expect(two.configuration).toBe(one.configuration);
  });
});

describe("images that cannot be decoded", () => {
  test("are failed by themselves", async () => {
    const encoder = await openDualEncoder(fixturePath("tiny-siglip"), { threads: 1 });
    const png = await readFile(new URL("../../../../docs/images/map.png", import.meta.url));
    const outcomes = await encoder.encodeImages([
      { bytes: png.subarray(0, png.length / 2) },
      { bytes: png },
      { bytes: Buffer.from("no image") },
    ]);
    await encoder.close();
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.length : outcome.reason))).toEqual([
      "broken-image",
      32,
      "broken-image",
    ]);
  });
});

describe("a folder that is not right", () => {
  const cases: readonly [string, keyof typeof layouts, (folder: string) => Promise<unknown>, RegExp][] = [
    [
      "has no manifest",
      "clip",
      (at) => rm(join(at, "visual"), { recursive: true }),
      /not a folder of two towers/u,
    ],
    [
      "lacks a graph",
      "clip",
      (at) => rm(join(at, "textual/model.onnx")),
      /textual\/model\.onnx is not there/u,
    ],
    [
      "has a graph that is cut short",
      "clip",
      (at) => cutShort(join(at, "visual/model.onnx")),
      /visual\/model\.onnx cannot be loaded/u,
    ],
    [
      "has a graph that is cut short, and a hash of it",
      "siglip",
      (at) => cutShort(join(at, "image.onnx")),
      /image\.onnx is not the file that its model\.json or download\.json describes/u,
    ],
    [
      "has a tokenizer that is cut short",
      "clip",
      (at) => cutShort(join(at, "textual/tokenizer.json")),
      /tokenizer\.json is not a tokenizer/u,
    ],
    [
      "has the tokenizer of a larger model",
      "clip",
      (at) =>
        replace(
          join(at, "textual/tokenizer.json"),
          /"id":\d+,"content":"<\|endoftext\|>"/gu,
          '"id":49407,"content":"<|endoftext|>"',
        ),
      /gives ids up to 49407, beyond the table of .*textual\/model\.onnx/u,
    ],
    [
      "has the tokenizer of another kind",
      "clip",
      (at) => cp(fixturePath("tiny-siglip/tokenizer.json"), join(at, "textual/tokenizer.json")),
      /does not know the token "<\|endoftext\|>"/u,
    ],
    [
      "prepares images of another size",
      "clip",
      (at) => replace(join(at, "visual/preprocess_cfg.json"), "[224,224]", "336"),
      /"image" \(float32 1 x 3 x 224 x 224\), not images of 3 x 336 x 336/u,
    ],
    [
      "cuts captions to another length",
      "siglip",
      (at) => replace(join(at, "model.json"), '"contextLength":64', '"contextLength":77'),
      /text\.onnx takes "input_ids" \(int64 .* x 64\), not captions of 77/u,
    ],
    [
      "has a graph of something else",
      "siglip",
      (at) => replace(join(at, "model.json"), '"graph":"text.onnx"', '"graph":"image.onnx"'),
      /image\.onnx takes "pixel_values" .* not captions/u,
    ],
    [
      "leads out of itself",
      "siglip",
      (at) => replace(join(at, "model.json"), '"text.onnx"', '"../text.onnx"'),
      /model\.json: text\.graph: must be a path below the folder/u,
    ],
    [
      "has a manifest with a field that is no field",
      "siglip",
      (at) => replace(join(at, "model.json"), '"mean"', '"means"'),
      /model\.json: image/u,
    ],
  ];
  const layouts = { clip: "tiny-clip", siglip: "tiny-siglip" } as const;

  test.each(cases)(
    "because it %s is refused with the file and what to do",
    async (_, layout, spoil, message) => {
      using directory = createTemporaryDirectory();
      await cp(fixturePath(layouts[layout]), directory.path, { recursive: true });
      await spoil(directory.path);
      const opening = openDualEncoder(directory.path, { threads: 1 });
      await expect(opening).rejects.toThrow(message);
      await expect(opening).rejects.toMatchObject({ code: "input", hint: expect.stringMatching(/\w/u) });
    },
  );
});

async function cutShort(path: string): Promise<void> {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length / 2));
}

async function replace(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  const changed = text.replaceAll(from, to);
  expect(changed).not.toBe(text);
  await writeFile(path, changed);
}

function largestDifference(vectors: readonly Float32Array[], wanted: readonly (readonly number[])[]): number {
  expect(vectors.map(({ length }) => length)).toEqual(wanted.map(({ length }) => length));
  return Math.max(
    ...vectors.flatMap((vector, i) =>
      Array.from(vector, (value, d) => Math.abs(value - (wanted[i]?.[d] ?? NaN))),
    ),
  );
}
