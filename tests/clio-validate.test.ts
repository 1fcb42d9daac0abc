import type { ValidationReport } from "@observatory/clio";
import { parseJson } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { startTestProvider, type TestProvider } from "@observatory/models/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
afterAll(() => directory[Symbol.dispose]());

const validate = (...more: string[]) =>
  runObservatory(["clio", "validate", "--conversations", "60", "--seed", "2", ...more]);

function readReport(stdout: string): ValidationReport {
  const parsed = parseJson(stdout);
  if (!parsed.ok) throw new Error("standard output is not JSON");
  return parsed.value as ValidationReport;
}

/** A report without the one thing that differs from run to run. */
const withoutTime = ({ analysts, ...rest }: ValidationReport) => ({
  ...rest,
  analysts: analysts.map(({ durationMs: _durationMs, ...analyst }) => analyst),
});

describe("without a model", () => {
  test("the table says what was measured, by what, and what was not", async () => {
    const { exitCode, stdout } = await validate();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/categories found +\d+\.\d % \(.* to .*\), n \d+/u);
    expect(stdout).toContain("by embedding");
    expect(stdout).toContain("not measured: no judge was given");
    expect(stdout).toContain("not measured: this analyst has no auditor");
  });

  test("the same seed gives the same report", async () => {
    const [first, again] = [await validate("--json"), await validate("--json", "--threads", "1")];
    expect(withoutTime(readReport(again.stdout))).toEqual(withoutTime(readReport(first.stdout)));
  });

  test("what cannot be is refused: a judge without a model, a model without a place, one analyst twice", async () => {
    const cases = [
      [["--judge", "lexical", "--out", directory.path], "lexical cannot judge"],
      [["--judge", "openai:m"], "need a place to be kept"],
      [["--analyst", "lexical", "lexical"], "given twice"],
      [["--languages", "xx"], "xx"],
    ] as const;
    for (const [flags, message] of cases) {
      const { exitCode, stdout, stderr } = await validate(...flags);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
      expect(stderr).toContain(message);
    }
  });
});

describe("with models of a provider", () => {
  let provider: TestProvider;
  let report: ValidationReport;
  const run = () => {
    const analysts = [
      "--analyst",
      "lexical",
      "openai:honest",
      "anthropic:careless",
      "--judge",
      "openai:judge",
    ];
    const servers = [
      "--base-url",
      `openai=${provider.openAiUrl}`,
      "--base-url",
      `anthropic=${provider.anthropicUrl}`,
    ];
    const rest = ["--judged", "30", "--out", `${directory.path}/models`, "--json"];
    return validate(...analysts, ...servers, ...rest);
  };

  beforeAll(async () => {
    // The careless auditor finds nothing private in any name.
    provider = await startTestProvider({
      answer: ({ model, title }) =>
        model === "careless" && title === "clio-audit" ? { rating: 5 } : undefined,
    });
    const { exitCode, stdout, stderr } = await run();
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    report = readReport(stdout);
  });
  afterAll(() => provider[Symbol.asyncDispose]());

  test("every analyst is measured, in the order given, on the same conversations", () => {
    expect(report.analysts.map(({ label }) => label)).toEqual([
      "lexical",
      "openai:honest",
      "anthropic:careless",
    ]);
    const measured = report.analysts.map(({ reconstruction }) => reconstruction.accuracy.of);
    expect(new Set(measured).size).toBe(1);
    expect(report.analysts.map(({ reconstruction }) => reconstruction.method)).toEqual([
      "embedding",
      "analyst",
      "analyst",
    ]);
    for (const { summaries, titles } of report.analysts) {
      expect(summaries.value?.fits.of).toBe(30);
      expect(titles.value?.fits.of).toBe(30);
    }
  });

  test("the careless auditor is found out; its false passes are all that is private", () => {
    const [, honest, careless] = report.analysts.map(({ calibration }) => calibration.value);
    expect(careless).toMatchObject({ informative: false, balanced: 0.5, correlation: null });
    expect(careless?.falsePasses).toMatchObject({ count: 96, of: 96 });
    expect(honest?.falsePasses.count).toBeLessThan(96);
  });

  test("calls and tokens are those that the provider saw", () => {
    const usages = report.analysts.flatMap(({ usage, judgeUsage }) => [usage, judgeUsage]);
    const calls = usages.reduce((sum, usage) => sum + (usage?.calls ?? 0), 0);
    expect(calls).toBe(provider.calls);
  });

  test("again, nothing is asked and the report is the same", async () => {
    const before = provider.calls;
    const { stdout } = await run();
    expect(provider.calls).toBe(before);
    expect(withoutTime(readReport(stdout))).toEqual(withoutTime(report));
  });
});
