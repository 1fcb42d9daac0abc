import type { AnalystValidation, Share } from "@observatory/clio";
import { expect, test } from "vitest";
import { createPaint } from "./paint.ts";
import { toValidationLines } from "./validation.ts";

const half: Share = { count: 5, of: 10, share: 0.5, interval: [0.2366, 0.7634] };
const none: Share = { count: 0, of: 0, share: null, interval: null };

const analyst: AnalystValidation = {
  label: "a\u001B[31m",
  analyst: "fake@1",
  embedder: "fake/words",
  judge: null,
  reconstruction: {
    method: "analyst",
    categories: 28,
    accuracy: half,
    own: none,
    chance: { uniform: 1 / 28, majority: 0.4 },
    balanced: 0.25,
    byEmbedding: 0,
    unread: 0,
    outside: 2,
    perCategory: [{ category: "Cook", accuracy: half, chosen: 7 }],
    perLanguage: [{ language: "en", accuracy: half }],
    confusions: [{ truth: "Cook", chosen: "Travel", count: 3 }],
  },
  summaries: { value: null, reason: "no judge was given" },
  titles: { value: { fits: half, mixedUp: none, unanswered: 2 }, reason: null },
  calibration: {
    value: {
      accuracy: half,
      constant: 0.6,
      balanced: 0.5,
      falsePasses: half,
      falseRefusals: none,
      tricky: half,
      exact: half,
      withinOne: half,
      correlation: null,
      confusion: [],
      unrated: 0,
      informative: false,
      wrong: [{ name: "Somebody", truth: 1, given: 5 }],
    },
    reason: null,
  },
  misfits: { first: 3, second: 1, reasons: { schema: 4 } },
  usage: {
    calls: 12,
    inputTokens: 3456,
    cachedInputTokens: 0,
    outputTokens: 78,
    costUsd: 0.01,
    reusedCalls: 9,
  },
  judgeUsage: null,
  durationMs: 1500,
};

const report = {
  schema: "observatory/clio-validation@1",
  promptVersion: 1,
  conversations: 10,
  languages: null,
  seed: 0,
  auditCases: 240,
  analysts: [analyst],
} as const;

const lines = toValidationLines(report, createPaint(false));
const lineOf = (title: string): string => lines.find((line) => line.startsWith(title)) ?? "";

test("a share comes with its interval and its number, and one of nothing is a dash", () => {
  expect(lineOf("categories found")).toContain("50.0 % (23.7 to 76.3), n 10");
  expect(lineOf("  its own answers")).toMatch(/ -$/u);
  expect(lineOf("  chance")).toContain("3.6 % blind, 40.0 % the largest");
  expect(lineOf("titles fit")).toContain("2 unanswered");
});

test("what was not measured says why", () => {
  expect(lineOf("summaries fit")).toContain("not measured: no judge was given");
});

test("an auditor that is no better than a constant is called that", () => {
  expect(lineOf("  a constant rating")).toContain("NO BETTER THAN THIS");
  expect(lines).toContain("  1 rated 5: Somebody");
});

test("usage tells calls that were paid for elsewhere apart", () => {
  expect(lineOf("calls")).toContain("12 (9 more from the journal)");
  expect(lineOf("tokens in / out")).toContain("3,456 / 78");
});

test("no escape sequence of a label gets through", () => {
  expect(lines.join("\n")).not.toContain("\u001B");
});
