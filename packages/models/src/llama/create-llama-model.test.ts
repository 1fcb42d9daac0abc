import { InputError, ModelError, UsageError, type LanguageModel, type ModelRequest } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createLlamaModel, type LlamaModelOptions } from "./create-llama-model.ts";
import { createFakeLlama, type FakeLlama } from "./testing/create-fake-llama.ts";
import { toInstallCommand } from "./llama-module.ts";

const directory = createTemporaryDirectory();
const file = join(directory.path, "tiny.gguf");
writeFileSync(file, "GGUF and more");
afterAll(() => directory[Symbol.dispose]());

const schema = {
  type: "object",
  properties: { concern: { type: "integer", minimum: 1, maximum: 3 } },
  required: ["concern"],
  additionalProperties: false,
};

describe("answers", () => {
  test("the id is the file's name and content, and one call at a time makes sense", async () => {
    const { model } = await open();
    expect(model.id).toMatch(/^llama\/tiny-[0-9a-f]{12}$/u);
    expect(model.concurrency).toBe(1);
    expect(model.countTokens("four")).toBe(4);
  });

  test("system and all parts of the prompt reach the model, and usage counts their tokens", async () => {
    const prompts: string[] = [];
    const { model } = await open({ write: (prompt) => (prompts.push(prompt), " yes ") });
    const request = toRequest({ system: "Be short.", prompt: [{ text: "a", cache: true }, { text: "b" }] });
    const reply = await model.generate(request);
    expect(prompts).toEqual(["system: Be short.\nuser: ab\n"]);
    expect(reply).toEqual({
      text: "yes",
      stop: "end",
      usage: { inputTokens: 27, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 5 },
    });
  });

  test("a schema becomes a grammar, and the answer ends with its object", async () => {
    const { model, record } = await open({ write: () => '{"concern": 2}\n\n\n\n and on' });
    expect(await model.generate(toRequest({ schema }))).toMatchObject({
      text: '{"concern": 2}',
      stop: "end",
    });
    expect(record.schemas).toEqual([
      { type: "object", properties: { concern: { enum: [1, 2, 3] } }, additionalProperties: false },
    ]);
    expect(record.samplings[0]).toHaveProperty("grammarEvaluationState");
  });

  test("temperature is passed on, and every call has the same seed", async () => {
    const { model, record } = await open();
    await model.generate(toRequest({ temperature: 0.2 }));
    await model.generate(toRequest({ temperature: 1 }));
    expect(record.samplings.map(({ temperature }) => temperature)).toEqual([0.2, 1]);
    expect(new Set(record.samplings.map(({ seed }) => seed)).size).toBe(1);
    expect(record.samplings[0]).not.toHaveProperty("grammarEvaluationState");
  });

  test("plain text ends before what ends a turn", async () => {
    const { model } = await open({ write: () => "an apple<end>user: more" });
    expect(await model.generate(toRequest({}))).toMatchObject({ text: "an apple", stop: "end" });
  });

  test("an answer that is not finished in time is cut and says so", async () => {
    const { model } = await open({ write: () => '{"concern": 2}' });
    const reply = await model.generate(toRequest({ schema, maxOutputTokens: 5 }));
    expect(reply).toMatchObject({ text: '{"con', stop: "length", usage: { outputTokens: 5 } });
  });

  test("an answer that is finished with its last token is not cut", async () => {
    const { model } = await open({ write: () => '{"concern": 2}' });
    expect(await model.generate(toRequest({ schema, maxOutputTokens: 14 }))).toMatchObject({ stop: "end" });
  });
});

describe("reuse of what was read", () => {
  test("a prompt that starts like the last one is read from the last shared block of 128 tokens on", async () => {
    const { model, record } = await open({ write: () => "yes" });
    const shared = "x".repeat(300);
    await model.generate(toRequest({ prompt: [{ text: shared, cache: true }, { text: "first question" }] }));
    const first = record.read.splice(0);
    const { usage } = await model.generate(
      toRequest({ prompt: [{ text: shared, cache: true }, { text: "second question" }] }),
    );
    expect(first.slice(0, 2)).toEqual([128, 128]);
    expect(usage.cachedInputTokens).toBe(256);
    expect(record.read).toEqual([usage.inputTokens - 256]);
  });

  test("the same prompt again is answered from its last block on, in the same blocks", async () => {
    const { model, record } = await open({ write: () => "yes" });
    const request = toRequest({ prompt: [{ text: "x".repeat(700) }] });
    await model.generate(request);
    const rest = record.read.splice(0).at(-1);
    expect((await model.generate(request)).usage.cachedInputTokens).toBe(640);
    expect(record.read).toEqual([rest]);
  });

  test("nothing of another prompt is left over", async () => {
    const prompts: string[] = [];
    const { model } = await open({ write: (prompt) => (prompts.push(prompt), "yes") });
    const texts = ["y".repeat(400), `${"y".repeat(200)}z`, "short", "y".repeat(400)];
    for (const text of texts) await model.generate(toRequest({ prompt: [{ text }] }));
    expect(prompts).toEqual(texts.map((text) => `user: ${text}\n`));
  });
});

