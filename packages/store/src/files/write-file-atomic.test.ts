import { StateError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { ensurePrivateDirectory } from "./ensure-private-directory.ts";
import { toFileError } from "./file-errors.ts";
import { removeTemporaryFiles, temporaryPathFor } from "./temporary-files.ts";
import { writeFileAtomic } from "./write-file-atomic.ts";

test("a written file replaces the old one, with the wanted mode, and leaves no temporary name", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "a.json");
  await writeFileAtomic(path, "old");
  await writeFileAtomic(path, Buffer.from("new"), { mode: 0o600 });
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory.path)).toEqual(["a.json"]);
});

test.each([0, 1, 100_000])("a stream of %d pieces is written as its bytes", async (count) => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "a");
  const pieces = Array.from({ length: count }, (_, at) =>
    at % 2 === 0 ? `é${at}\n` : Buffer.from([at % 256]),
  );
  await writeFileAtomic(path, Readable.from(pieces));
  const expected = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  expect(readFileSync(path).equals(expected)).toBe(true);
});

test("a stream that fails in its middle leaves the old content", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "a");
  await writeFileAtomic(path, "old");
  const broken = async function* () {
    yield "x".repeat(1_000_000);
    throw new Error("broken");
  };
  await expect(writeFileAtomic(path, broken())).rejects.toThrow("broken");
  expect(readFileSync(path, "utf8")).toBe("old");
  expect(readdirSync(directory.path)).toEqual(["a"]);
});

test("many writers at once leave one whole content", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "a");
  const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(10_000));
  await Promise.all(contents.map((content) => writeFileAtomic(path, content)));
  expect(contents).toContain(readFileSync(path, "utf8"));
  expect(readdirSync(directory.path)).toEqual(["a"]);
});

test("a failed write keeps the old content and names the path and the cure", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "missing", "a");
  const failure = await writeFileAtomic(path, "x").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StateError);
  expect(failure).toMatchObject({ message: expect.stringContaining(path), hint: "Check the path." });
});

test.each([
  ["ENOSPC", /no space is left/u, /Free some space/u],
  ["EACCES", /permission denied/u, /writable/u],
  ["EROFS", /read-only/u, /writable disk/u],
])("%s is explained", (code, message, hint) => {
  const error = toFileError(Object.assign(new Error(code), { code, syscall: "write" }), "write", "/x/y");
  expect(error).toBeInstanceOf(StateError);
  expect(error).toMatchObject({ message: expect.stringMatching(message), hint: expect.stringMatching(hint) });
});

test("errors that are not of the file system pass unchanged", () => {
  const error = new Error("other");
  expect(toFileError(error, "write", "/x")).toBe(error);
});

test("cleaning removes temporary names alone, at any depth where wanted", async () => {
  using directory = createTemporaryDirectory();
  const inner = join(directory.path, "inner");
  mkdirSync(inner);
  for (const path of [join(directory.path, "a"), join(inner, "b")]) {
    writeFileSync(path, "");
    writeFileSync(temporaryPathFor(path), "");
  }
  writeFileSync(join(directory.path, ".notes.tmp"), "");
  await removeTemporaryFiles(directory.path);
  expect(readdirSync(directory.path).toSorted()).toEqual([".notes.tmp", "a", "inner"]);
  expect(readdirSync(inner)).toHaveLength(2);
  await removeTemporaryFiles(directory.path, { deep: true });
  expect(readdirSync(inner)).toEqual(["b"]);
});

test("a private directory has mode 0700, also where it existed with another", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "a", "private");
  await ensurePrivateDirectory(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  chmodSync(path, 0o755);
  await ensurePrivateDirectory(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});
