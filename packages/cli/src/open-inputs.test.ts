import { createTemporaryDirectory } from "@observatory/core/testing";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openInputs } from "./open-inputs.ts";

async function* standardInput(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

const { signal } = new AbortController();

test("standard input is a file that nobody else can read, and gone at the end", async () => {
  using temporary = createTemporaryDirectory();
  const context = { readIn: () => standardInput("a", "b"), signal, temporaryDirectory: temporary.path };
  let spool = "";
  {
    await using opened = await openInputs(["x.jsonl", "-"], context);
    spool = opened.paths[1] ?? "";
    expect(opened.paths).toEqual(["x.jsonl", expect.stringMatching(/\/stdin$/u)]);
    expect(readFileSync(spool, "utf8")).toBe("ab");
    expect(statSync(spool).mode & 0o777).toBe(0o600);
    expect(statSync(join(spool, "..")).mode & 0o777).toBe(0o700);
  }
  expect(existsSync(spool)).toBe(false);
  expect(readdirSync(temporary.path)).toEqual([]);
});

test("without - nothing is read, with two nobody could say what each is", async () => {
  const context = { readIn: () => expect.unreachable(), signal };
  expect((await openInputs(["x", "./-"], context)).paths).toEqual(["x", "./-"]);
  await expect(openInputs(["-", "-"], context)).rejects.toMatchObject({ code: "usage" });
});

test("what a killed command left is removed, what a living one uses is not", async () => {
  using temporary = createTemporaryDirectory();
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  for (const pid of [dead, process.pid]) mkdirSync(join(temporary.path, `observatory-stdin-${pid}-abc`));
  const context = { readIn: () => standardInput("a"), signal, temporaryDirectory: temporary.path };
  await using opened = await openInputs(["-"], context);
  expect(opened.paths).toHaveLength(1);
  const names = readdirSync(temporary.path);
  expect(names).toContain(`observatory-stdin-${process.pid}-abc`);
  expect(names.some((name) => name.includes(`-${dead}-`))).toBe(false);
});

test("an abort while it is read leaves nothing", async () => {
  using temporary = createTemporaryDirectory();
  const controller = new AbortController();
  const readIn = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from("a");
    controller.abort(new Error("enough"));
    yield Buffer.from("b");
  };
  const context = { readIn, signal: controller.signal, temporaryDirectory: temporary.path };
  await expect(openInputs(["-"], context)).rejects.toThrow("enough");
  expect(readdirSync(temporary.path)).toEqual([]);
});
