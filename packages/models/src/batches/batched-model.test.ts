import { ModelError, StateError, workerEntry, type LanguageModel, type ModelReply } from "@observatory/core";
import { createFakeModel, createTemporaryDirectory, toPromptText } from "@observatory/core/testing";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { startTestProvider } from "../testing/index.ts";
import type { BatchClient, BatchResult } from "./batch-client.ts";
import { type BatchProgress } from "./batch-runner.ts";
import {
  connect,
  createMemoryLog,
  openBatched,
  openFileLog,
  providerMs,
  protocols,
  toRequest,
} from "./batches.test.helper.ts";

const childModule = workerEntry("./batched-model.test.child.js", import.meta.url).href;

function askAll(model: LanguageModel, calls: number, signal?: AbortSignal): Promise<ModelReply[]> {
  return Promise.all(
    Array.from({ length: calls }, (_, i) => model.generate(toRequest(`call ${i}`), { signal })),
  );
}

describe.each(protocols)("batches of %s", (protocol) => {
  async function direct(url: string, calls: number): Promise<ModelReply[]> {
    const { adapter } = await connect(protocol, url);
    const replies = await askAll(adapter, calls);
    return replies.map(({ text, stop, usage }) => ({ text, stop, usage }));
  }
  const texts = (replies: readonly ModelReply[]): string[] => replies.map(({ text }) => text);

  test("bring the answers that direct calls bring, whatever order they come in", async () => {
    await using provider = await startTestProvider();
    await using reference = await startTestProvider();
    const progress: BatchProgress[] = [];
    const model = openBatched(await connect(protocol, provider.url), createMemoryLog(), {
      onProgress: (state) => progress.push(state),
    });
    const replies = await askAll(model, 40);
    expect(texts(replies)).toEqual(texts(await direct(reference.url, 40)));
    for (const { usage } of replies) expect(usage.outputTokens).toBeGreaterThan(0);
    expect(replies.filter(({ batched }) => batched === true)).toHaveLength(39);
    expect(provider.requests).toMatchObject({ calls: 1, batches: 1, answeredInBatches: 39 });
    expect(progress).toContainEqual({ batches: 1, done: 0, total: 39, lost: 0, resubmitted: 0 });
    await model.close();
  });

  test("are split where they are full", async () => {
    await using provider = await startTestProvider();
    const { adapter, client } = await connect(protocol, provider.url);
    const size = client.sizeOf({ customId: "0".repeat(64), request: toRequest("call 10") });
    for (const limits of [
      { requests: 10, bytes: 1e9 },
      { requests: 1000, bytes: 10 * size + 5 },
    ]) {
      const before = provider.requests.batches;
      const model = openBatched({ adapter, client: { ...client, limits } }, createMemoryLog());
      expect(new Set(texts(await askAll(model, 40))).size).toBeGreaterThan(0);
      expect(provider.requests.batches - before).toBe(4);
      await model.close();
    }
  });

  test("whose calls expire or fail for a while are submitted again, the others are not", async () => {
    await using provider = await startTestProvider({ seed: 2, batches: { expired: 0.3, errored: 0.3 } });
    await using reference = await startTestProvider({ seed: 2 });
    let last: BatchProgress | undefined;
    const model = openBatched(await connect(protocol, provider.url), createMemoryLog(), {
      onProgress: (state) => (last = state),
    });
    expect(texts(await askAll(model, 40))).toEqual(texts(await direct(reference.url, 40)));
    expect(last?.resubmitted).toBeGreaterThan(5);
    expect(provider.requests).toMatchObject({ batches: 2, answered: 40, repeatedBodies: 0 });
    await model.close();
  });

  test("that are lost are submitted again and counted", async () => {
    await using provider = await startTestProvider({ batches: { lost: 1 } });
    let last: BatchProgress | undefined;
    const model = openBatched(await connect(protocol, provider.url), createMemoryLog(), {
      onProgress: (state) => (last = state),
    });
    await askAll(model, 10);
    expect(last).toMatchObject({ lost: 1, resubmitted: 9 });
    expect(provider.requests).toMatchObject({ batches: 2, answeredInBatches: 9 });
    await model.close();
  });

  test("that were taken although the connection broke are found and not submitted again", async () => {
    await using provider = await startTestProvider({ batches: { unheard: 1 } });
    const model = openBatched(await connect(protocol, provider.url), createMemoryLog());
    expect(await askAll(model, 10)).toHaveLength(10);
    expect(provider.requests).toMatchObject({ batches: 1, answered: 10 });
    await model.close();
  });

  test.each(["before-id", "after-id"] as const)(
    "of a process that was killed %s was on disk are waited for by the next one",
    async (moment) => {
      using directory = createTemporaryDirectory();
      await using provider = await startTestProvider();
      const path = join(directory.path, "batches.jsonl");
      const setting = JSON.stringify({ protocol, url: provider.url, path, calls: 12 });
      const source = `
        import { getStuck } from ${JSON.stringify(childModule)};
        setInterval(() => {}, 1000);
        await getStuck(${setting}, "${moment}", (what) => process.stdout.write(what + "\\n"));`;
      const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const exited = once(child, "exit");
      const told = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
      expect(told.value).toBe("stuck");
      child.kill("SIGKILL");
      await exited;
      expect(readFileSync(path, "utf8").includes("submitted")).toBe(moment === "after-id");
      expect(readFileSync(path, "utf8")).not.toContain("planted-key");

      const model = openBatched(await connect(protocol, provider.url), openFileLog(path));
      expect(await askAll(model, 12)).toHaveLength(12);
      // The twelfth was made directly, by both.
      expect(provider.requests).toMatchObject({ batches: 1, answeredInBatches: 11 });
      await model.close();
    },
  );

  test("are left alone by an abort, and their results are had later", async () => {
    await using provider = await startTestProvider({ batches: { polls: 20 } });
    const parts = await connect(protocol, provider.url);
    const log = createMemoryLog();
    const controller = new AbortController();
    const model = openBatched(parts, log, {
      onProgress: ({ batches }) => {
        if (log.entries.length === 2 && batches > 0) controller.abort(new Error("enough"));
      },
    });
    await expect(askAll(model, 10, controller.signal)).rejects.toThrow("enough");
    expect(await askAll(model, 10)).toHaveLength(10);
    await model.close();
    const later = openBatched(parts, log);
    expect(await askAll(later, 10)).toHaveLength(10);
    // The second batch is of the call that was made directly at first: nothing but a journal would have kept it.
    expect(provider.requests).toMatchObject({ batches: 2, answeredInBatches: 10 });
    await later.close();
  });

  test("are not begun where the key is refused", async () => {
    await using provider = await startTestProvider({ apiKey: "another" });
    const model = openBatched(await connect(protocol, provider.url), createMemoryLog());
    const failures = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) => model.generate(toRequest(`call ${i}`))),
    );
    for (const failure of failures)
      expect(failure).toMatchObject({ status: "rejected", reason: { kind: "authentication" } });
    expect(provider.requests.batches).toBe(0);
    await model.close();
  });

  test("can be cancelled", async () => {
    await using provider = await startTestProvider({ batches: { polls: 100 } });
    const { client } = await connect(protocol, provider.url);
    const batchId = await client.submit([{ customId: "a", request: toRequest("a") }], { intent: "x" });
    await client.cancel(batchId);
    expect(await client.status(batchId)).toMatchObject({ state: "ended" });
    const results: BatchResult[] = [];
    for await (const result of client.results(batchId)) results.push(result);
    expect(results).toEqual([{ customId: "a", outcome: { type: "expired" } }]);
  });
});

