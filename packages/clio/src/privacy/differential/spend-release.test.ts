import { PrivacyError, StateError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLedger } from "../ledger/open-ledger.ts";
import { planBudget } from "./budget-plan.ts";
import { spendRelease } from "./spend-release.ts";

const plan = planBudget({ epsilon: 1 });
const purpose = "a release";
const readLines = async (directory: string) =>
  (await readFile(join(directory, "ledger.jsonl"), "utf8")).trimEnd().split("\n");

test("releases compose by rho, and what would pass the limit is refused and not written", async () => {
  using temporary = createTemporaryDirectory();
  const directory = temporary.path;
  const first = await spendRelease(directory, plan, { purpose, epsilonLimit: 2 });
  expect(first).toMatchObject({ releases: 1, limit: 2 });
  const second = await spendRelease(directory, plan, { purpose });
  expect(second.epsilon).toBeGreaterThan(1);
  expect(second.epsilon).toBeLessThan(1.6);
  await spendRelease(directory, plan, { purpose });
  const before = await readLines(directory);
  await expect(spendRelease(directory, plan, { purpose })).rejects.toThrow(PrivacyError);
  expect(await readLines(directory)).toEqual(before);
});

test("a refusal tells in epsilon what is spent and what is left, and so much can be spent", async () => {
  using temporary = createTemporaryDirectory();
  await spendRelease(temporary.path, plan, { purpose, epsilonLimit: 1.4 });
  const refusal: unknown = await spendRelease(temporary.path, plan, { purpose }).catch(
    (error: unknown) => error,
  );
  if (!(refusal instanceof PrivacyError)) throw new Error("it was not refused");
  expect(refusal.message).toMatch(/^epsilon 1\.00 of 1\.4 is spent .* would make it 1\.\d/u);
  const left = Number(/--epsilon ([\d.]+) is left/u.exec(refusal.hint ?? "")?.[1]);
  expect(left).toBeGreaterThan(0.5);
  const rest = planBudget({ epsilon: left });
  await expect(spendRelease(temporary.path, rest, { purpose })).resolves.toMatchObject({ releases: 2 });
});

test("the limit is set once", async () => {
  using temporary = createTemporaryDirectory();
  await spendRelease(temporary.path, plan, { purpose, epsilonLimit: 2 });
  await expect(spendRelease(temporary.path, plan, { purpose, epsilonLimit: 20 })).rejects.toThrow(
    PrivacyError,
  );
  await expect(spendRelease(temporary.path, plan, { purpose, epsilonLimit: 2 })).resolves.toMatchObject({
    limit: 2,
  });
});

test("a release dearer than the limit is refused at once", async () => {
  using temporary = createTemporaryDirectory();
  const dear = planBudget({ epsilon: 3 });
  await expect(spendRelease(temporary.path, dear, { purpose, epsilonLimit: 2 })).rejects.toThrow(
    PrivacyError,
  );
});

test("two at once cannot both spend the last of it, and a damaged ledger pays for nothing", async () => {
  using temporary = createTemporaryDirectory();
  const both = await Promise.allSettled(
    [1, 2].map(() => spendRelease(temporary.path, plan, { purpose, epsilonLimit: 1 })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  {
    await using held = await openLedger(temporary.path);
    expect(held.limit?.epsilon).toBe(1);
    await expect(spendRelease(temporary.path, plan, { purpose })).rejects.toThrow(StateError);
  }
  await appendFile(join(temporary.path, "ledger.jsonl"), "{}\n");
  await expect(spendRelease(temporary.path, plan, { purpose })).rejects.toThrow(PrivacyError);
});
