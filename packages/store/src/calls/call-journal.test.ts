import { StateError, type ModelReply } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { openCallJournal, type CallJournal } from "./call-journal.ts";

const options = { scope: "run 1" };

function keyOf(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

function replyTo(name: string): ModelReply {
  const tokens = { inputTokens: 10, cachedInputTokens: 3, cacheWriteTokens: 2, outputTokens: name.length };
  return { text: `reply to ${name}`, stop: "end", usage: tokens };
}

/** Asks for a call's reply; `paid` gets the name where the reply had to be paid for. */
async function ask(
  journal: CallJournal,
  name: string,
  settings: { readonly purpose?: string; readonly paid?: string[] } = {},
): Promise<ModelReply> {
  const call = { key: keyOf(name), model: "fake/x", purpose: settings.purpose ?? "facets" };
  return await journal.answer(call, async () => {
    settings.paid?.push(name);
    return { reply: replyTo(name), costUsd: 0.25 };
  });
}

function segmentsOf(directory: string): string[] {
  return readdirSync(directory).map((name) => join(directory, name));
}

test("a reply is paid for once, also after the journal was closed", async () => {
  using directory = createTemporaryDirectory();
  const paid: string[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    await using journal = await openCallJournal(directory.path, options);
    expect(await ask(journal, "a", { paid })).toEqual(replyTo("a"));
    expect(await ask(journal, "b", { paid })).toEqual(replyTo("b"));
    expect(await ask(journal, "a", { paid })).toEqual(replyTo("a"));
    expect(journal.size).toBe(2);
    expect(await journal.spentUsd()).toBe(0.5);
  }
  expect(paid).toEqual(["a", "b"]);
  expect(segmentsOf(directory.path)).toHaveLength(1);
});

test("any text, stop and odd usage come back from the disk as they were first given out", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary", maxLength: 50 }),
      fc.constantFrom("end" as const, "length" as const, "refusal" as const),
      fc.oneof(fc.nat(), fc.constantFrom(-1, 1.5, Number.NaN, 1e12)),
      async (text, stop, count) => {
        using directory = createTemporaryDirectory();
        const usage = {
          inputTokens: count,
          cachedInputTokens: 0,
          cacheWriteTokens: count,
          outputTokens: count,
        };
        const call = { key: keyOf("a"), model: "fake/x", purpose: "p" };
        const replies: ModelReply[] = [];
        for (let attempt = 0; attempt < 2; attempt++) {
          await using journal = await openCallJournal(directory.path, options);
          const pay = async () => ({ reply: { text: `${text}\u{d800}`, stop, usage }, costUsd: 1 });
          replies.push(await journal.answer(call, pay));
        }
        expect(replies[0]).toEqual(replies[1]);
        expect(replies[0]).toMatchObject({ text: Buffer.from(`${text}\u{fffd}`).toString(), stop });
      },
    ),
    { numRuns: 30 },
  );
});

test("usage is summed by purpose and scope, and what another has paid for counts as reused, once", async () => {
  using directory = createTemporaryDirectory();
  for (let attempt = 0; attempt < 2; attempt++) {
    await using journal = await openCallJournal(directory.path, options);
    await Promise.all(["a", "b", "a"].map((name) => ask(journal, name)));
    await Promise.all(["b", "c", "b"].map((name) => ask(journal, name, { purpose: "names" })));
    expect(await journal.usageOf("facets")).toEqual({
      calls: 2,
      inputTokens: 20,
      cachedInputTokens: 6,
      cacheWriteTokens: 4,
      outputTokens: 2,
      costUsd: 0.5,
      reusedCalls: 0,
    });
    expect(await journal.usageOf("names")).toMatchObject({ calls: 1, costUsd: 0.25, reusedCalls: 1 });
    expect(await journal.usageOf("other")).toMatchObject({ calls: 0, costUsd: 0, reusedCalls: 0 });
  }
  for (let attempt = 0; attempt < 2; attempt++) {
    await using journal = await openCallJournal(directory.path, { scope: "1" });
    await Promise.all(["a", "b", "d"].map((name) => ask(journal, name)));
    expect(await journal.usageOf("facets")).toMatchObject({ calls: 1, costUsd: 0.25, reusedCalls: 2 });
    expect(await journal.spentUsd()).toBe(0.25);
  }
});

test("equal calls at the same time are paid for once, and one that is aborted alone does not end the others", async () => {
  using directory = createTemporaryDirectory();
  await using journal = await openCallJournal(directory.path, options);
  const controller = new AbortController();
  let paid = 0;
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const pay = async (signal: AbortSignal) => {
    paid++;
    await finished;
    signal.throwIfAborted();
    return { reply: replyTo("a"), costUsd: 1 };
  };
  const call = { key: keyOf("a"), model: "fake/x", purpose: "p" };
  const first = journal.answer({ ...call, signal: controller.signal }, pay);
  const second = journal.answer({ ...call, purpose: "q" }, pay);
  controller.abort(new Error("enough"));
  await expect(first).rejects.toThrow("enough");
  finish();
  expect(await second).toEqual(replyTo("a"));
  expect(paid).toBe(1);
});

