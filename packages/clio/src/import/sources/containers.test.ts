import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createZip, type ZipEntryContent } from "../../testing/create-zip.ts";
import { importAll } from "../../testing/import-all.ts";
import { createImportDirectory, type ImportDirectory } from "../../testing/import-directory.ts";
import { fingerprintInputs } from "../fingerprint-inputs.ts";
import type { LossReport } from "../loss-report.ts";
import { findFiles } from "./find-files.ts";
import { openZip, type ZipOptions } from "./open-zip.ts";

let directory = createImportDirectory();
beforeEach(() => {
  directory = createImportDirectory();
});
afterEach(() => directory[Symbol.dispose]());
const write: ImportDirectory["write"] = (name, content) => directory.write(name, content);

async function read(path: string): Promise<{ ids: string[]; losses: LossReport; skipped: string[] }> {
  const { conversations, losses, error } = await importAll(path);
  if (error !== null) expect(error).toMatchObject({ name: "InputError" });
  const ids = conversations.map(({ id }) => id);
  const skipped = losses.skipped.flatMap(({ reason, examples }) =>
    examples.map(({ file }) => `${reason} ${file}`),
  );
  return { ids, losses, skipped: skipped.toSorted() };
}

const readZip = (entries: readonly ZipEntryContent[]): ReturnType<typeof read> =>
  read(write("x.zip", createZip(entries)));

const chat = (id: string | null): string =>
  JSON.stringify({ ...(id === null ? {} : { id }), messages: [{ role: "user", content: `hello ${id}` }] });

