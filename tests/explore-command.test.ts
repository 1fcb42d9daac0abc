import { parseJson } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { createClioData, writeRelease } from "@observatory/explorer/testing";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const untilListening = { signal: "SIGINT", when: "Ctrl-C ends it" } as const;

test("explore prints where it listens, and Ctrl-C is how it ends", async () => {
  using directory = createRuns("june", "july");
  const runs = ["june", "july"].map((name) => join(directory.path, name));
  const { exitCode, stdout, stderr } = await runObservatory(["explore", ...runs, "--no-open", "--json"], {
    interrupt: untilListening,
  });
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/june, july: http:\/\/127\.0\.0\.1:\d+\/\n/u);
  expect(parseJson(stdout)).toMatchObject({
    ok: true,
    value: { url: expect.stringMatching(/^http/u), sources: [{ id: "june" }, { id: "july" }] },
  });
});

test("explore with another host prints an address with a token", async () => {
  using directory = createRuns("june");
  const args = ["explore", join(directory.path, "june"), "--no-open", "--host", "0.0.0.0", "--port", "0"];
  const { exitCode, stderr } = await runObservatory(args, { interrupt: untilListening });
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/\/\?token=[\w-]{32}\n/u);
  expect(stderr).toMatch(/not encrypted/u);
});

test("explore refuses a port that is taken, and what is no run, before it listens", async () => {
  using directory = createRuns("june");
  const run = join(directory.path, "june");
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const taken = await runObservatory(["explore", run, "--no-open", "--port", port]);
  other.close();
  expect([taken.exitCode, taken.stderr]).toEqual([2, expect.stringMatching(/port \d+ is taken/u)]);

  const nothing = await runObservatory(["explore", directory.path, "--no-open"]);
  expect(nothing.exitCode).toBe(2);
  expect(nothing.stderr).toMatch(/observatory explore \S+june/u);
});

test("clio report writes several runs into one file, and only into one that a browser opens", async () => {
  using directory = createRuns("june", "july");
  const runs = ["june", "july"].map((name) => join(directory.path, name));
  const file = join(directory.path, "both.html");
  const { exitCode, stderr } = await runObservatory(["clio", "report", ...runs, "--out", file]);
  expect([exitCode, stderr]).toEqual([0, expect.stringMatching(/opens by double click/u)]);
  expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/u);

  const text = join(directory.path, "both.txt");
  const refused = await runObservatory(["clio", "report", ...runs, "--out", text]);
  expect([refused.exitCode, existsSync(text)]).toEqual([2, false]);
});

function createRuns(...names: readonly string[]) {
  const directory = createTemporaryDirectory();
  for (const name of names) {
    mkdirSync(join(directory.path, name));
    writeRelease(join(directory.path, name), createClioData());
  }
  return directory;
}
