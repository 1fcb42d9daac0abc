import { ModelError, priceUsage, type LanguageModel, type ModelRequest } from "@observatory/core";
import { createFakeModel, createTemporaryDirectory, toPromptText } from "@observatory/core/testing";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCallJournal, type CallJournal } from "./call-journal.ts";
import { journaledModel } from "./journaled-model.ts";

const price = { input: 1, cachedInput: 0.1, cacheWrite: 1.25, output: 5 };

function toRequest(text: string): ModelRequest {
  return { system: "planted system", prompt: [{ text }], schema: null, maxOutputTokens: 9, temperature: 0 };
}

/** The model with a journal that is opened at the first call, and what closes it. */
function withJournal(
  inner: LanguageModel,
  directory: string,
): { readonly model: LanguageModel; close(): Promise<void> } {
  let journal: Promise<CallJournal> | undefined;
  const open = (): Promise<CallJournal> => (journal ??= openCallJournal(directory, { scope: "run" }));
  const model = journaledModel(inner, {
    journal: open,
    costOf: (usage) => priceUsage(usage, price),
  });
  return { model, close: async () => (await journal)?.close() };
}

test("the same calls again, in another process or cut into other parts, ask nothing", async () => {
  using directory = createTemporaryDirectory();
  const inner = createFakeModel((request) => ({ text: toPromptText(request).toUpperCase() }));
  const texts = ["one", "two", "three", "two", "one"];
  for (let attempt = 0; attempt < 2; attempt++) {
    const { model, close } = withJournal(inner, directory.path);
    const replies = await Promise.all(texts.map((text) => model.generate(toRequest(text))));
    expect(replies.map(({ text }) => text)).toEqual(["ONE", "TWO", "THREE", "TWO", "ONE"]);
    const cut = [{ text: "t", cache: true }, { text: "wo" }];
    expect(await model.generate({ ...toRequest(""), prompt: cut })).toEqual(replies[1]);
    await close();
  }
  expect(inner.requests.map(toPromptText)).toEqual(["one", "two", "three"]);
});

test("a cut or refused reply is kept, an error is not", async () => {
  using directory = createTemporaryDirectory();
  let isDown = true;
  const inner = createFakeModel((request) => {
    const text = toPromptText(request);
    if (text === "down" && isDown) throw new ModelError("down", { kind: "server" });
    return { stop: text === "long" ? "length" : text === "bad" ? "refusal" : "end" };
  });
  const { model, close } = withJournal(inner, directory.path);
  await expect(model.generate(toRequest("down"))).rejects.toThrow(ModelError);
  isDown = false;
  for (let attempt = 0; attempt < 2; attempt++) {
    expect(await model.generate(toRequest("long"))).toMatchObject({ stop: "length" });
    expect(await model.generate(toRequest("bad"))).toMatchObject({ stop: "refusal" });
    expect(await model.generate(toRequest("down"))).toMatchObject({ stop: "end" });
  }
  expect(inner.requests).toHaveLength(4);
  await close();
});

test("the journal is opened at the first call, and no prompt and nothing else of the model gets into it", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "calls");
  const inner = Object.assign(
    createFakeModel(() => "an answer"),
    { apiKey: "planted key" },
  );
  const { model, close } = withJournal(inner, path);
  expect(existsSync(path)).toBe(false);
  await model.generate(toRequest("planted prompt"), { purpose: "facets" });
  await close();
  const bytes = Buffer.concat(readdirSync(path).map((name) => readFileSync(join(path, name))));
  expect(bytes.includes("an answer")).toBe(true);
  expect(bytes.includes("facets")).toBe(true);
  expect(bytes.includes("planted")).toBe(false);
});

test("a model whose concurrency changes is seen to change", () => {
  let concurrency = 8;
  const inner: LanguageModel = {
    ...createFakeModel(() => ""),
    get concurrency() {
      return concurrency;
    },
  };
  const { model } = withJournal(inner, "/nowhere");
  concurrency = 2;
  expect(model.concurrency).toBe(2);
});

test("a reply is booked by how it came, and does not say so when it comes from the journal", async () => {
  using directory = createTemporaryDirectory();
  const inner = createFakeModel((request) => ({ batched: toPromptText(request) === "in a batch" }));
  await using journal = await openCallJournal(directory.path, { scope: "run" });
  const model = journaledModel(inner, {
    journal: async () => journal,
    costOf: (_usage, { batched }) => (batched ? 1 : 2),
  });
  const reply = await model.generate(toRequest("in a batch"));
  expect([await journal.spentUsd(), "batched" in reply]).toEqual([1, false]);
  await model.generate(toRequest("directly"));
  expect(await journal.spentUsd()).toBe(3);
});
