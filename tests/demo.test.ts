import { createTemporaryDirectory } from "@observatory/core/testing";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

test("the demo runs both instruments and shows a tree of clusters and who finds the true caption", async () => {
  using directory = createTemporaryDirectory();
  const out = join(directory.path, "demo");
  const { exitCode, stdout, stderr } = await runObservatory(["demo", "--out", out, "--conversations", "400"]);
  expect(stderr).not.toMatch(/^error/mu);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^\S.* \d+ +\d+\.\d %  █/mu);
  const group = (scorer: string): number =>
    Number(new RegExp(`^${scorer} .* (\\d+\\.\\d) \\[[^\\]]*\\]$`, "mu").exec(stdout)?.[1]);
  expect(["oracle/full", "oracle/bag-of-words", "chance"].map(group)).toEqual([100, 16.7, 16.7]);
  expect(group("pixel-parser")).toBeGreaterThan(90);
  expect(group("observatory/world-clip")).toBeLessThan(30);
  for (const file of ["clio/release/report.html", "crepe/results/pixel-parser.json"])
    expect(existsSync(join(out, file))).toBe(true);
}, 120_000);
