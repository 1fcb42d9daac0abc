import {
  createRandom,
  succeeded,
  UsageError,
  type ModelRequest,
  type ProgressEvent,
} from "@observatory/core";
import { createFakeEmbedder, createFakeModel, createTemporaryDirectory } from "@observatory/core/testing";
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Analyst, AnalystUsage, HierarchyAnalyst } from "../analyst.ts";
import { createLexicalAnalyst } from "../lexical-analyst.ts";
import { createModelAnalyst } from "../model-analyst/create-model-analyst.ts";
import { auditCases } from "./audit-cases/index.ts";
import { categoryNames } from "./categories.ts";
import type { ValidationSubject } from "./validate-analyst.ts";
import { validateAnalysts, type ValidationOptions } from "./validate-analysts.ts";

const embedder = createFakeEmbedder();
const lexical = createLexicalAnalyst();
const small: ValidationOptions = { conversations: 120, seed: 5, threads: 1, now: () => 0 };

/** Reads the truth off the labels and puts every request where `choose` says. */
function createFakeAnalyst(
  choose: (child: string, parents: readonly string[]) => number | null,
  more: Partial<Analyst> = {},
): Analyst {
  const hierarchy: HierarchyAnalyst = {
    proposeParents: async () => [],
    deduplicateParents: async () => null,
    assignParents: async (children, parents) => children.map(({ name }) => choose(name, parents)),
  };
  return {
    ...lexical,
    hierarchy,
    extractFacets: async (conversations) =>
      conversations.map(({ labels }) => {
        const [domain] = labels["path"] as readonly string[];
        const request = categoryNames[domain ?? ""] ?? "none";
        const requests = [{ request, task: request, weight: 1 }];
        return succeeded({ requests, languages: [], concern: 1, turns: 1, length: 1 });
      }),
    ...more,
  };
}

const validateOne = async (subject: Partial<ValidationSubject>, options: ValidationOptions = {}) => {
  const subjects = [{ label: "one", analyst: lexical, embedder, ...subject }];
  const [report] = (await validateAnalysts(subjects, { ...small, ...options })).analysts;
  if (report === undefined) throw new Error("no report");
  return report;
};

describe("reconstruction", () => {
  test("an analyst that knows the truth finds all", async () => {
    const analyst = createFakeAnalyst((child, parents) => parents.indexOf(child));
    const { reconstruction } = await validateOne({ analyst });
    expect(reconstruction.accuracy.share).toBe(1);
    expect(reconstruction).toMatchObject({ method: "analyst", categories: 28, balanced: 1, confusions: [] });
    expect(reconstruction.perLanguage.every(({ accuracy }) => accuracy.share === 1)).toBe(true);
    expect(reconstruction.accuracy.of + reconstruction.outside).toBe(120);
  });

  test("an analyst that guesses does as chance says", async () => {
    const random = createRandom(1);
    const analyst = createFakeAnalyst((_, parents) => random.integer(parents.length));
    const { reconstruction } = await validateOne({ analyst }, { conversations: 2000 });
    const [low, high] = reconstruction.accuracy.interval ?? [1, 0];
    expect(low).toBeLessThan(reconstruction.chance.uniform);
    expect(high).toBeGreaterThan(reconstruction.chance.uniform);
    expect(high).toBeLessThan(0.06);
  });

  test("an analyst that always says the same does as the share of that category says", async () => {
    const analyst = createFakeAnalyst(() => 0);
    const { reconstruction } = await validateOne({ analyst });
    const first = reconstruction.perCategory.find(({ accuracy }) => accuracy.share === 1);
    expect(reconstruction.accuracy.count).toBe(first?.accuracy.of);
    expect(reconstruction.balanced).toBeCloseTo(1 / reconstruction.perCategory.length, 12);
  });

  test("what it leaves open, nearness of vectors decides, and none of that counts as its own", async () => {
    const { reconstruction } = await validateOne({ analyst: createFakeAnalyst(() => null) });
    // Requests that read like the category's name are nearest to it.
    expect(reconstruction.accuracy.share).toBe(1);
    expect(reconstruction.byEmbedding).toBe(reconstruction.accuracy.of);
    expect(reconstruction.own).toMatchObject({ count: 0, of: 0, share: null });
  });

  test("conversations that cannot be read are wrong", async () => {
    const analyst = createFakeAnalyst((child, parents) => parents.indexOf(child));
    const { reconstruction } = await validateOne({
      analyst: {
        ...analyst,
        extractFacets: async (conversations) =>
          (await analyst.extractFacets(conversations)).map((outcome, index) =>
            index % 2 === 0 ? outcome : { ok: false, reason: "no-user-text" },
          ),
      },
    });
    const { accuracy, unread } = reconstruction;
    expect(unread).toBeGreaterThan(50);
    expect(accuracy.count).toBe(accuracy.of - unread);
  });
});

describe("the lexical analyst", () => {
  test("needs no key: its categories are found by embedding, the rest is not measured and says why", async () => {
    const report = await validateOne({});
    expect(report.reconstruction).toMatchObject({ method: "embedding", own: { of: 0 } });
    expect(report.calibration).toEqual({ value: null, reason: "this analyst has no auditor" });
    expect(report.summaries).toEqual({ value: null, reason: "no judge was given" });
    expect(report.titles).toEqual({ value: null, reason: "no judge was given" });
    expect(report).toMatchObject({ judge: null, usage: null, judgeUsage: null });
  });
});

