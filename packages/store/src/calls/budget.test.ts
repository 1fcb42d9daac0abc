import { BudgetError, createRandom, exitCodeOf, priceUsage, type ModelReply } from "@observatory/core";
import { createFakeModel } from "@observatory/core/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBudget } from "./budget.ts";
import { budgetedModel } from "./budgeted-model.ts";

const noneSpent = (): Promise<number> => Promise.resolve(0);
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what is spent never passes the budget, whatever calls take up to their worst case, and every call ends", async () => {
  const calls = fc.array(
    fc.record({
      worst: fc.double({ min: 0, max: 3, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      turns: fc.nat(5),
      fails: fc.boolean(),
      abortAfter: fc.option(fc.nat(4)),
    }),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(
      calls,
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      async (all, budgetUsd, before) => {
        const budget = createBudget({ budgetUsd, spentUsd: async () => before });
        let [spent, inFlight, mostInFlight, isRefused] = [before, 0, 0, false];
        const outcomes = await Promise.all(
          all.map(async ({ worst, share, turns, abortAfter }) => {
            const controller = new AbortController();
            const abort = async (): Promise<void> => {
              for (let turn = 0; turn < (abortAfter ?? 0); turn++) await nextTurn();
              if (abortAfter !== null) controller.abort(new Error("enough"));
            };
            const aborted = abort();
            try {
              const { settle } = await budget.reserve(worst, controller.signal);
              expect(isRefused).toBe(false);
              mostInFlight = Math.max(mostInFlight, ++inFlight);
              for (let turn = 0; turn < turns; turn++) await nextTurn();
              inFlight--;
              spent += worst * share;
              settle(worst * share);
              return "done";
            } catch (error) {
              if (!(error instanceof BudgetError)) return "aborted";
              isRefused = true;
              // Nothing that is paid for may be in flight when a caller learns of it.
              expect(inFlight).toBe(0);
              return "refused";
            } finally {
              await aborted;
            }
          }),
        );
        expect(outcomes).toHaveLength(all.length);
        if (outcomes.includes("done")) expect(spent).toBeLessThanOrEqual(budgetUsd + 1e-9);
        const worstOfAll = all.reduce((sum, { worst }) => sum + worst, before);
        if (worstOfAll <= budgetUsd) expect(outcomes).not.toContain("refused");
      },
    ),
    { numRuns: 150 },
  );
});

test("calls whose worst cases do not fit together wait for one another instead of failing", async () => {
  const budget = createBudget({ budgetUsd: 1, spentUsd: noneSpent });
  let [inFlight, mostInFlight] = [0, 0];
  const call = async (): Promise<void> => {
    const { settle } = await budget.reserve(0.5);
    mostInFlight = Math.max(mostInFlight, ++inFlight);
    await nextTurn();
    inFlight--;
    settle(0.01);
  };
  await Promise.all(Array.from({ length: 20 }, call));
  expect(mostInFlight).toBe(2);
});

test("a spent budget says what is spent, what the next call may cost and what to do", async () => {
  const budget = createBudget({ budgetUsd: 2, spentUsd: () => Promise.resolve(1.5) });
  const error = await budget.reserve(0.75).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(BudgetError);
  expect(exitCodeOf(error)).toBe(5);
  expect(error).toMatchObject({
    message: "$1.50 are spent, and the next call may cost $0.7500: together more than the budget of $2.00",
    hint: expect.stringContaining("--budget"),
  });
  await expect(budget.reserve(0.01)).rejects.toThrow(BudgetError);
});

