import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { StateError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { expect, test } from "vitest";
import { createScratchDirectory } from "./scratch-directory.ts";
import { removeTemporaryFiles } from "./temporary-files.ts";

async function textOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString();
}

test("what was appended is read back, by its owner alone, and is gone at the end", async () => {
  using parent = createTemporaryDirectory();
  const scratch = createScratchDirectory({ parent: parent.path });
  expect(readdirSync(parent.path)).toEqual([]);
  await scratch.append("a", "one ");
  await scratch.append("b", "other");
  await scratch.append("a", "two");
  expect(await textOf(scratch.read("a"))).toBe("one two");
  const [name = ""] = readdirSync(parent.path);
  expect(statSync(join(parent.path, name)).mode & 0o777).toBe(0o700);
  expect(statSync(join(parent.path, name, "a")).mode & 0o777).toBe(0o600);
  await scratch.remove("a");
  expect(readdirSync(join(parent.path, name))).toEqual(["b"]);
  await scratch.close();
  await scratch.close();
  expect(existsSync(join(parent.path, name))).toBe(false);
});

test("what a killed process left is known as temporary", async () => {
  using parent = createTemporaryDirectory();
  await createScratchDirectory({ parent: parent.path }).append("a", "left");
  await removeTemporaryFiles(parent.path);
  expect(readdirSync(parent.path)).toEqual([]);
});

test("what the file system refuses is told as an error of the state", async () => {
  using parent = createTemporaryDirectory();
  const scratch = createScratchDirectory({ parent: parent.path });
  await scratch.append("a", "one");
  await expect(textOf(scratch.read("missing"))).rejects.toBeInstanceOf(StateError);
  await scratch.append("sub", "x");
  await expect(scratch.append("sub/x", "x")).rejects.toBeInstanceOf(StateError);
});
