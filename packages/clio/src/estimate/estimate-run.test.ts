import { countRequestTokens, type ModelPrice } from "@observatory/core";
import { createFakeModel, createTemporaryDirectory } from "@observatory/core/testing";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Conversation } from "../conversation.ts";
import { facetsPrompt } from "../model-analyst/prompts/facets-prompt.ts";
import { promptVersion } from "../model-analyst/prompts/prompt-version.ts";
import { toTranscript } from "../prepare/to-transcript.ts";
import { synthesizeConversations } from "../synth/synthesize-conversations.ts";
import { estimateRun, type EstimateModels, type EstimateRunOptions } from "./estimate-run.ts";
import { typicalShares } from "./typical-lengths.ts";

const directory = createTemporaryDirectory();
const chats = join(directory.path, "chats.jsonl");
const corpus = [...synthesizeConversations({ conversations: 240, seed: 4 })];
const distinctTexts = new Set(corpus.map(({ messages }) => JSON.stringify(messages))).size;
const write = (path: string, conversations: readonly Conversation[]): void =>
  writeFileSync(path, conversations.map((conversation) => JSON.stringify(conversation)).join("\n"));

beforeAll(() => write(chats, corpus));
afterAll(() => directory[Symbol.dispose]());

const model = createFakeModel(() => {
  throw new Error("an estimate made a call");
});
const price: ModelPrice = { input: 1, cachedInput: 0.1, cacheWrite: 1.25, output: 5 };
const free: ModelPrice = { input: 0, cachedInput: 0, cacheWrite: 0, output: 0 };
const modelsAt = (of: ModelPrice | null): EstimateModels => ({
  extractor: { model, price: of },
  namer: { model, price },
  auditor: { model, price: free },
});
const estimate = (options: Partial<EstimateRunOptions> = {}, input = chats) =>
  estimateRun([input], { models: modelsAt(price), threads: 1, ...options });
const stageOf = async (stage: string, options: Partial<EstimateRunOptions> = {}, input = chats) => {
  const { stages } = await estimate(options, input);
  return stages.find((one) => one.stage === stage);
};
const repaired = (count: number): number => Math.round(count * (1 + typicalShares.repaired));

describe("without a model", () => {
  test("nothing is called and nothing is paid, and the plan is told all the same", async () => {
    const { stages, totals, levelSizes, input } = await estimate({ models: null });
    expect(stages).toEqual([]);
    expect(totals).toMatchObject({ calls: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 });
    expect(levelSizes[0]).toBe(11);
    expect(input).toMatchObject({ conversations: 240, withoutText: 0 });
  });
});