describe("a batched model", () => {
  interface FakeBatches {
    readonly client: BatchClient;
    readonly submitted: string[][];
  }

  /** A client whose batches end at once; `outcome` says how each call ends. */
  function createFakeBatches(
    outcome: (text: string, batch: number) => BatchResult["outcome"] | null,
  ): FakeBatches {
    const batches: BatchResult[][] = [];
    const submitted: string[][] = [];
    return {
      submitted,
      client: {
        limits: { requests: 1000, bytes: 1e9 },
        sizeOf: () => 1,
        submit: async (items) => {
          const number = submitted.push(items.map(({ request }) => toPromptText(request))) - 1;
          batches.push(
            items.flatMap(({ customId, request }) => {
              const result = outcome(toPromptText(request), number);
              return result ? [{ customId, outcome: result }] : [];
            }),
          );
          return String(number);
        },
        status: async () => ({ state: "ended", done: 0, total: 0 }),
        results: async function* (id) {
          yield* batches[Number(id)] ?? [];
        },
        listRecent: async function* () {},
        cancel: async () => {},
      },
    };
  }
  const usage = { inputTokens: 1, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 1 };
  const toOutcome = (text: string): BatchResult["outcome"] => ({
    type: "reply",
    reply: { text, stop: "end", usage },
  });
  const adapter = createFakeModel((request) => toPromptText(request));

  test("submits a call that never comes back three times and then fails it alone", async () => {
    const { client, submitted } = createFakeBatches((text) => (text === "call 3" ? null : toOutcome(text)));
    const model = openBatched({ adapter, client }, createMemoryLog());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) => model.generate(toRequest(`call ${i}`))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(submitted).toEqual([["call 1", "call 2", "call 3", "call 4"], ["call 3"], ["call 3"]]);
    await model.close();
  });

  test("puts equal calls into a batch once", async () => {
    const { client, submitted } = createFakeBatches(toOutcome);
    const model = openBatched({ adapter, client }, createMemoryLog());
    const replies = await Promise.all(
      ["a", "b", "c", "b", "c"].map((text) => model.generate(toRequest(text))),
    );
    expect(replies.map(({ text }) => text)).toEqual(["a", "b", "c", "b", "c"]);
    expect(submitted).toEqual([["b", "c"]]);
    await model.close();
  });

  test("does not submit a call that was aborted while calls were collected", async () => {
    const { client, submitted } = createFakeBatches(toOutcome);
    const model = openBatched({ adapter, client }, createMemoryLog());
    const controller = new AbortController();
    const calls = ["a", "b", "c"].map((text) => model.generate(toRequest(text)));
    const aborted = model.generate(toRequest("d"), { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
    await Promise.all(calls);
    expect(submitted).toEqual([["b", "c"]]);
    await model.close();
  });

  test("writes the intent down before it submits, and the id before it asks for results", async () => {
    const { client } = createFakeBatches(toOutcome);
    const log = createMemoryLog();
    const seen: string[][] = [];
    const look = (): void =>
      void seen.push(log.entries.map((entry) => /"type":"(\w+)"/u.exec(JSON.stringify(entry))?.[1] ?? ""));
    const model = openBatched(
      {
        adapter,
        client: {
          ...client,
          submit: (items, options) => {
            look();
            return client.submit(items, options);
          },
          results: (id) => {
            look();
            return client.results(id);
          },
        },
      },
      log,
    );
    await Promise.all(["a", "b"].map((text) => model.generate(toRequest(text))));
    expect(seen).toEqual([["intent"], ["intent", "submitted"]]);
    await model.close();
  });

  test("asks again where asking or reading fails for a while, and hands every result out once", async () => {
    const { client, submitted } = createFakeBatches(toOutcome);
    const failOnce = { submit: true, status: true, results: true };
    const failing = (what: keyof typeof failOnce): void => {
      if (!failOnce[what]) return;
      failOnce[what] = false;
      throw new ModelError("busy", { kind: "overloaded" });
    };
    const faulty: BatchClient = {
      ...client,
      submit: async (items, options) => {
        failing("submit");
        return await client.submit(items, options);
      },
      status: async (id) => {
        failing("status");
        return await client.status(id);
      },
      results: async function* (id) {
        for await (const result of client.results(id)) {
          yield result;
          failing("results");
        }
      },
    };
    const model = openBatched({ adapter, client: faulty }, createMemoryLog());
    const replies = await Promise.all(["a", "b", "c", "d"].map((text) => model.generate(toRequest(text))));
    expect(replies.map(({ text }) => text)).toEqual(["a", "b", "c", "d"]);
    expect(failOnce).toEqual({ submit: false, status: false, results: false });
    expect(submitted).toEqual([["b", "c", "d"]]);
    await model.close();
  });

  test("fails every call of a batch that is refused as a whole, and submits them anew the next time", async () => {
    const { client, submitted } = createFakeBatches(toOutcome);
    const log = createMemoryLog();
    const error = new ModelError("not so", { kind: "request" });
    const refusing: BatchClient = { ...client, status: async () => ({ state: "failed", error }) };
    const ask = (model: LanguageModel) =>
      Promise.allSettled(["a", "b", "c"].map((text) => model.generate(toRequest(text))));
    const refused = openBatched({ adapter, client: refusing }, log);
    expect((await ask(refused)).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    await refused.close();
    const later = openBatched({ adapter, client }, log);
    expect((await ask(later)).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(submitted).toEqual([
      ["b", "c"],
      ["b", "c"],
    ]);
    await later.close();
  });

  test("submits anew what failed in a batch of an earlier process", async () => {
    const error = new ModelError("not so", { kind: "request" });
    const { client, submitted } = createFakeBatches((text, batch) =>
      batch === 0 && text === "b" ? { type: "error", error } : toOutcome(text),
    );
    const log = createMemoryLog();
    const ask = (model: LanguageModel) =>
      Promise.allSettled(["a", "b", "c"].map((text) => model.generate(toRequest(text))));
    const first = openBatched({ adapter, client }, log);
    expect((await ask(first)).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    await first.close();
    const second = openBatched({ adapter, client }, log);
    expect((await ask(second)).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(submitted).toEqual([["b", "c"], ["b"]]);
    await second.close();
  });

  test("passes over a batch of the right size and time that turns out to be another's", async () => {
    const { client, submitted } = createFakeBatches(toOutcome);
    const stuck = openBatched(
      { adapter, client },
      {
        entries: [],
        append: async (entry) => {
          if (JSON.stringify(entry).includes('"submitted"')) throw new StateError("the disk is full");
          log.entries.push(entry);
        },
      },
    );
    const log = createMemoryLog();
    const ask = (model: LanguageModel) =>
      Promise.allSettled(["a", "b", "c"].map((text) => model.generate(toRequest(text))));
    // Another's, of the same size, which the provider lists as the older one.
    const other = ["x", "y"].map((text) => ({ customId: text, request: toRequest(text) }));
    await client.submit(other, { intent: "other" });
    expect((await ask(stuck)).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    const listing: BatchClient = {
      ...client,
      listRecent: async function* () {
        for (const batchId of ["1", "0"]) yield { batchId, intent: null, createdAtMs: providerMs, total: 2 };
      },
    };
    const later = openBatched({ adapter, client: listing }, { ...log, entries: [...log.entries] });
    expect((await ask(later)).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(submitted).toHaveLength(2);
    await later.close();
    await stuck.close();
  });

  test("fails calls that wait when it is closed", async () => {
    const { client } = createFakeBatches(toOutcome);
    const never = new Promise<never>(() => {});
    const model = openBatched({ adapter, client }, createMemoryLog(), { sleep: () => never });
    const call = model.generate(toRequest("a"));
    await new Promise((resolve) => setImmediate(resolve));
    await model.close();
    await expect(call).rejects.toThrow("closed");
  });
});
