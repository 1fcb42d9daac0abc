import { StateError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { identifyThisProcess, probeProcess } from "./process-identity.ts";
import { acquireLock } from "./run-lock.ts";

const nonce = (digit: string): string => digit.repeat(32);

/** The pid of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

function writeOwner(path: string, owner: object): void {
  writeFileSync(path, JSON.stringify(owner));
}

test("a lock is held by one and free after its release", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "lock");
  const held = await acquireLock(path);
  const failure = await acquireLock(path).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StateError);
  expect(failure).toMatchObject({ message: expect.stringContaining(`process ${process.pid}`) });
  await held[Symbol.asyncDispose]();
  expect(readdirSync(directory.path)).toEqual([]);
  await (await acquireLock(path))[Symbol.asyncDispose]();
});

test("a dead owner's lock is taken over, and so is that of a process whose pid was given away again", async () => {
  const self = await identifyThisProcess();
  for (const owner of [
    { pid: deadPid(), started: null, host: hostname() },
    { ...self, started: "another boot/1" },
  ]) {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "lock");
    writeOwner(path, { ...owner, nonce: nonce("a") });
    await acquireLock(path);
    expect(readFileSync(path, "utf8")).toContain(String(process.pid));
    expect(readdirSync(directory.path)).toEqual(["lock"]);
  }
});

test("a chain of dead takers is taken over at its end, a living one at its end holds", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "lock");
  const dead = { pid: deadPid(), started: null, host: hostname() };
  writeOwner(path, { ...dead, nonce: nonce("a") });
  writeOwner(`${path}.${nonce("a")}`, { ...dead, nonce: nonce("b") });
  const living = `${path}.${nonce("b")}`;
  writeOwner(living, { ...(await identifyThisProcess()), nonce: nonce("c") });
  await expect(acquireLock(path)).rejects.toThrow(`process ${process.pid}`);
  writeOwner(living, { ...dead, nonce: nonce("c") });
  await acquireLock(path);
  expect(readdirSync(directory.path)).toEqual(["lock"]);
});

test("an owner on another host is never taken over, and the message says which file to delete", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "lock");
  writeOwner(path, { pid: 1, started: null, host: "elsewhere", nonce: nonce("a") });
  const failure = await acquireLock(path).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    message: expect.stringContaining("host elsewhere"),
    hint: expect.stringContaining(path),
  });
});

test("a damaged lock is not taken over", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "lock");
  writeFileSync(path, "{");
  await expect(acquireLock(path)).rejects.toThrow(StateError);
});

test("of many who race for a free or a dead lock exactly one wins", async () => {
  const dead = { pid: deadPid(), started: null, host: hostname(), nonce: nonce("d") };
  for (let round = 0; round < 30; round++) {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "lock");
    if (round % 2 === 0) writeOwner(path, dead);
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => acquireLock(path)));
    const won = attempts.filter((attempt) => attempt.status === "fulfilled");
    expect(won).toHaveLength(1);
    await won[0]?.value[Symbol.asyncDispose]();
    expect(readdirSync(directory.path)).toEqual([]);
  }
});

test("this process is alive, an ended one is dead", async () => {
  const self = await identifyThisProcess();
  expect(await probeProcess(self)).toBe("alive");
  expect(await probeProcess({ ...self, pid: deadPid() })).toBe("dead");
  expect(await probeProcess({ ...self, host: "elsewhere" })).toBe("unknown");
});