describe("with models", () => {
  test("the facets' prompts are the real ones, each counted", async () => {
    const unique = [...new Map(corpus.map((one) => [JSON.stringify(one.messages), one])).values()];
    const tokens = unique.reduce(
      (sum, one) =>
        sum +
        countRequestTokens(model, facetsPrompt(toTranscript(one).text, { requests: 2, temperature: 0 })),
      0,
    );
    expect(await stageOf("facets", { requests: 2 })).toMatchObject({
      calls: repaired(distinctTexts),
      inputTokens: repaired(tokens),
      basis: "counted",
    });
    expect(model.requests).toEqual([]);
  });

  test("the stages of a run come in its order, and their sums are the totals", async () => {
    const { stages, totals } = await estimate({ clusters: 14, levels: 2 });
    expect(stages.map(({ stage }) => stage)).toEqual(["facets", "name", "hierarchy", "audit"]);
    expect(totals.calls).toBe(stages.reduce((sum, { calls }) => sum + calls, 0));
    expect(
      stages.every(({ calls, inputTokens, outputTokens }) => Math.min(calls, inputTokens, outputTokens) > 0),
    ).toBe(true);
  });

  test("the same input and options give the same estimate", async () => {
    expect(await estimate({ threads: 1 })).toEqual(await estimate({ threads: 2 }));
  });

  test("a single level has no hierarchy to ask for", async () => {
    expect(await stageOf("hierarchy", { levels: 1 })).toMatchObject({ calls: 0, inputTokens: 0 });
  });

  test("the price is that of each role; of batches, half; of a model without one, unknown", async () => {
    const whole = await stageOf("facets");
    const { inputTokens = 0, outputTokens = 0, costUsd } = whole ?? {};
    expect(costUsd).toBeCloseTo((inputTokens + 5 * outputTokens) / 1e6, 10);
    expect((await stageOf("facets", { priceFactor: 0.5 }))?.costUsd).toBeCloseTo((costUsd ?? 0) / 2, 10);
    expect((await stageOf("audit"))?.costUsd).toBe(0);
    const { totals, unpriced, stages } = await estimate({ models: modelsAt(null) });
    expect([totals.costUsd, unpriced, stages[0]?.costUsd]).toEqual([null, [model.id], null]);
    expect(stages[1]?.costUsd).toBeGreaterThan(0);
  });

  test("one call a facet makes four, and costs more input for the same conversations", async () => {
    const [one, each] = [await stageOf("facets"), await stageOf("facets", { facetCalls: "each" })];
    expect(each?.calls).toBe(repaired(4 * distinctTexts));
    expect(each?.inputTokens).toBeGreaterThan(2 * (one?.inputTokens ?? 0));
  });

  test("a question of the screen is asked of every conversation; a pattern leaves out what does not match", async () => {
    const question = await estimate({ screen: { question: "Is it about code?" } });
    expect(question.stages[0]).toMatchObject({ stage: "screen", calls: repaired(distinctTexts) });
    expect(question.assumptions.join(" ")).toContain("question of the screen");
    const matching = corpus.filter((one) => /code/iu.test(toTranscript(one).text));
    const pattern = await estimate({ screen: { pattern: /code/giu } });
    expect(pattern.input.distinct).toBeLessThanOrEqual(matching.length);
    expect(pattern.stages[0]).toMatchObject({ stage: "facets" });
    expect(pattern.stages[0]?.calls).toBeLessThanOrEqual(repaired(matching.length));
    expect(matching.length).toBeGreaterThan(0);
  });

  test("what is said again to the letter is paid once, and what no user wrote is not paid", async () => {
    const [first, second] = corpus;
    if (!first || !second) throw new Error("the corpus is empty");
    const silent: Conversation = {
      ...first,
      id: "silent",
      messages: [
        { role: "user", content: "\u200b" },
        { role: "assistant", content: "Hi" },
      ],
    };
    const path = join(directory.path, "few.jsonl");
    write(path, [first, { ...first, id: "again" }, second, silent]);
    const { input, stages } = await estimate({}, path);
    expect(input).toMatchObject({ conversations: 4, withoutText: 1, repeated: 1, distinct: 2, counted: 2 });
    expect(stages[0]).toMatchObject({ stage: "facets", calls: 2 });
  });

  test("more clusters than conversations are as many as there are", async () => {
    const path = join(directory.path, "three.jsonl");
    write(path, corpus.slice(0, 3));
    expect((await estimate({ clusters: 50 }, path)).levelSizes).toEqual([3]);
  });

  test("an abort ends it with its reason", async () => {
    const reason = new Error("enough");
    await expect(estimate({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("with an earlier attempt", () => {
  const writeRecord = (analyst: string, calls: number): string => {
    const out = createTemporaryDirectory().path;
    const usage = { calls, inputTokens: 1000 * calls, outputTokens: 77 * calls, costUsd: 1 };
    const at = "2026-01-01T00:00:00.000Z";
    const record = {
      schema: "observatory/run@1",
      createdAt: at,
      updatedAt: at,
      status: "interrupted",
      inputs: [],
      config: {},
      seed: 0,
      analyst,
      embedder: null,
      versions: {},
      stages: { facets: { key: "k", status: "interrupted", counts: {}, durationMs: 1, usage } },
    };
    writeFileSync(join(out, "run.json"), JSON.stringify(record));
    return out;
  };

  test("its tokens a call are taken where it asked the same models", async () => {
    const stage = await stageOf("facets", { out: writeRecord(`fake/model@${promptVersion}`, 50) });
    const calls = repaired(distinctTexts);
    expect(stage).toMatchObject({
      calls,
      inputTokens: 1000 * calls,
      outputTokens: 77 * calls,
      basis: "earlier-calls",
    });
  });

  test.each([
    ["of another model", `fake/other@${promptVersion}`, 50],
    ["with a few calls only", `fake/model@${promptVersion}`, 5],
  ])("one %s says nothing", async (_what, analyst, calls) => {
    expect(await stageOf("facets", { out: writeRecord(analyst, calls) })).toMatchObject({ basis: "counted" });
  });

  test("a run directory that is not there is no obstacle", async () => {
    const out = join(directory.path, "not-yet");
    expect(await stageOf("facets", { out })).toMatchObject({ basis: "counted" });
  });
});