describe("calls that cannot be answered", () => {
  test("a prompt that does not fit the context is too long, with its answer counted", async () => {
    const { model, record } = await open({}, { contextTokens: 256 });
    const fits = toRequest({ prompt: [{ text: "x".repeat(149) }], maxOutputTokens: 100 });
    await expect(model.generate(fits)).resolves.toMatchObject({ stop: "end" });
    record.read.length = 0;
    const error: unknown = await model
      .generate({ ...fits, maxOutputTokens: 101 })
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ kind: "too-long", hint: expect.any(String) });
    expect(String(error)).not.toContain("xxx");
    expect(record.read).toEqual([]);
  });

  test("a schema of which no grammar can be made is a wrong request", async () => {
    const { model } = await open({ failGrammar: new Error("no") });
    await expect(model.generate(toRequest({ schema }))).rejects.toMatchObject({
      code: "model",
      kind: "request",
    });
  });

  test("whatever else fails inside is a ModelError, and the next call is answered", async () => {
    let broken = true;
    const { model } = await open({
      write: () => "yes",
      onStep: () => {
        if (broken) throw new Error("decoding failed");
      },
    });
    await expect(model.generate(toRequest({}))).rejects.toMatchObject({ code: "model", kind: "other" });
    broken = false;
    await expect(model.generate(toRequest({}))).resolves.toMatchObject({ text: "yes" });
  });

  test("an abort is felt before the next block of a prompt or token of an answer, and gives its reason", async () => {
    for (const last of [1, 2, 12, 15]) {
      const controller = new AbortController();
      let steps = 0;
      const { model } = await open({
        write: () => "a long answer",
        onStep: () => {
          if (++steps === last) controller.abort(new Error("enough"));
        },
      });
      const call = model.generate(toRequest({ prompt: [{ text: "x".repeat(1000) }] }), {
        signal: controller.signal,
      });
      await expect(call).rejects.toThrow("enough");
      expect(steps).toBe(last);
    }
  });

  test("a call with a signal that has aborted reads nothing", async () => {
    const { model, record } = await open();
    const call = model.generate(toRequest({}), { signal: AbortSignal.abort(new Error("enough")) });
    await expect(call).rejects.toThrow("enough");
    expect(record.read).toEqual([]);
  });

  test("calls that come together are answered one after the other", async () => {
    const prompts: string[] = [];
    const { model } = await open({ write: (prompt) => (prompts.push(prompt), prompt.slice(6, 7)) });
    const texts = ["a", "b", "c"].map((letter) => letter.repeat(400));
    const replies = await Promise.all(texts.map((text) => model.generate(toRequest({ prompt: [{ text }] }))));
    expect(replies.map(({ text }) => text)).toEqual(["a", "b", "c"]);
    expect(prompts).toEqual(texts.map((text) => `user: ${text}\n`));
  });
});

describe("closing", () => {
  test("everything is freed once, the context first", async () => {
    const { model, record } = await open();
    await Promise.all([model.close(), model.close()]);
    expect(record.disposed).toEqual(["context", "weights", "engine"]);
  });

  test("a call in flight ends before anything is freed, and later ones are refused", async () => {
    let close: Promise<void> | undefined;
    const { model, record } = await open({
      write: () => "a long answer",
      onStep: () => {
        expect(record.disposed).toEqual([]);
        close ??= model.close();
      },
    });
    await expect(model.generate(toRequest({}))).rejects.toMatchObject({ code: "model", kind: "request" });
    await close;
    expect(record.disposed).toEqual(["context", "weights", "engine"]);
    await expect(model.generate(toRequest({}))).rejects.toMatchObject({ code: "model", kind: "request" });
  });
});

