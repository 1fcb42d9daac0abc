import { ObservatoryError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { startTestHub } from "@observatory/models/testing";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkScorer, type CheckScorerOptions } from "./check-scorer.ts";

async function failing(id: string, options: Partial<CheckScorerOptions> = {}): Promise<string> {
  try {
    await checkScorer(id, {
      models: { hub: "http://127.0.0.1:1", token: undefined, cache: "/nowhere" },
      modelsDir: undefined,
      signal: new AbortController().signal,
      onEvent: () => {},
      checkChat: async () => {},
      ...options,
    });
    return "fine";
  } catch (error) {
    return error instanceof ObservatoryError ? `${error.message}\n${error.hint}` : String(error);
  }
}

/** What is told of a scorer beside an error. */
async function warnings(id: string, options: Partial<CheckScorerOptions>): Promise<string[]> {
  const told: string[] = [];
  await failing(id, {
    ...options,
    onEvent: (event) => {
      if (event.type === "warning") told.push(`${event.message}\n${event.hint}`);
    },
  });
  return told;
}

const tinyClip = fileURLToPath(new URL("../../models/fixtures/tiny-clip", import.meta.url));

test("scorers that could be opened are let through", async () => {
  using directory = createTemporaryDirectory();
  const file = join(directory.path, "scores.jsonl");
  writeFileSync(file, "");
  for (const id of ["oracle/full", "observatory/world-clip", "pixel-parser", `scores:${file}`])
    expect([id, await failing(id)]).toEqual([id, "fine"]);
});

test.each([
  ["oracle/all", /no oracle\/all\n.*oracle\/bag-of-words/su],
  ["observatory/clip", /no observatory\/clip\n.*world-clip/su],
  ["openai/ViT-B-32", /no scorer openai\/ViT-B-32\n.*openai:ARCH/su],
  ["flava", /flava has no ONNX export.*\n.*scores-from-python/su],
  ["onnx:/nowhere/at/all", /not a folder of two towers\n.*model\.json/su],
  ["scores:/nowhere.jsonl", /\/nowhere\.jsonl is not a file/u],
  ["embeddings:/nowhere.npz", /\/nowhere\.npz is not a file/u],
])("%s is refused before anything is scored", async (id, message) => {
  expect(await failing(id)).toMatch(message);
});

describe("a model by its name", () => {
  test("that OpenAI does not have is refused without a question, with those that come near", async () => {
    expect(await failing("openai:ViT-B/33")).toMatch(
      /openai:ViT-B\/33 names no model\n.*: openai:ViT-B-32, openai:ViT-B-16, openai:ViT-L-14;/u,
    );
  });

  test.each(["open_clip:ViT-B-32", "open_clip:ViT-B/32"])(
    "that lacks a tag is refused with its own: %s",
    async (id) => {
      const message = await failing(id);
      const near = message.slice(message.indexOf("Near to it:")).match(/\w+:ViT[^,;]*/gu) ?? [];
      expect(near.toSorted()).toEqual([
        "open_clip:ViT-B-32/laion2b_e16",
        "open_clip:ViT-B-32/laion2b_s34b_b79k",
        "open_clip:ViT-B-32/laion400m_e31",
        "open_clip:ViT-B-32/laion400m_e32",
        "openai:ViT-B-32",
      ]);
    },
  );

  test("is looked for on the hub by its list of files alone, and not at all where it is kept", async () => {
    using cache = createTemporaryDirectory();
    await using hub = await startTestHub({ repositories: { "immich-app/ViT-B-32__openai": tinyClip } });
    const models = { hub: hub.url, token: undefined, cache: cache.path };
    expect(await failing("openai:ViT-B/32", { models })).toBe("fine");
    expect(hub.requests.map(({ path }) => path)).toEqual([
      expect.stringContaining("/revision/main"),
      expect.stringContaining("/tree/"),
    ]);
    const { createHub, fetchModel, resolveModel } = await import("@observatory/models");
    const source = resolveModel("openai", "ViT-B/32");
    await fetchModel(source, { hub: createHub({ baseUrl: hub.url }), cache: cache.path });
    const nowhere = { ...models, hub: "http://127.0.0.1:1" };
    expect(await failing("openai:ViT-B/32", { models: nowhere })).toBe("fine");
    expect(await failing("openai:ViT-B/16", { models: nowhere })).toMatch(
      /cannot be reached\n.*--models-dir/u,
    );
  });

  test("that is not in the list is told with those that are, whether or not the hub has it", async () => {
    await using hub = await startTestHub({ repositories: { "immich-app/ViT-B-32__mine": tinyClip } });
    const models = { hub: hub.url, token: undefined, cache: "/nowhere" };
    expect(await warnings("open_clip:ViT-B-32/mine", { models })).toEqual([
      expect.stringMatching(
        /ViT-B-32\/mine is not in the list .* immich-app\/ViT-B-32__mine\n.*ViT-B-32\/laion/u,
      ),
    ]);
    const nowhere = { ...models, hub: "http://127.0.0.1:1" };
    expect(await warnings("open_clip:ViT-B-32/mine", { models: nowhere })).toHaveLength(1);
    expect(await failing("open_clip:ViT-B-32/other", { models })).toMatch(
      /has no immich-app\/ViT-B-32__other; .* not in the list.*\nNear to it: .*ViT-B-32/u,
    );
    expect(await warnings("open_clip:ViT-B-32/other", { models })).toEqual([]);
  });

  test("whose files are not in the directory of models says which to bring", async () => {
    using directory = createTemporaryDirectory();
    expect(await failing("openai:ViT-B/32", { modelsDir: directory.path })).toMatch(
      /lacks .*visual\/model\.onnx/u,
    );
  });
});

test("a chat model is checked by whoever has its keys", async () => {
  const asked: string[] = [];
  const checkChat = async (model: string): Promise<void> => void asked.push(model);
  expect(await failing("chat:openai:gpt-4o", { checkChat })).toBe("fine");
  expect(asked).toEqual(["openai:gpt-4o"]);
});