describe("a judge", () => {
  const textOf = (request: ModelRequest): string => request.prompt.map(({ text }) => text).join("");
  /** Says yes where the words between the tags share one with the rest. */
  const createWordJudge = () => ({
    model: createFakeModel((request) => {
      const text = textOf(request);
      const summary = /<summary>(.*)<\/summary>/u.exec(text)?.[1] ?? "";
      const rest = /<(conversation|cluster)\b[^]*?<\/\1>/u.exec(text)?.[0].toLowerCase() ?? "";
      const words = summary.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
      return JSON.stringify({ fits: words.some((word) => rest.includes(word)) });
    }),
  });

  test("sees summaries and titles, and pairs that were mixed up to test it", async () => {
    const report = await validateOne(
      { judge: createWordJudge() },
      { conversations: 200, judged: 40, languages: ["en"] },
    );
    for (const { value } of [report.summaries, report.titles]) {
      expect(value?.fits.of).toBe(40);
      expect(value?.mixedUp.of).toBeGreaterThan(15);
      expect(value?.fits.share ?? 0).toBeGreaterThan(value?.mixedUp.share ?? 1);
    }
    expect(report.judge).toBe("fake/model");
  });

  test("one that always says yes is given away by the mixed-up pairs", async () => {
    const judge = { model: createFakeModel(() => '{"fits":true}') };
    const { summaries, titles } = await validateOne({ judge }, { conversations: 40, judged: 30 });
    expect(summaries.value).toMatchObject({ fits: { share: 1 }, mixedUp: { share: 1 } });
    expect(titles.value).toMatchObject({ fits: { share: 1 }, mixedUp: { share: 1 } });
  });

  test("answers that do not fit are in no share, and no misfit of the analyst", async () => {
    const judge = { model: createFakeModel(() => "maybe") };
    const { summaries, misfits } = await validateOne({ judge }, { conversations: 40, judged: 10 });
    expect(summaries.value).toMatchObject({ fits: { of: 0, share: null }, unanswered: 15 });
    expect(misfits).toEqual({ first: 0, second: 0, reasons: {} });
  });
});

describe("an auditor", () => {
  test("is asked about every case, and a constant one is no better than a constant", async () => {
    const asked: number[] = [];
    const audit: Analyst["audit"] = async (names) => {
      asked.push(names.length);
      return names.map(() => 5 as const);
    };
    const { calibration } = await validateOne({ analyst: createFakeAnalyst(() => 0, { audit }) });
    expect(asked).toEqual([auditCases.length]);
    expect(calibration.value).toMatchObject({ informative: false, falsePasses: { share: 1 } });
  });
});

describe("the comparison", () => {
  test("counts misfits and what calls took by purposes of their own", async () => {
    const purposes = new Set<string>();
    const usageOf = async (purpose: string): Promise<AnalystUsage> => {
      purposes.add(purpose);
      return {
        calls: 2,
        inputTokens: 10,
        cachedInputTokens: 1,
        outputTokens: 3,
        costUsd: 0.5,
        reusedCalls: 4,
      };
    };
    const model = createFakeModel((_, call) => (call % 2 === 0 ? "no JSON" : "{}"));
    const models = { extractor: model, namer: model, auditor: model };
    const subjects = ["one", "two"].map((label) => ({
      label,
      embedder,
      analyst: createModelAnalyst({ ...models, usageOf }),
    }));
    const report = await validateAnalysts(subjects, { ...small, conversations: 10 });
    // Facets, assignments and ratings of both, each with its purpose.
    expect(purposes.size).toBe(6);
    for (const { usage, misfits, reconstruction } of report.analysts) {
      expect(usage).toEqual({
        calls: 6,
        inputTokens: 30,
        cachedInputTokens: 3,
        outputTokens: 9,
        costUsd: 1.5,
        reusedCalls: 12,
      });
      const questions = 10 + reconstruction.accuracy.of + auditCases.length;
      expect(misfits).toMatchObject({ first: questions, second: questions });
      expect(Object.keys(misfits.reasons)).toEqual(["not-json", "schema"]);
    }
  });

  test("the same again is the same report, on any number of threads", async () => {
    const run = (threads: number) =>
      validateAnalysts([{ label: "a", analyst: lexical, embedder }], { ...small, threads });
    expect(await run(2)).toEqual(await run(1));
  });

  test("the same label twice is refused", async () => {
    const subject = { label: "a", analyst: lexical, embedder };
    await expect(validateAnalysts([subject, subject], small)).rejects.toThrow(UsageError);
  });

  test("tells its steps, and stops where it is told to", async () => {
    const events: ProgressEvent[] = [];
    const stop = new AbortController();
    const reason = new Error("enough");
    const onEvent = (event: ProgressEvent): void => {
      events.push(event);
      if (event.type === "stage-end") stop.abort(reason);
    };
    await expect(validateOne({}, { onEvent, signal: stop.signal })).rejects.toBe(reason);
    expect(events.map(({ type }) => type)).toEqual(["stage-start", "stage-end"]);
  });

  test("keeps its runs where it is told to, so that titles are not named twice", async () => {
    using directory = createTemporaryDirectory();
    let named = 0;
    const analyst: Analyst = {
      ...lexical,
      nameClusters: (clusters, call) => {
        named++;
        return lexical.nameClusters(clusters, call);
      },
    };
    const judge = { model: createFakeModel(() => '{"fits":true}') };
    const run = () => validateOne({ analyst, judge }, { out: directory.path, conversations: 40, judged: 5 });
    const first = await run();
    const calls = named;
    expect(await run()).toEqual(first);
    expect(named).toBe(calls);
    expect(readdirSync(directory.path).length).toBe(1);
    expect(existsSync(directory.path)).toBe(true);
  });
});