describe("a zip archive", () => {
  test("is read entry by entry in its own order, with gzip inside", async () => {
    const { ids, losses } = await readZip([
      { name: "export/", content: "", method: 0 },
      { name: "export/b.json", content: `[${chat("1")},${chat(null)}]` },
      { name: "export/a.jsonl", content: `${chat("2")}\n`, method: 0 },
      { name: "export/c.jsonl.gz", content: gzipSync(chat("3")) },
      { name: "export/é.jsonl", content: chat("4"), zip64: true },
    ]);
    expect(ids).toEqual(["1", "x.zip/export/b.json:2", "2", "3", "4"]);
    expect(losses.skipped).toEqual([]);
    expect(losses.files.map(({ file, kept }) => [file, kept])).toEqual([
      ["x.zip/export/b.json", 2],
      ["x.zip/export/a.jsonl", 1],
      ["x.zip/export/c.jsonl.gz", 1],
      ["x.zip/export/é.jsonl", 1],
    ]); // name, conversations
    expect(losses.files.every(({ sha256, bytes }) => sha256?.length === 64 && bytes > 0)).toBe(true);
  });

  test("of which parts cannot be read loses them by reason and keeps the rest", async () => {
    const { ids, skipped } = await readZip([
      { name: "1.jsonl", content: chat("1"), flags: 1 },
      { name: "2.jsonl", content: chat("2"), method: 93 },
      { name: "3.zip", content: createZip([{ name: "x.jsonl", content: chat("3") }]) },
      { name: "3.zip.gz", content: gzipSync(createZip([])) },
      { name: "4.jsonl", content: "5.jsonl", unixMode: 0o120777 },
      { name: "__MACOSX/5.jsonl", content: chat("5") },
      { name: "a/.hidden/5.jsonl", content: chat("5") },
      { name: "6.jsonl", content: chat("6"), crc32: 7 },
      { name: "7.jsonl", content: chat("7"), statedBytes: 3 },
      {
        name: "8.jsonl",
        content: chat("8"),
        packed: deflateRawSync(`${chat("8")}\n`).subarray(0, -1),
      },
      { name: "9.jsonl", content: chat("9") },
      { name: "empty.json", content: "" },
    ]);
    // What is damaged at its end has been given out by then.
    expect(ids).toEqual(["6", "7", "8", "9"]);
    expect(skipped).toEqual([
      "damaged-zip x.zip/6.jsonl",
      "damaged-zip x.zip/7.jsonl",
      "damaged-zip x.zip/8.jsonl",
      "empty-file x.zip/empty.json",
      "encrypted-entry x.zip/1.jsonl",
      "hidden-entry x.zip/__MACOSX/5.jsonl",
      "hidden-entry x.zip/a/.hidden/5.jsonl",
      "link-in-archive x.zip/4.jsonl",
      "nested-archive x.zip/3.zip",
      "nested-archive x.zip/3.zip.gz",
      "unknown-compression x.zip/2.jsonl",
    ]);
  });

  test("has names that lead nowhere, are fit to print and differ", async () => {
    const long = "n".repeat(5000);
    const names = [
      "../../etc/passwd",
      "/abs.jsonl",
      "C:\\x\\y.jsonl",
      "a\u001b[2J\n.jsonl",
      "d",
      "d",
      long,
      "..",
    ];
    const { losses, ids } = await readZip(names.map((name) => ({ name, content: chat(null) })));
    expect(losses.files.map(({ file }) => file)).toEqual([
      "x.zip/etc/passwd",
      "x.zip/abs.jsonl",
      "x.zip/C:/x/y.jsonl",
      "x.zip/a?[2J?.jsonl",
      "x.zip/d",
      "x.zip/d#2",
      `x.zip/${"n".repeat(200)}`,
      "x.zip/?",
    ]);
    expect(new Set(ids).size).toBe(names.length);
  });

  test("is left where it unpacks to too much, entry by entry and as a whole", async () => {
    const path = write(
      "x.zip",
      createZip(["1", "2", "3", "4"].map((name) => ({ name, content: "x".repeat(3e5) }))),
    );
    const count = async (limits: Partial<ZipOptions>): Promise<[number, string[]]> => {
      const lost: string[] = [];
      let bytes = 0;
      const onLoss = (reason: string, file: string): number => lost.push(`${reason} ${file}`);
      const found = { file: "x.zip", path, bytes: 2000 };
      for await (const source of openZip(found, { onLoss, ...limits }))
        for await (const chunk of source.read()) bytes += chunk.length;
      return [bytes, lost];
    };
    expect(await count({})).toEqual([1_200_000, []]);
    const [bytes, lost] = await count({ unpackedBytes: 100_000, maxRatio: 100 });
    expect(bytes).toBeLessThan(900_000);
    expect(lost).toEqual(["1", "2", "3", "4"].map((name) => `zip-bomb x.zip/${name}`));
    // Each alone is sound, all together are not.
    const [total, rest] = await count({ unpackedBytes: 700_000, maxRatio: 300 });
    expect(total).toBeLessThan(700_001);
    expect(rest).toEqual(["zip-bomb x.zip/3", "zip-bomb x.zip/4"]);
    expect((await count({ maxEntries: 3 }))[1]).toEqual(["too-many-entries x.zip/4"]);
  });

  test("that is cut gives what is left, and counts itself as damaged", async () => {
    const lines = (ids: readonly string[]): string => ids.map((id) => `${chat(id)}\n`).join("");
    const whole = createZip([
      { name: "1.jsonl", content: lines(["1"]) },
      { name: "2.jsonl", content: lines(["2"]), isStream: true },
      { name: "3.jsonl", content: lines(["3"]), method: 0, isStream: true },
      { name: "4.jsonl", content: lines(["4", "5"]), method: 0 },
    ]);
    const withoutDirectory = whole.subarray(0, whole.indexOf("PK\u0001\u0002"));
    const { ids, skipped } = await read(write("x.zip", withoutDirectory));
    expect(ids).toEqual(["1", "2", "3", "4", "5"]);
    expect(skipped).toEqual(["damaged-zip x.zip"]);
    const cut = await read(write("y.zip", withoutDirectory.subarray(0, -5)));
    expect(cut).toMatchObject({
      ids: ["1", "2", "3", "4"],
      skipped: ["damaged-zip y.zip", "damaged-zip y.zip/4.jsonl", "invalid-json y.zip/4.jsonl"],
    });
  });

  test("that is cut or damaged anywhere loses what it says it loses, and nothing else breaks", async () => {
    const whole = createZip(
      ["1", "2", "3"].map((id) => ({
        name: `${id}.jsonl`,
        content: chat(id),
        zip64: id === "2",
        isStream: id === "3",
      })),
    );
    const damage = fc.oneof(
      fc.nat(whole.length - 1).map((end) => whole.subarray(0, end)),
      fc
        .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
        .map((changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          return bytes;
        }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        const { ids, losses } = await read(write("x.zip", bytes));
        expect(losses.kept).toBe(ids.length);
        if (bytes.length < whole.length) expect(ids).toEqual(["1", "2", "3"].slice(0, ids.length));
        if (bytes.length < whole.length) expect(losses.skipped).not.toEqual([]);
        if (ids.length < 3) expect(losses.skipped).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

test("zstd is read where Node can, and a loss with a cure where not", async () => {
  const frame = zstdFrame(`${chat("1")}\n`);
  const { ids, skipped } = await read(write("x.zst", frame));
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isKnown = major > 22 || (major === 22 && minor >= 15);
  expect(ids).toEqual(isKnown ? ["1"] : []);
  expect(skipped).toEqual(isKnown ? [] : ["zstd-unsupported x.zst"]);
  if (!isKnown) return;
  const two = Buffer.concat([frame, zstdFrame(chat("2")), Buffer.alloc(9)]);
  expect(await read(write("y.zst", two))).toMatchObject({ ids: ["1", "2"], skipped: [] });
  const cut = await read(write("z.zst", two.subarray(0, two.length - 12)));
  expect(cut).toMatchObject({ ids: ["1"], skipped: ["invalid-json z.zst", "truncated-zstd z.zst"] });
  const more = await read(write("v.zst", Buffer.concat([frame, Buffer.from("more")])));
  expect(more).toMatchObject({ ids: ["1"], skipped: ["damaged-zstd v.zst"] });
});

/** One frame with one block that is stored as it is (RFC 8878). */
function zstdFrame(content: string): Buffer {
  const text = Buffer.from(content);
  const block = Buffer.alloc(3);
  block.writeUIntLE((text.length << 3) | 1, 0, 3);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, text.length]), block, text]);
}

describe("a pattern", () => {
  const found = async (...patterns: string[]): Promise<string[]> => {
    const files = await findFiles(patterns.map((pattern) => join(directory.path, pattern)));
    return files.map(({ file }) => file.slice(file.indexOf("/") + 1));
  };

  beforeEach(() => {
    for (const name of ["b", "b/c", "b/.d", "e"]) mkdirSync(join(directory.path, name));
    for (const name of [
      "a.jsonl",
      "a.txt",
      "b/1.jsonl",
      "b/c/2.jsonl",
      "b/.d/3.jsonl",
      "e/[x]",
      "e/.4.jsonl",
    ])
      write(name, "x");
    symlinkSync("/", join(directory.path, "link"));
  });

  test("matches as in a shell, in the order of names, and links are not entered", async () => {
    expect(await found("*.jsonl")).toEqual(["a.jsonl"]);
    expect(await found("**/*.jsonl")).toEqual(["a.jsonl", "b/1.jsonl", "b/c/2.jsonl"]);
    expect(await found("b/**/*.jsonl")).toEqual(["1.jsonl", "c/2.jsonl"]);
    expect(await found("?/[0-9].jsonl")).toEqual(["b/1.jsonl"]);
    expect(await found("{a,b/1}.jsonl")).toEqual(["a.jsonl", "b/1.jsonl"]);
    expect(await found("e/.*")).toEqual([".4.jsonl"]);
  });

  test("that matches a directory takes what is in it, and an existing path is no pattern", async () => {
    expect(await found("b*")).toEqual(["b/1.jsonl", "b/c/2.jsonl"]);
    expect(await found("e/[x]")).toEqual(["[x]"]);
  });

  test("gives the fingerprint of what it reads", async () => {
    const pattern = join(directory.path, "b/**/*.jsonl");
    const prints = await fingerprintInputs([pattern]);
    expect(prints.map(({ file }) => file)).toEqual(["b/1.jsonl", "b/c/2.jsonl"]);
    write("b/c/4.jsonl", "y");
    expect(await fingerprintInputs([pattern])).toHaveLength(3);
  });

  test("that matches nothing is an error of its own", async () => {
    await expect(found("*.csv")).rejects.toThrow(/\*\.csv matches no file/u);
    await expect(found("gone/*.csv")).rejects.toThrow(/matches no file/u);
    await expect(found("gone.csv")).rejects.toThrow(/does not exist/u);
  });
});
