import {
  createRandom,
  ModelError,
  type LanguageModel,
  type ModelErrorKind,
  type ModelReply,
  type RateLimits,
} from "@observatory/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersistenceOptions, Retry } from "./create-caller.ts";
import { persistentModel } from "./persistent-model.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.test.helper.ts";

const usage = { inputTokens: 1, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 1 };
const request = { system: null, prompt: [{ text: "?" }], schema: null, maxOutputTokens: 10, temperature: 0 };
const reply = (limits?: RateLimits): ModelReply => ({
  text: "ok",
  stop: "end",
  usage,
  ...(limits === undefined ? {} : { limits }),
});
const failure = (kind: ModelErrorKind, retryAfterMs: number | null = null): ModelError =>
  new ModelError(`it is ${kind}`, { kind, retryAfterMs });

type Act = (call: number, signal: AbortSignal | undefined) => Promise<ModelReply>;

function makeModel(act: Act): LanguageModel & { readonly starts: number } {
  let starts = 0;
  return {
    id: "fake/model",
    concurrency: 99,
    get starts() {
      return starts;
    },
    countTokens: (text) => text.length,
    generate: (_request, options) => act(starts++, options?.signal),
    close: async () => {},
  };
}

function persist(
  inner: LanguageModel,
  time: VirtualClock,
  options: Partial<PersistenceOptions> = {},
): LanguageModel {
  return persistentModel(inner, {
    maxConcurrency: 4,
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0.5,
    ...options,
  });
}