describe("loading", () => {
  test("where the package is missing the error has the command that installs it", async () => {
    const opening = createLlamaModel({
      file,
      importModule: async () => Promise.reject(new Error("Cannot find package")),
    });
    await expect(opening).rejects.toBeInstanceOf(UsageError);
    await expect(opening).rejects.toHaveProperty("hint", `Run \`${toInstallCommand()}\`.`);
  });

  test("the command installs the build of the machine, where there is one, beside this package", () => {
    expect(toInstallCommand({ platform: "linux", arch: "x64" }, "/a b/packages/")).toBe(
      'npm install --prefix "/a b/packages" --no-save --no-optional --ignore-scripts node-llama-cpp@3.22 @node-llama-cpp/linux-x64@3.22',
    );
    expect(toInstallCommand({ platform: "darwin", arch: "arm64" }, "/p")).toContain(
      " @node-llama-cpp/mac-arm64-metal@3.22",
    );
    expect(toInstallCommand({ platform: "sunos", arch: "x64" }, "/p")).toMatch(/ node-llama-cpp@3\.22$/u);
    expect(toInstallCommand()).toMatch(/--prefix "[^"]*packages"/u);
  });

  test("a package of another version is refused", async () => {
    const opening = createLlamaModel({ file, importModule: async () => ({ getLlama: () => {} }) });
    await expect(opening).rejects.toMatchObject({
      code: "usage",
      hint: expect.stringContaining("npm install"),
    });
  });

  test("a machine without a build is told the command, too", async () => {
    await expect(open({ failStart: new Error("NoBinaryFoundError") })).rejects.toMatchObject({
      code: "usage",
      hint: expect.stringContaining("npm install"),
    });
  });

  test.each([{ failLoad: "memory" }, { failContext: "memory" }] as const)(
    "too little memory is told with what needs less: %o",
    async (fake) => {
      const { module, record } = createFakeLlama(fake);
      const opening = createLlamaModel({ file, importModule: async () => module });
      await expect(opening).rejects.toMatchObject({
        code: "usage",
        hint: expect.stringContaining("fewer context tokens"),
      });
      expect(record.disposed).toContain("engine");
    },
  );

  test("a file that llama.cpp does not take is unreadable input, and the engine is freed", async () => {
    const { module, record } = createFakeLlama({
      failLoad: new Error("tensor data is not within the file bounds"),
    });
    const opening = createLlamaModel({ file, importModule: async () => module });
    await expect(opening).rejects.toBeInstanceOf(InputError);
    expect(record.disposed).toEqual(["engine"]);
  });

  test("a missing file is told before anything is loaded", async () => {
    const opening = createLlamaModel({
      file: join(directory.path, "missing.gguf"),
      importModule: async () => Promise.reject(new Error("not to be called")),
    });
    await expect(opening).rejects.toMatchObject({
      code: "input",
      message: expect.stringContaining("missing.gguf"),
    });
  });

  test("the context is 8,192 tokens, or as many as the model was trained with, or as many as are wanted", async () => {
    const sizeOf = async (trained: number, contextTokens?: number): Promise<number | undefined> => {
      const options = contextTokens === undefined ? {} : { contextTokens };
      const { record } = await open({ trainContextSize: trained }, options);
      return record.contexts[0]?.contextSize;
    };
    expect(await sizeOf(32_768)).toBe(8192);
    expect(await sizeOf(2048)).toBe(2048);
    expect(await sizeOf(32_768, 16_384)).toBe(16_384);
    await expect(sizeOf(2048, 4096)).rejects.toMatchObject({ code: "usage", hint: "Give at most 2048." });
    await expect(sizeOf(2048, 0.5)).rejects.toMatchObject({ code: "usage" });
  });

  test("threads are those that are wanted", async () => {
    const { record } = await open({}, { threads: 3 });
    expect(record.contexts[0]).toMatchObject({ threads: 3 });
  });
});

async function open(
  fake: FakeLlama = {},
  options: Partial<LlamaModelOptions> = {},
): Promise<{ model: LanguageModel; record: ReturnType<typeof createFakeLlama>["record"] }> {
  const { module, record } = createFakeLlama(fake);
  return { model: await createLlamaModel({ file, ...options, importModule: async () => module }), record };
}

function toRequest(request: Partial<ModelRequest>): ModelRequest {
  return {
    system: null,
    prompt: [{ text: "Name a fruit." }],
    schema: null,
    maxOutputTokens: 100,
    temperature: 0,
    ...request,
  };
}