test("what an aborted call brings all the same is kept", async () => {
  using directory = createTemporaryDirectory();
  {
    await using journal = await openCallJournal(directory.path, options);
    const controller = new AbortController();
    const call = { key: keyOf("a"), model: "fake/x", purpose: "p", signal: controller.signal };
    const aborted = journal.answer(call, async () => {
      controller.abort(new Error("enough"));
      return { reply: replyTo("a"), costUsd: 1 };
    });
    await expect(aborted).rejects.toThrow("enough");
  }
  await using journal = await openCallJournal(directory.path, options);
  expect(journal.size).toBe(1);
});

test("an error is given out and not kept", async () => {
  using directory = createTemporaryDirectory();
  await using journal = await openCallJournal(directory.path, options);
  const call = { key: keyOf("a"), model: "fake/x", purpose: "facets" };
  await expect(journal.answer(call, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  const paid: string[] = [];
  await ask(journal, "a", { paid });
  expect(paid).toEqual(["a"]);
});

test("wherever the tail is torn, whole replies before it are kept, the loss is told, and the rest is paid again", async () => {
  const names = ["a", "b", "c", "d"];
  await fc.assert(
    fc.asyncProperty(fc.nat(500), fc.string({ maxLength: 200 }), async (cut, garbage) => {
      using directory = createTemporaryDirectory();
      const sizes: number[] = [];
      {
        await using journal = await openCallJournal(directory.path, options);
        for (const name of names) {
          await ask(journal, name);
          sizes.push(statSync(segmentsOf(directory.path)[0] ?? "").size);
        }
      }
      const [path = ""] = segmentsOf(directory.path);
      const length = Math.min(cut, sizes.at(-1) ?? 0);
      truncateSync(path, length);
      if (length >= 8) appendFileSync(path, garbage);
      const kept = sizes.filter((size) => size <= length).length;
      await using journal = await openCallJournal(directory.path, options);
      const isTorn = length > 0 && (![8, ...sizes].includes(length) || garbage !== "");
      // Where the garbage fills the rest of a torn reply, that one is damaged.
      expect(journal.losses.tornTails + journal.losses.damaged > 0).toBe(isTorn);
      const paid: string[] = [];
      for (const name of names) expect(await ask(journal, name, { paid })).toEqual(replyTo(name));
      expect(paid).toEqual(names.slice(kept));
      expect(await journal.spentUsd()).toBe(0.25 * names.length);
    }),
    { numRuns: 60 },
  );
});

test("a damaged reply is told and paid for again; those behind it are kept", async () => {
  using directory = createTemporaryDirectory();
  await using before = await openCallJournal(directory.path, options);
  for (const name of ["a", "b"]) await ask(before, name);
  const [path = ""] = segmentsOf(directory.path);
  const bytes = readFileSync(path);
  bytes.write("X", bytes.indexOf("reply to a"));
  writeFileSync(path, bytes);
  await using after = await openCallJournal(directory.path, options);
  expect(after.losses).toEqual({ damaged: 1, tornTails: 0 });
  const paid: string[] = [];
  for (const name of ["a", "b"]) {
    expect(await ask(before, name, { paid })).toEqual(replyTo(name));
    expect(await ask(after, name, { paid })).toEqual(replyTo(name));
  }
  expect(paid).toEqual(["a", "a"]);
});

test("journals that are open at once see one another's replies after a while", async () => {
  using directory = createTemporaryDirectory();
  let now = 0;
  const open = () => openCallJournal(directory.path, { ...options, clock: () => now });
  await using one = await open();
  await using two = await open();
  const paid: string[] = [];
  for (const name of ["a", "b", "c"]) {
    await ask(one, name, { paid });
    now += 1000;
    await ask(two, name, { paid });
    await ask(two, `${name}2`, { paid });
    now += 1000;
    await ask(one, `${name}2`, { paid });
  }
  expect(paid).toEqual(["a", "a2", "b", "b2", "c", "c2"]);
  expect(one.losses).toEqual({ damaged: 0, tornTails: 0 });
});

test("files are private, and one process writes one", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "calls");
  await using journal = await openCallJournal(path, options);
  await Promise.all(Array.from({ length: 50 }, (_, i) => ask(journal, `call ${i}`)));
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(segmentsOf(path)).toHaveLength(1);
  for (const segment of segmentsOf(path)) expect(statSync(segment).mode & 0o777).toBe(0o600);
});

test("a segment of another version is refused with its path", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "0.calls");
  writeFileSync(path, "obscall2 and more");
  const failure = await openCallJournal(directory.path, options).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StateError);
  expect(failure).toMatchObject({ message: expect.stringContaining(path) });
});

test("a journal whose directory went away says so and gives no reply out", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "calls");
  await using journal = await openCallJournal(path, options);
  directory[Symbol.dispose]();
  await expect(ask(journal, "a")).rejects.toBeInstanceOf(StateError);
});
