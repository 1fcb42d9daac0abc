import { loadRelease } from "@observatory/clio";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
const at = (name: string): string => join(directory.path, name);
afterAll(() => directory[Symbol.dispose]());

const run = (...more: string[]) =>
  runObservatory([
    "clio",
    "run",
    at("chats.jsonl"),
    "--out",
    at("run"),
    "--clusters",
    "2",
    "--json",
    ...more,
  ]);

// Equal texts would be copies and count once.
const places =
  "red blue green old new big small cold warm quiet north south east west upper lower first second main side".split(
    " ",
  );

beforeAll(() => {
  const line = (account: number, content: string): string =>
    `${JSON.stringify({ id: `c${account}`, account: `a${account}`, messages: [{ role: "user", content }] })}\n`;
  const chats = Array.from({ length: 40 }, (_, account) =>
    line(
      account,
      account < 20
        ? `restart the frobnitz in the ${places[account]} hall`
        : `book a cheap flight to a warm city for my ${places[account - 20]} trip`,
    ),
  );
  writeFileSync(at("chats.jsonl"), chats.join(""));
});

test("a word that no dictionary has is published once a person has reviewed it", async () => {
  expect(await run()).toMatchObject({ exitCode: 0 });
  const shown = async (): Promise<string> => JSON.stringify((await loadRelease(at("run"))).clusters);
  expect(await shown()).toContain("flight");
  expect(await shown()).not.toContain("frobnitz");

  const listed = await runObservatory(["clio", "terms", at("run"), "--json"]);
  expect(JSON.parse(listed.stdout)).toMatchObject({
    terms: [{ word: "frobnitz", clusters: [{ accounts: 20 }] }],
    more: 0,
  });
  expect((await runObservatory(["clio", "terms", at("run")])).stdout).toBe("frobnitz\n");

  writeFileSync(at("terms.txt"), "# products\nFrobnitz\n");
  expect(await run("--terms", at("terms.txt"))).toMatchObject({ exitCode: 0 });
  expect(await shown()).toContain("frobnitz");
  const { release } = await loadRelease(at("run"));
  expect(release.supportRule).toMatchObject({ terms: 1, unknownWords: { minAccounts: 100 } });
  expect(readFileSync(at("run/run.json"), "utf8")).toMatch(/"terms": ?"[0-9a-f]{64}"/u);
  expect(readFileSync(at("run/release/release.json"), "utf8").toLowerCase()).not.toContain("frobnitz");
});

test("a file of terms that cannot be used is refused with its line and what to do", async () => {
  writeFileSync(at("bad.txt"), "fine\nada@example.com\n");
  const { exitCode, stderr } = await run("--terms", at("bad.txt"));
  expect(exitCode).toBe(2);
  expect(stderr).toContain("line 2: it looks like personal data");
  expect(stderr).not.toContain("ada@");
  expect(await run("--terms", at("none.txt"))).toMatchObject({ exitCode: 2 });
});
