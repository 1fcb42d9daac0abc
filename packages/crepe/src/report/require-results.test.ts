import { InputError } from "@observatory/core";
import { expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { requireResults } from "./require-results.ts";
import { makeInput, makeRows, type MadeScorer } from "./testing-report-input.ts";

const eyes: MadeScorer = { id: "eyes", kind: "file", isRight: () => true };

async function tell(scorers: readonly MadeScorer[], warnings = 0): Promise<string> {
  const input = await makeInput(
    makeRows(4, () => ({})),
    scorers,
  );
  const damaged = Array.from({ length: warnings }, () => ({ file: "a.json", reason: "it is empty" }));
  const report = await buildReport({ ...input, warnings: damaged }, { resamples: 20 });
  try {
    requireResults(report, ["bench"]);
  } catch (error) {
    if (error instanceof InputError) return `${error.message}. ${error.hint ?? ""}`;
  }
  return "";
}

test("nothing to report is an error that says why, and how results are made", async () => {
  expect(await tell([eyes])).toBe("");
  expect(await tell([])).toMatch(/no results yet\. .*crepe evaluate bench --scorer chance blind/u);
  expect(await tell([{ ...eyes, isStale: true }])).toMatch(/other items/u);
  expect(await tell([], 2)).toMatch(/2 files; a\.json: it is empty/u);
});
