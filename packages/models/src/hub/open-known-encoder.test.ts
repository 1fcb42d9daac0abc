import { createTemporaryDirectory } from "@observatory/core/testing";
import { createOnnxModel } from "@observatory/onnx";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { openDualEncoder } from "../dual-encoder/open-dual-encoder.ts";
import { fixturePath } from "../dual-encoder/testing/reference.ts";
import { startTestHub } from "../testing/index.ts";
import { createHub } from "./hub-client.ts";
import { openKnownEncoder } from "./open-known-encoder.ts";
import { resolveModel } from "./resolve-model.ts";

describe("a model by its name", () => {
  test("gives the vectors of its folder, and says where it is from", async () => {
    using cache = createTemporaryDirectory();
    await using server = await startTestHub({
      repositories: { "immich-app/ViT-B-32__openai": fixturePath("tiny-clip") },
    });
    const hub = createHub({ baseUrl: server.url });
    const source = resolveModel("openai", "ViT-B/32");
    const captions = ["a red dog", "a blue ball"];
    const named = await openKnownEncoder(source, { hub, cache: cache.path, threads: 1 });
    const vectors = await named.encodeTexts(captions);
    await named.close();
    const own = await openDualEncoder(fixturePath("tiny-clip"), { threads: 1 });
    expect(vectors).toEqual(await own.encodeTexts(captions));
    await own.close();
    expect(named.id).toBe("openai/ViT-B-32");
    expect(named.details).toMatchObject({
      commit: server.commit,
      listed: true,
      activation: "quickgelu",
      scale: 100,
    });
  });

  test("as MobileCLIP sees the middle of an image as it is, and captions filled up with 0", async () => {
    using directory = createTemporaryDirectory();
    const folder = join(directory.path, "MobileCLIP-S0__datacompdr");
    mkdirSync(join(folder, "onnx"), { recursive: true });
    writeFileSync(join(folder, "onnx/vision_model.onnx"), meanColour);
    writeFileSync(join(folder, "onnx/text_model.onnx"), firstAndLastToken);
    cpSync(fixturePath("tiny-clip/textual/tokenizer.json"), join(folder, "tokenizer.json"));
    const encoder = await openKnownEncoder(resolveModel("open_clip", "MobileCLIP-S0/datacompdr"), {
      hub: createHub(),
      cache: directory.path,
      modelsDirectory: directory.path,
      threads: 1,
    });
    const [image] = await encoder.encodeImages([{ bytes: await drawBands() }]);
    const [text] = await encoder.encodeTexts(["a red dog"]);
    await encoder.close();
    const length = Math.hypot(200, 100, 50);
    expect(image?.ok === true ? [...image.value] : []).toEqual(
      [200, 100, 50].map((value) => expect.closeTo(value / length, 6)),
    );
    expect([...(text ?? [])]).toEqual([1, 0, 0]);
    expect(encoder.details?.["preparation"]).toBe("bilinear shortest 256");
  });

  test("lacks files in a directory of models: each is named with its address", async () => {
    using directory = createTemporaryDirectory();
    const hub = createHub();
    const opening = openKnownEncoder(resolveModel("open_clip", "MobileCLIP-S0/datacompdr"), {
      hub,
      cache: directory.path,
      modelsDirectory: directory.path,
    });
    await expect(opening).rejects.toMatchObject({
      code: "input",
      hint: expect.stringContaining(
        "https://huggingface.co/Xenova/mobileclip_s0/resolve/main/tokenizer.json",
      ),
    });
  });
});

test("names are open_clip's and OpenAI's, with what is known of the weights", () => {
  const ofQuick = resolveModel("open_clip", "ViT-B-32-quickgelu/laion400m_e32");
  expect(ofQuick).toMatchObject({ folder: "ViT-B-32__laion400m_e32", known: { activation: "quickgelu" } });
  expect(resolveModel("open_clip", "ViT-B-16/laion400m-e32").known?.activation).toBe("gelu");
  expect(resolveModel("open_clip", "EVA/mine")).toMatchObject({
    repository: "immich-app/EVA__mine",
    known: null,
  });
  expect(() => resolveModel("openai", "ALBEF")).toThrow(/no ONNX export/u);
  for (const wrong of ["ViT-B-32", "../../x/y", "a b/c", "/x"])
    expect(() => resolveModel("open_clip", wrong)).toThrow(/names no model/u);
});

/** An image tower of MobileCLIP-S0's shape that gives the mean of each channel. */
const meanColour = createOnnxModel({
  inputs: [{ name: "pixel_values", type: "float32", dims: ["n", 3, 256, 256] }],
  outputs: [{ name: "image_embeds", type: "float32", dims: ["n", 3] }],
  nodes: [
    { operator: "GlobalAveragePool", inputs: ["pixel_values"], outputs: ["means"] },
    { operator: "Flatten", inputs: ["means"], outputs: ["image_embeds"], attributes: { axis: { int: 1 } } },
  ],
});

/** A text tower that gives the first token, the last, and 0. */
const firstAndLastToken = createOnnxModel({
  inputs: [{ name: "input_ids", type: "int64", dims: ["n", 77] }],
  outputs: [{ name: "text_embeds", type: "float32", dims: ["n", 3] }],
  initializers: {
    places: {
      dims: [77, 3],
      data: Float32Array.from({ length: 77 * 3 }, (_, i) => (i === 0 || i === 76 * 3 + 1 ? 1 : 0)),
    },
  },
  nodes: [
    { operator: "Cast", inputs: ["input_ids"], outputs: ["numbers"], attributes: { to: { int: 1 } } },
    { operator: "MatMul", inputs: ["numbers", "places"], outputs: ["text_embeds"] },
  ],
});

/** A PNG of 512 x 256 pixels of one colour, with a quarter of green on either side. */
function drawBands(): Promise<Buffer> {
  const width = 512;
  const height = 256;
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < data.length; at += 3) {
    const x = (at / 3) % width;
    data.set(x < 128 || x >= 384 ? [0, 255, 0] : [200, 100, 50], at);
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
