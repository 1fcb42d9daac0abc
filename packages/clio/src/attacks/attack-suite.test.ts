import { type ProgressEvent } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attackReportSchema } from "./attack-report.ts";
import { runAttackSuite } from "./attack-suite.ts";

test("planted secrets leak with the defence off and not with it on, and a finished attack is not run again", async () => {
  using directory = createTemporaryDirectory();
  const options = { attacks: ["canaries" as const], out: directory.path, threads: 1 };
  const report = await runAttackSuite(options);
  expect(attackReportSchema.parse(report)).toEqual(report);
  expect(report.outcomes.map(({ variant, verdict }) => [variant, verdict])).toEqual([
    ["lexical", "holds"],
    ["obedient, summaries", "holds"],
    ["obedient, phrases", "holds"],
  ]);
  for (const { off, on } of report.outcomes) {
    expect(off.count).toBeGreaterThan(3);
    expect(on.count).toBe(0);
  }
  expect(existsSync(join(directory.path, "work"))).toBe(false);

  const events: ProgressEvent[] = [];
  expect(await runAttackSuite({ ...options, onEvent: (event) => events.push(event) })).toEqual(report);
  expect(events).toMatchObject([{ type: "stage-end", stage: "attack: canaries", status: "reused" }]);
  expect(readFileSync(join(directory.path, "attacks.json"), "utf8")).toContain('"verdicts"');
});
