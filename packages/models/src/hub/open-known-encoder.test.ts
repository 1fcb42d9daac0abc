import { createTemporaryDirectory } from "@observatory/core/testing";
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
