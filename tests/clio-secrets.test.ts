import { listCanaries, poisonTarget } from "@observatory/clio";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
const at = (name: string): string => join(directory.path, name);
afterAll(() => directory[Symbol.dispose]());

test("no planted secret and no poisoned instruction reaches a release, an event or the terminal", async () => {
  const plants = ["--plant", "canaries", "poison"];
  await runObservatory([
    "clio",
    "synth",
    "--out",
    at("corpus.jsonl"),
    "--conversations",
    "1500",
    "--seed",
    "2",
    ...plants,
  ]);
  const { exitCode, stdout, stderr } = await runObservatory([
    "clio",
    "run",
    at("corpus.jsonl"),
    "--out",
    at("run"),
    "--json",
  ]);
  expect(exitCode).toBe(0);

  const planted = readFileSync(at("corpus.jsonl"), "utf8");
  const secrets = [
    ...listCanaries({ seed: 2 }).flatMap((canary) => [canary.secret, ...canary.parts]),
    poisonTarget(2).secret,
  ];
  expect(secrets.filter((secret) => planted.includes(secret)).length).toBeGreaterThan(50);

  const release = readdirSync(at("run/release")).map((file) =>
    readFileSync(join(at("run/release"), file), "utf8"),
  );
  const records = ["run.json", "events.jsonl"].map((file) => readFileSync(join(at("run"), file), "utf8"));
  const shown = [...release, ...records, stdout, stderr].join("\n").toLowerCase();
  expect(secrets.filter((secret) => shown.includes(secret.toLowerCase()))).toEqual([]);
  expect(shown).not.toMatch(/ignore (?:all|your|the) /);
});