test("several models share a budget, and the first call over it is not made", async () => {
  const price = { input: 1e6, cachedInput: 1e5, cacheWrite: 2e6, output: 1e6 };
  const costOf = (usage: ModelReply["usage"]): number => priceUsage(usage, price);
  const usage = { inputTokens: 10, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 10 };
  const inner = createFakeModel(() => ({ text: "x", usage }));
  const budget = createBudget({ budgetUsd: 110, spentUsd: noneSpent });
  const models = [budgetedModel(inner, { budget, costOf }), budgetedModel(inner, { budget, costOf })];
  const request = {
    system: null,
    prompt: [{ text: "a".repeat(40) }],
    schema: null,
    maxOutputTokens: 10,
    temperature: 0,
  };
  const random = createRandom(1);
  const outcomes: string[] = [];
  for (let call = 0; call < 8; call++) {
    const reply = random.pick(models).generate(request);
    outcomes.push(
      await reply.then(
        () => "done",
        (error: Error) => error.name,
      ),
    );
  }
  // Worst case: ceil(17 x 1.15) tokens at the price of a cache write and 10 of output, so 50; a call takes 20.
  expect(outcomes).toEqual([
    "done",
    "done",
    "done",
    "done",
    "BudgetError",
    "BudgetError",
    "BudgetError",
    "BudgetError",
  ]);
  expect(inner.requests).toHaveLength(4);
});

test("a call that took more than was counted makes later calls reserve more", async () => {
  const usage = { inputTokens: 112, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };
  const inner = createFakeModel(() => ({ usage }));
  const costOf = ({ inputTokens }: ModelReply["usage"]): number => inputTokens;
  const budget = createBudget({ budgetUsd: 200, spentUsd: noneSpent });
  const model = budgetedModel(inner, { budget, costOf });
  const request = {
    system: null,
    prompt: [{ text: "a".repeat(40) }],
    schema: null,
    maxOutputTokens: 1,
    temperature: 0,
  };
  await model.generate(request);
  await expect(model.generate(request)).rejects.toThrow(BudgetError);
  expect(inner.requests).toHaveLength(1);
});

test("the first call goes alone, so that what it took beyond its bound counts for all that wait", async () => {
  // As a model that thinks: eight times the output that was asked for.
  const usage = { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 8 };
  const inner = createFakeModel(() => ({ usage }));
  const costOf = ({ outputTokens }: ModelReply["usage"]): number => outputTokens;
  const model = budgetedModel(inner, {
    budget: createBudget({ budgetUsd: 40, spentUsd: noneSpent }),
    costOf,
  });
  const request = { system: null, prompt: [], schema: null, maxOutputTokens: 1, temperature: 0 };
  const ends = await Promise.allSettled(Array.from({ length: 40 }, () => model.generate(request)));
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  expect(inner.requests).toHaveLength(5);
});

test("where the first call fails the next one goes alone, and none waits for ever", async () => {
  let calls = 0;
  const inner = createFakeModel(() => {
    if (calls++ < 2) throw new Error("not now");
    return { text: "x" };
  });
  const budget = createBudget({ budgetUsd: 1, spentUsd: noneSpent });
  const model = budgetedModel(inner, { budget, costOf: () => 0 });
  const request = { system: null, prompt: [], schema: null, maxOutputTokens: 1, temperature: 0 };
  const ends = await Promise.allSettled(Array.from({ length: 5 }, () => model.generate(request)));
  expect(ends.map(({ status }) => status).toSorted()).toEqual([
    ...Array.from({ length: 3 }, () => "fulfilled"),
    ...Array.from({ length: 2 }, () => "rejected"),
  ]);
});

test("with batches the first call is bound and booked in full, the others by the price of batches", async () => {
  const usage = { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 10 };
  const inner = createFakeModel((_request, call) => ({ usage, batched: call > 0 }));
  const costOf = (used: ModelReply["usage"], { batched }: { readonly batched: boolean }): number =>
    (batched ? 0.5 : 1) * used.outputTokens;
  const request = { system: null, prompt: [], schema: null, maxOutputTokens: 10, temperature: 0 };
  const endsOf = async (budgetUsd: number, calls: number): Promise<readonly string[]> => {
    const budget = createBudget({ budgetUsd, spentUsd: noneSpent });
    const model = budgetedModel(inner, { budget, costOf, batches: true });
    const ends = await Promise.allSettled(Array.from({ length: calls }, () => model.generate(request)));
    return ends.map(({ status }) => status);
  };
  expect(await endsOf(9, 1)).toEqual(["rejected"]);
  expect(inner.requests).toHaveLength(0);
  expect(await endsOf(25, 5)).toEqual([...Array.from({ length: 4 }, () => "fulfilled"), "rejected"]);
});