describe("a call that fails for a while", () => {
  test.each(["rate-limit", "overloaded", "server", "time-out", "connection"] as const)(
    "by %s is made again until it succeeds",
    async (kind) => {
      const time = createVirtualClock();
      const retries: Retry[] = [];
      const inner = makeModel(async (call) => {
        if (call < 3) throw failure(kind);
        return reply();
      });
      const model = persist(inner, time, { onRetry: (retry) => retries.push(retry) });
      await expect(time.run(model.generate(request))).resolves.toMatchObject({ text: "ok" });
      // Half of 0.5, 1 and 2 seconds.
      expect(retries.map(({ waitMs }) => waitMs)).toEqual([250, 500, 1000]);
      expect(retries.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(retries[0]).toMatchObject({ kind, message: `it is ${kind}` });
    },
  );

  test.each(["authentication", "request", "too-long", "filtered", "other"] as const)(
    "by %s is not made again",
    async (kind) => {
      const time = createVirtualClock();
      const inner = makeModel(async () => {
        throw failure(kind);
      });
      await expect(time.run(persist(inner, time).generate(request))).rejects.toMatchObject({ kind });
      expect(inner.starts).toBe(1);
    },
  );

  test("gives up after the last attempt with its error, and says that the same command goes on", async () => {
    const time = createVirtualClock();
    const inner = makeModel(async () => {
      throw new ModelError("down", { kind: "server", hint: "Look at it." });
    });
    const error: unknown = await time
      .run(persist(inner, time, { maxAttempts: 3 }).generate(request))
      .catch((thrown: unknown) => thrown);
    expect(inner.starts).toBe(3);
    expect(error).toMatchObject({ message: "down", kind: "server" });
    expect(error).toHaveProperty(
      "hint",
      expect.stringMatching(/^Look at it\. Given up after 3 attempts.*goes on/u),
    );
  });

  test("gives up when the server asks for more time than there is", async () => {
    const time = createVirtualClock();
    const inner = makeModel(async () => {
      throw failure("rate-limit", 3_600_000);
    });
    await expect(time.run(persist(inner, time).generate(request))).rejects.toMatchObject({
      kind: "rate-limit",
    });
    expect(inner.starts).toBe(1);
  });

  test("passes on what is no ModelError at once", async () => {
    const time = createVirtualClock();
    const inner = makeModel(async () => {
      throw new TypeError("a bug");
    });
    await expect(time.run(persist(inner, time).generate(request))).rejects.toThrow("a bug");
    expect(inner.starts).toBe(1);
  });
});

describe("what the server asks for", () => {
  test("retry-after holds back every call until then", async () => {
    const time = createVirtualClock();
    const startedAt: number[] = [];
    const inner = makeModel(async (call) => {
      startedAt.push(time.clock());
      if (call === 0) throw failure("rate-limit", 7000);
      return reply();
    });
    const model = persist(inner, time, { maxConcurrency: 1 });
    await time.run(Promise.all([model.generate(request), model.generate(request), model.generate(request)]));
    expect(startedAt[0]).toBe(0);
    expect(startedAt.slice(1).every((at) => at >= 7000)).toBe(true);
  });

  test("no room by the rate limits holds back the next calls until it is filled again", async () => {
    const time = createVirtualClock();
    const startedAt: number[] = [];
    const inner = makeModel(async (call) => {
      startedAt.push(time.clock());
      return reply({ remainingRequests: call === 0 ? 0 : 5, remainingTokens: 100, resetMs: 2500 });
    });
    const model = persist(inner, time, { maxConcurrency: 1 });
    await time.run(Promise.all([model.generate(request), model.generate(request), model.generate(request)]));
    expect(startedAt).toEqual([0, 2500, 2500]);
  });

  test("too much load halves the calls in flight once a burst, and they grow again", async () => {
    const time = createVirtualClock();
    const retries: Retry[] = [];
    let inFlight = 0;
    let most = 0;
    const inner = makeModel(async (call) => {
      most = Math.max(most, ++inFlight);
      await time.sleep(100);
      inFlight--;
      if (call < 8) throw failure("overloaded");
      return reply();
    });
    const model = persist(inner, time, { maxConcurrency: 8, onRetry: (retry) => retries.push(retry) });
    await time.run(Promise.all(Array.from({ length: 8 }, () => model.generate(request))));
    expect(most).toBe(8);
    expect(retries.map(({ concurrency }) => concurrency)).toEqual(Array.from({ length: 8 }, () => 4));
    most = 0;
    await time.run(Promise.all(Array.from({ length: 200 }, () => model.generate(request))));
    expect(most).toBe(8);
  });
});

test("a server that answers too late when it has too much gets less, until it answers in time", async () => {
  const time = createVirtualClock();
  let inFlight = 0;
  const inner = makeModel(async (_call, signal) => {
    inFlight++;
    try {
      await time.sleep(inFlight * 400, signal);
      return reply();
    } finally {
      inFlight--;
    }
  });
  const model = persist(inner, time, { maxConcurrency: 32, timeoutMs: 2000 });
  await time.run(Promise.all(Array.from({ length: 100 }, () => model.generate(request))));
  expect(inner.starts).toBeLessThan(250);
});

test("one signal may stop any number of calls without a warning", async () => {
  const warnings: unknown[] = [];
  const note = (warning: unknown): number => warnings.push(warning);
  process.on("warning", note);
  const time = createVirtualClock();
  const { signal } = new AbortController();
  const model = persist(
    makeModel(async () => reply()),
    time,
    { maxConcurrency: 40 },
  );
  await time.run(Promise.all(Array.from({ length: 100 }, () => model.generate(request, { signal }))));
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

describe("a call that hangs", () => {
  test("is broken off after its time, its signal aborted, and made again", async () => {
    const time = createVirtualClock();
    let aborted = 0;
    const inner = makeModel(async (call, signal) => {
      if (call > 0) return reply();
      signal?.addEventListener("abort", () => aborted++);
      return new Promise<ModelReply>(() => {});
    });
    await time.run(persist(inner, time, { timeoutMs: 5000 }).generate(request));
    expect(inner.starts).toBe(2);
    expect(aborted).toBe(1);
    expect(time.clock()).toBeGreaterThanOrEqual(5000);
  });

  test.each([
    ["while it runs", 10],
    ["while it waits for its next attempt", 2100],
    ["while it waits for a place", 10],
  ])("ends at once when it is aborted %s", async (when, atMs) => {
    const time = createVirtualClock();
    const stop = new AbortController();
    const inner = makeModel(async () => {
      if (when.endsWith("attempt")) {
        await time.sleep(2000);
        throw failure("server");
      }
      return new Promise<ModelReply>(() => {});
    });
    const model = persist(inner, time, { maxConcurrency: 1, maxAttempts: 2 });
    const first = model.generate(request).catch(() => {});
    const call = when.endsWith("place")
      ? model.generate(request, { signal: stop.signal })
      : persist(inner, time).generate(request, { signal: stop.signal });
    void time.sleep(atMs).then(() => stop.abort(new Error("enough")));
    await expect(time.run(call)).rejects.toThrow("enough");
    expect(time.clock()).toBe(atMs);
    void first;
  });

  test("is not begun when it is aborted before", async () => {
    const time = createVirtualClock();
    const inner = makeModel(async () => reply());
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(persist(inner, time).generate(request, { signal })).rejects.toThrow("enough");
    expect(inner.starts).toBe(0);
  });
});

describe("whatever happens", () => {
  test("calls start in the order in which they came", async () => {
    const time = createVirtualClock();
    const order: number[] = [];
    const model = persist(
      {
        ...makeModel(async () => reply()),
        generate: async ({ maxOutputTokens }) => {
          order.push(maxOutputTokens);
          await time.sleep(10);
          return reply();
        },
      },
      time,
      { maxConcurrency: 3 },
    );
    const calls = Array.from({ length: 30 }, (_, i) => model.generate({ ...request, maxOutputTokens: i }));
    await time.run(Promise.all(calls));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test("never more calls are in flight than allowed, and every call settles", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer(),
        async (maxConcurrency, calls, seed) => {
          const time = createVirtualClock();
          const random = createRandom(seed);
          let inFlight = 0;
          let most = 0;
          const inner = makeModel(async (_call, signal) => {
            most = Math.max(most, ++inFlight);
            try {
              await time.sleep(random.integer(500), signal);
              return await misbehave(random.integer(10), time, signal);
            } finally {
              inFlight--;
            }
          });
          const model = persist(inner, time, {
            maxConcurrency,
            maxAttempts: 4,
            timeoutMs: 2000,
            random: () => random.next(),
          });
          const outcomes = Array.from({ length: calls }, (_, i) => {
            const stop = new AbortController();
            if (i % 5 === 4)
              void time.sleep(random.integer(3000)).then(() => stop.abort(new Error("enough")));
            return model.generate(request, { signal: stop.signal });
          });
          const settled = await time.run(Promise.allSettled(outcomes));
          expect(settled).toHaveLength(calls);
          expect(most).toBeLessThanOrEqual(maxConcurrency);
          expect(inFlight).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

async function misbehave(
  what: number,
  time: VirtualClock,
  signal: AbortSignal | undefined,
): Promise<ModelReply> {
  switch (what) {
    case 0:
      throw failure("rate-limit", 1500);
    case 1:
      throw failure("overloaded");
    case 2:
      throw failure("server");
    case 3:
      throw failure("request");
    case 4:
      await time.sleep(1_000_000, signal);
      return reply();
    case 5:
      return reply({ remainingRequests: 0, remainingTokens: null, resetMs: 700 });
    default:
      return reply();
  }
}
