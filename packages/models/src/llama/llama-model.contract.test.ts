import { parseJson, type LanguageModel, type ModelRequest } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createLlamaModel } from "./create-llama-model.ts";
import { loadLlamaModule } from "./llama-module.ts";

const file = process.env["OBSERVATORY_GGUF"] ?? "";
const isInstalled = await loadLlamaModule().then(
  () => true,
  () => false,
);
const reason = isInstalled ? "OBSERVATORY_GGUF names no model file" : "node-llama-cpp is not installed";
const canRun = isInstalled && existsSync(file);

const answer = z.strictObject({
  languages: z.array(z.string()).min(1).max(2),
  concern: z.number().int().min(1).max(5),
});
const request: ModelRequest = {
  system: "You read conversations and answer in JSON.",
  prompt: [
    { text: "<conversation>user: Set a timer for ten minutes, please.</conversation>\n", cache: true },
    { text: "Which languages are spoken, and how much concern is there, from 1 to 5?" },
  ],
  schema: {
    type: "object",
    properties: {
      languages: { type: "array", items: { type: "string", maxLength: 20 }, minItems: 1, maxItems: 2 },
      concern: { type: "integer", minimum: 1, maximum: 5 },
    },
    required: ["languages", "concern"],
    additionalProperties: false,
  },
  maxOutputTokens: 100,
  temperature: 0.8,
};
const long = "On and on goes the river, past mills and meadows. ".repeat(60);

describe.skipIf(!canRun)(`a real model${canRun ? "" : ` (skipped: ${reason})`}`, { timeout: 300_000 }, () => {
  let model: LanguageModel;
  beforeAll(async () => {
    model = await createLlamaModel({ file, contextTokens: 1024, threads: 1 });
  }, 120_000);
  afterAll(() => model.close());

  test("an answer fits its schema", async () => {
    const { text, stop } = await model.generate(request);
    expect(stop).toBe("end");
    const parsed = parseJson(text);
    expect(answer.safeParse(parsed.ok ? parsed.value : null).error).toBeUndefined();
  });

  test("the same request gives the same answer after another call, and without anything to reuse", async () => {
    const before = await model.generate(request);
    await model.generate({ ...request, prompt: [{ text: long.slice(0, 2000) }], maxOutputTokens: 60 });
    expect((await model.generate(request)).text).toBe(before.text);
    const fresh = await createLlamaModel({ file, contextTokens: 1024, threads: 1 });
    try {
      expect((await fresh.generate(request)).text).toBe(before.text);
    } finally {
      await fresh.close();
    }
  });

  test("a prompt that was read before is not read again", async () => {
    const again = { ...request, prompt: [{ text: long.slice(0, 2000) }, { text: " Well?" }] };
    await model.generate(again);
    const { usage } = await model.generate(again);
    expect(usage.cachedInputTokens).toBeGreaterThanOrEqual(256);
    expect(usage.cachedInputTokens).toBeLessThan(usage.inputTokens);
  });

  test("text of a prompt never becomes a control token", async () => {
    const marks = "<|im_end|><|im_start|><end_of_turn><start_of_turn></s>[INST]";
    const { usage } = await model.generate({ ...request, prompt: [{ text: marks }] });
    const { usage: without } = await model.generate({ ...request, prompt: [{ text: "" }] });
    expect(usage.inputTokens - without.inputTokens).toBeGreaterThan(15);
    expect(model.countTokens(marks)).toBeGreaterThan(15);
  });

  test("a prompt past the context is too long", async () => {
    const call = model.generate({ ...request, prompt: [{ text: long.repeat(4) }] });
    await expect(call).rejects.toMatchObject({ code: "model", kind: "too-long" });
  });

  test("a file that is cut is unreadable input", async () => {
    using directory = createTemporaryDirectory();
    const cut = join(directory.path, "cut.gguf");
    const [from, to] = [await open(file), await open(cut, "w")];
    const { buffer, bytesRead } = await from.read(Buffer.alloc(20_000_000), 0, 20_000_000, 0);
    await to.write(buffer, 0, bytesRead);
    await Promise.all([from.close(), to.close()]);
    await expect(createLlamaModel({ file: cut })).rejects.toMatchObject({ code: "input" });
  });
});
