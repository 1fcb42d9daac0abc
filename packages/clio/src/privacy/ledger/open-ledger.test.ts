import { PrivacyError, StateError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { appendFile, readFile, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLedger, type Spending } from "./open-ledger.ts";

const hash = "0".repeat(64);
const release = { run: "a run", accounts: hash, release: hash, snapshot: hash };
const spending: Spending = { epsilon: 0.5, delta: 1e-6, rho: 0.1, purpose: "sizes", limit: { rho: 1 } };

async function write(directory: string, times = 2): Promise<string> {
  await using ledger = await openLedger(directory, { clock: () => 0 });
  for (let time = 0; time < times; time++) {
    await ledger.spendBudget(spending);
    await ledger.addRelease(release);
  }
  return join(directory, "ledger.jsonl");
}

test("what was written is there again, numbered, private and summed up", async () => {
  using temporary = createTemporaryDirectory();
  const directory = join(temporary.path, "project");
  const path = await write(directory);
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await using ledger = await openLedger(directory);
  expect(ledger.entries.map(({ kind }) => kind)).toEqual(["budget", "release", "budget", "release"]);
  expect(ledger.lastRelease).toMatchObject({ number: 2, run: "a run", time: "1970-01-01T00:00:00.000Z" });
  expect(ledger.spent).toEqual({ epsilon: 1, delta: 2e-6, rho: 0.2 });
});

test("a spending is on disk before it is told, and one that would pass the limit is refused and not written", async () => {
  using temporary = createTemporaryDirectory();
  await using ledger = await openLedger(temporary.path);
  for (let time = 0; time < 10; time++) await ledger.spendBudget(spending);
  const path = join(temporary.path, "ledger.jsonl");
  expect((await readFile(path, "utf8")).split("\n")).toHaveLength(11);
  await expect(ledger.spendBudget({ ...spending, rho: 1e-6 })).rejects.toThrow(PrivacyError);
  await expect(ledger.spendBudget({ ...spending, limit: {} })).rejects.toThrow(PrivacyError);
  await expect(ledger.spendBudget({ ...spending, limit: { rho: Number.NaN } })).rejects.toThrow(PrivacyError);
  await expect(ledger.spendBudget({ ...spending, rho: -1 })).rejects.toThrow(PrivacyError);
  await expect(ledger.spendBudget({ ...spending, limit: { delta: 1e-6 } })).rejects.toThrow(PrivacyError);
  expect((await readFile(path, "utf8")).split("\n")).toHaveLength(11);
});

test("of spendings at one time no more than the limit pass", async () => {
  using temporary = createTemporaryDirectory();
  await using ledger = await openLedger(temporary.path);
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => ledger.spendBudget(spending)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
});

test("a last line that was cut short anywhere is left out, and what comes after is whole", async () => {
  using temporary = createTemporaryDirectory();
  const path = await write(temporary.path, 1);
  const text = await readFile(path, "utf8");
  const first = text.indexOf("\n") + 1;
  for (let end = first; end <= text.length; end += 7) {
    await writeFile(path, text.slice(0, end));
    await using ledger = await openLedger(temporary.path);
    expect(ledger.entries).toHaveLength(end >= text.length - 1 ? 2 : 1);
    await ledger.spendBudget(spending);
    expect(await readFile(path, "utf8")).toMatch(/^(\{.*\}\n){2,3}$/u);
  }
  await writeFile(path, text.slice(0, -1));
  await using ledger = await openLedger(temporary.path);
  expect(ledger.entries).toHaveLength(2);
});

test.each([
  ["a line that is not JSON", (lines: string[]) => ["{", ...lines]],
  ["a broken last line that was ended", (lines: string[]) => [...lines, '{"kind":']],
  ["an entry taken out", (lines: string[]) => lines.slice(1)],
  ["an entry taken out of the middle", (lines: string[]) => [...lines.slice(0, 1), ...lines.slice(2)]],
  [
    "an amount that was changed",
    (lines: string[]) => lines.map((line) => line.replace('"rho":0.1', '"rho":0')),
  ],
  ["a field that nobody knows", (lines: string[]) => lines.map((line) => line.replace("{", '{"more":1,'))],
  ["an empty line", (lines: string[]) => [...lines, ""]],
])("%s closes the project", async (_, change) => {
  using temporary = createTemporaryDirectory();
  const path = await write(temporary.path);
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  await writeFile(
    path,
    change(lines)
      .map((line) => `${line}\n`)
      .join(""),
  );
  const before = await readFile(path, "utf8");
  await expect(openLedger(temporary.path)).rejects.toThrow(PrivacyError);
  expect(await readFile(path, "utf8")).toBe(before);
});

test("a ledger has one writer, and a dead one's lock is taken over", async () => {
  using temporary = createTemporaryDirectory();
  {
    await using ledger = await openLedger(temporary.path);
    expect(ledger.lastRelease).toBeNull();
    await expect(openLedger(temporary.path)).rejects.toThrow(StateError);
  }
  const dead = { pid: 2 ** 22 + 1, started: "x", host: hostname(), nonce: "0".repeat(32) };
  await appendFile(join(temporary.path, "ledger.lock"), JSON.stringify(dead));
  await using ledger = await openLedger(temporary.path);
  expect(ledger.entries).toEqual([]);
});
