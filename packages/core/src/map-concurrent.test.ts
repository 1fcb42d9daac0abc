import { setImmediate as tick } from "node:timers/promises";
import { expect, test } from "vitest";
import { createRandom } from "./random.ts";
import { mapConcurrent } from "./map-concurrent.ts";

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

test("results come in input order whatever finishes first", async () => {
  const random = createRandom(1);
  const slowly = async (n: number) => {
    for (let ticks = random.integer(5); ticks > 0; ticks--) await tick();
    return n * 2;
  };
  const inputs = Array.from({ length: 50 }, (_, n) => n);
  expect(await collect(mapConcurrent(inputs, slowly, { concurrency: 8 }))).toEqual(inputs.map((n) => n * 2));
});

test("no more calls than allowed are in flight, and no input is read ahead of them", async () => {
  let inFlight = 0;
  let most = 0;
  const call = async (n: number) => {
    most = Math.max(most, ++inFlight);
    await tick();
    inFlight--;
    return n;
  };
  await collect(mapConcurrent([1, 2, 3, 4, 5, 6, 7], call, { concurrency: 3 }));
  expect(most).toBe(3);
});

test("the first error ends the stream", async () => {
  const call = async (n: number) => {
    await tick();
    if (n === 2) throw new Error("two");
    return n;
  };
  await expect(collect(mapConcurrent([1, 2, 3], call, { concurrency: 3 }))).rejects.toThrow("two");
});

test("an early break aborts the calls in flight", async () => {
  const signals: AbortSignal[] = [];
  const call = async (n: number, signal: AbortSignal) => {
    signals.push(signal);
    await tick();
    return n;
  };
  for await (const _ of mapConcurrent([1, 2, 3, 4], call, { concurrency: 2 })) break;
  expect(signals.every((signal) => signal.aborted)).toBe(true);
});

test("an abort from outside ends the stream with its reason", async () => {
  const stop = new AbortController();
  const call = async (n: number) => {
    if (n === 2) stop.abort(new Error("stopped"));
    return n;
  };
  await expect(
    collect(mapConcurrent([1, 2, 3], call, { concurrency: 1, signal: stop.signal })),
  ).rejects.toThrow("stopped");
});
