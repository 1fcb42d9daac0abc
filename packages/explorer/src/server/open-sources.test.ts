import { StateError, UsageError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createClioData } from "../testing/create-clio-data.ts";
import { writeRelease } from "../testing/write-release.ts";
import { openSources } from "./open-sources.ts";

test("gives each an id of its own, made of what it is called", async () => {
  using directory = createTemporaryDirectory();
  const names = ["june", "other/june", "Juli & August", "…", "other/…"];
  for (const name of names) writeRelease(join(directory.path, name), createClioData());
  const paths = names.map((name) => join(directory.path, name));
  const sources = await openSources([...paths, join(directory.path, "june", "release")]);
  expect(sources.map(({ id }) => id)).toEqual([
    "june",
    "june-2",
    "Juli-August",
    "source",
    "source-2",
    "june-3",
  ]);
  expect(sources.at(-1)?.title).toBe("june");
});

test("an id is no name that every object has a meaning for", async () => {
  using directory = createTemporaryDirectory();
  const run = join(directory.path, "__proto__");
  writeRelease(run, createClioData());
  expect((await openSources([run])).map(({ id, title }) => [id, title])).toEqual([["proto", "__proto__"]]);
});

test.each<[string, (path: string) => void, RegExp, RegExp]>([
  ["nothing", () => {}, /nothing at/u, /directory of a run/u],
  ["a file", (path) => writeFileSync(path, ""), /is a file/u, /directory/u],
  ["an empty directory", (path) => mkdirSync(path), /it is empty/u, /clio run and crepe generate/u],
  [
    "another directory",
    (path) => {
      mkdirSync(join(path, "src"), { recursive: true });
      writeFileSync(join(path, "package.json"), "{}");
    },
    /it holds package.json, src/u,
    /release\.json/u,
  ],
  [
    "a directory of runs",
    (path) => writeRelease(join(path, "june"), createClioData()),
    /holds june/u,
    /june$/u,
  ],
])("says what %s looks like, and what to give instead", async (_what, make, message, hint) => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "given");
  make(path);
  const error: unknown = await openSources([path]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toMatchObject({ message: expect.stringMatching(message), hint: expect.stringMatching(hint) });
});

test("sends an HTML file to the browser", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "report.html");
  writeFileSync(path, "");
  await expect(openSources([path])).rejects.toMatchObject({ hint: expect.stringMatching(/double click/u) });
});

test("refuses a run that has not finished, and says how to go on", async () => {
  using directory = createTemporaryDirectory();
  writeFileSync(join(directory.path, "run.json"), "{}");
  await expect(openSources([directory.path])).rejects.toMatchObject({
    message: expect.stringMatching(/not finished/u),
    hint: expect.stringMatching(/clio run command again/u),
  });
});

test.each([
  ["a truncated release", (file: string) => truncateSync(join(file, "..", "clusters.json"), 100), /bytes/u],
  [
    "a newer schema",
    (file: string) => writeFileSync(file, `{"schema":"observatory/clio-release@2"}`),
    /newer version/u,
  ],
])("refuses %s", async (_what, damage, message) => {
  using directory = createTemporaryDirectory();
  writeRelease(directory.path, createClioData());
  damage(join(directory.path, "release", "release.json"));
  const error: unknown = await openSources([directory.path]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StateError);
  expect(error).toMatchObject({
    message: expect.stringMatching(message),
    hint: expect.stringMatching(/.+/u),
  });
});
