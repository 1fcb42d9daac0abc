import { createModelAnalyst, estimateRun, runClio, synthesizeConversations } from "@observatory/clio";
import { parseJson } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { createBuiltinEmbedder, createOpenAiModel, persistentModel } from "@observatory/models";
import { startTestProvider } from "@observatory/models/testing";
import { journaledModel, openCallJournal, readRunRecord } from "@observatory/store";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
const chats = join(directory.path, "chats.jsonl");
const write = (path: string, conversations: number, seed: number): void =>
  writeFileSync(
    path,
    [...synthesizeConversations({ conversations, seed })].map((one) => JSON.stringify(one)).join("\n"),
  );
beforeAll(() => write(chats, 300, 2));
afterAll(() => directory[Symbol.dispose]());

const estimate = (...flags: string[]) => runObservatory(["clio", "estimate", chats, ...flags]);

describe("clio estimate", () => {
  test("says that the lexical analyst costs nothing", async () => {
    const { exitCode, stdout, stderr } = await estimate();
    expect([exitCode, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("0 calls, $0");
    expect(stderr).not.toContain("not counted");
  });

  test("says what it does not count: an embedder that is paid, and answers that are kept", async () => {
    const embedder = ["--embedder", "openai:text-embedding-3-small"];
    const lexical = await estimate(...embedder);
    expect(lexical.stderr).toContain("Embeddings by openai:text-embedding-3-small are not counted");
    const { exitCode, stderr } = await estimate("--analyst", "openai:gpt-5-mini", ...embedder);
    expect(exitCode).toBe(0);
    expect(stderr).toContain("Embeddings by openai:text-embedding-3-small are not counted");
    expect(stderr).toContain("Nothing is taken off for answers that are kept already");
  });

  test("tells people stages, prices and their date, and what is not known", async () => {
    const { exitCode, stdout, stderr } = await estimate(
      "--analyst",
      "anthropic:claude-haiku-4-5",
      "--namer",
      "openai:unheard-of",
    );
    expect([exitCode, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/facets +anthropic\/claude-haiku-4-5 +[\d,]+ +[\d,]+ +[\d,]+ +\$\d/u);
    expect(stderr).toMatch(/hierarchy +openai\/unheard-of .*unknown/u);
    expect(stderr).toMatch(/Prices of \d{4}-\d\d-\d\d/u);
    expect(stderr).toContain("No price is known for openai/unheard-of");
  });

  test("gives programs the same as JSON, with half the price for batches", async () => {
    const read = async (...flags: string[]): Promise<unknown> => {
      const { stdout } = await estimate("--analyst", "openai:gpt-5-mini", "--json", ...flags);
      const json = parseJson(stdout);
      return json.ok ? json.value : null;
    };
    const whole = await read();
    expect(whole).toMatchObject({
      stages: [{ stage: "facets" }, { stage: "name" }, { stage: "hierarchy" }, { stage: "audit" }],
      unpriced: [],
      input: { conversations: 300 },
    });
    const costOf = (value: unknown): number => {
      const totals = typeof value === "object" && value !== null && "totals" in value ? value.totals : null;
      return typeof totals === "object" && totals !== null && "costUsd" in totals
        ? Number(totals.costUsd)
        : 0;
    };
    expect(costOf(whole)).toBeGreaterThan(0);
    expect(costOf(await read("--batch"))).toBeCloseTo(costOf(whole) / 2, 8);
  });

  test("writes nothing, not even the run directory", async () => {
    const before = readdirSync(directory.path);
    await estimate("--analyst", "openai:gpt-5-mini", "--out", join(directory.path, "run"));
    expect(readdirSync(directory.path)).toEqual(before);
  });

  test("refuses what a run would refuse", async () => {
    expect(await estimate("--levels", "9")).toMatchObject({ exitCode: 2 });
    expect(await estimate("--analyst", "nobody")).toMatchObject({ exitCode: 2 });
  });
});

test(
  "of 2,000 conversations each stage takes within 10 % of the tokens that were estimated",
  { timeout: 300_000 },
  async () => {
    const input = join(directory.path, "many.jsonl");
    const out = join(directory.path, "run");
    write(input, 2000, 11);
    const toModel = (baseUrl?: string) =>
      createOpenAiModel({
        model: "test-model",
        apiKey: "none",
        ...(baseUrl === undefined ? {} : { baseUrl }),
      });
    const counter = toModel();
    const countTokens = (text: string): number => counter.countTokens(text);
    await using provider = await startTestProvider({ countTokens });
    await using journal = await openCallJournal(join(directory.path, "calls"), { scope: "test" });
    const model = journaledModel(persistentModel(toModel(provider.openAiUrl), { maxConcurrency: 8 }), {
      journal: async () => journal,
      costOf: () => 0,
    });
    const priced = { model, price: null };
    const { stages } = await estimateRun([input], {
      models: { extractor: priced, namer: priced, auditor: priced },
    });
    expect(provider.calls).toBe(0);

    const embedder = createBuiltinEmbedder({ threads: 2 });
    const analyst = createModelAnalyst({
      extractor: model,
      namer: model,
      auditor: model,
      usageOf: (purpose) => journal.usageOf(purpose),
    });
    await runClio([input], { out, analyst, embedder });
    await embedder.close();
    const record = await readRunRecord(out);
    for (const { stage, inputTokens, outputTokens } of stages) {
      const used = record.stages[stage]?.usage;
      expect(Math.abs(inputTokens / (used?.inputTokens ?? 0) - 1), `${stage}, input`).toBeLessThan(0.1);
      expect(Math.abs(outputTokens / (used?.outputTokens ?? 0) - 1), `${stage}, output`).toBeLessThan(0.1);
    }
  },
);
