import { StateError, UsageError } from "@observatory/core";
import { createTemporaryDirectory, type TemporaryDirectory } from "@observatory/core/testing";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createRelease, writeRelease } from "../testing/create-release.ts";
import { loadRelease } from "./load-release.ts";

let temporary: TemporaryDirectory;
let run: string;
beforeEach(() => {
  temporary = createTemporaryDirectory();
  run = join(temporary.path, "run");
});
afterEach(() => temporary[Symbol.dispose]());

const release = createRelease([{ id: "a", name: "Book flights", conversations: 100 }]);
const map = {
  schema: "observatory/clio-map@1",
  method: "circle",
  neighborhood: null,
  seed: 0,
  points: [{ id: "a", x: 0, y: 0 }],
  neighbours: { a: [] },
};
const write = (contents: Record<string, unknown> = {}): Promise<void> =>
  writeRelease(join(run, "release"), release, {
    "clusters.json": release.clusters,
    "map.json": map,
    ...contents,
  });

/** The error of a load that must fail. */
async function failureOf(path: string): Promise<{ error: unknown; message: string; hint: string }> {
  const error: unknown = await loadRelease(path).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UsageError || error instanceof StateError)) throw new Error("nothing was refused");
  return { error, message: error.message, hint: error.hint ?? "" };
}

describe("a release that is as it was written", () => {
  test("is read whole, from the run or from a copy of its release directory", async () => {
    await write();
    const loaded = await loadRelease(run);
    expect(loaded.clusters).toEqual(release.clusters);
    expect(loaded.map).toEqual(map);
    expect(await loadRelease(join(run, "release"))).toEqual(loaded);
  });

  test("has null for what an earlier version did not write", async () => {
    await writeRelease(run, release, { "clusters.json": release.clusters });
    expect(await loadRelease(run)).toMatchObject({ overlays: null, timeline: null, map: null });
  });

  test("may hold files that are none of ours", async () => {
    await write({ "report.html": "a page" });
    await rm(join(run, "release", "report.html"));
    expect((await loadRelease(run)).map).toEqual(map);
  });
});

describe("a release that is damaged is refused with the file's name and the cure:", () => {
  beforeEach(() => write());
  const inRelease = (name: string): string => join(run, "release", name);

  test("a listed file that is missing", async () => {
    await rm(inRelease("map.json"));
    const { error, message, hint } = await failureOf(run);
    expect(error).toBeInstanceOf(StateError);
    expect(message).toContain("map.json is missing");
    expect(hint).toContain("Run the same clio run command again");
    expect((await failureOf(join(run, "release"))).hint).toContain("Copy the whole release directory");
  });

  test("a file that was cut off", async () => {
    const text = await readFile(inRelease("clusters.json"), "utf8");
    await writeFile(inRelease("clusters.json"), text.slice(0, 100));
    const { message } = await failureOf(run);
    expect(message).toContain(`it has 100 of ${text.length} bytes`);
  });

  test("a file that was changed by hand", async () => {
    const text = await readFile(inRelease("clusters.json"), "utf8");
    await writeFile(inRelease("clusters.json"), text.replace("Book flights", "Book fights!"));
    expect((await failureOf(run)).message).toContain("clusters.json is not the file that the run wrote");
  });

  test("a release.json that is cut off, or not of a release", async () => {
    const text = await readFile(inRelease("release.json"), "utf8");
    await writeFile(inRelease("release.json"), text.slice(0, -40));
    expect((await failureOf(run)).message).toContain("release.json is damaged: it is not JSON");
    await writeFile(inRelease("release.json"), "{}");
    expect((await failureOf(run)).error).toBeInstanceOf(StateError);
  });

  test("a release.json that lists no clusters", async () => {
    await writeRelease(join(run, "release"), release, { "map.json": map });
    expect((await failureOf(run)).message).toContain("lists no clusters.json");
  });
});

describe("what a newer version wrote is refused with the advice to update:", () => {
  test("a release", async () => {
    await write();
    await writeFile(join(run, "release", "release.json"), '{"schema":"observatory/clio-release@2"}');
    const { error, message, hint } = await failureOf(run);
    expect(error).toBeInstanceOf(StateError);
    expect(message).toContain("newer version (observatory/clio-release@2");
    expect(hint).toContain("Update");
  });

  test.each(["clusters", "map", "overlays", "timeline"])("the file %s.json", async (name) => {
    await write({ [`${name}.json`]: { schema: `observatory/clio-${name}@10`, shiny: true } });
    expect((await failureOf(run)).message).toContain(`${name}.json was written by a newer version`);
  });
});

describe("a path that is no run is refused, saying what it looks like:", () => {
  const cases = {
    "nothing at all": { looks: "does not exist", make: async () => {} },
    "an empty directory": { looks: "is an empty directory", make: () => mkdir(run) },
    "a plain directory": {
      looks: "is a directory without run.json",
      make: async () => {
        await mkdir(run);
        await writeFile(join(run, "notes.txt"), "");
      },
    },
    "a run that has not finished": {
      looks: "is a run that has not finished",
      make: async () => {
        await mkdir(run);
        await writeFile(join(run, "run.json"), "{}");
      },
    },
    "a benchmark": {
      looks: "is a benchmark of CREPE",
      make: async () => {
        await mkdir(run);
        await writeFile(join(run, "benchmark.json"), "{}");
      },
    },
    "a release without its list": {
      looks: "is part of a release",
      make: async () => {
        await mkdir(run);
        await writeFile(join(run, "clusters.json"), "{}");
      },
    },
    "a file": { looks: "is a file", make: () => writeFile(run, "{}") },
  };

  test.each(Object.entries(cases))("%s", async (_, { looks, make }) => {
    await make();
    const { error, message, hint } = await failureOf(run);
    expect(error).toBeInstanceOf(UsageError);
    expect(message).toContain(looks);
    expect(hint).not.toBe("");
  });
});
