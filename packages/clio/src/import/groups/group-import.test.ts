import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { Conversation } from "../../conversation.ts";
import { found, lost, type GroupedFormat } from "../formats/conversation-draft.ts";
import { importConversations, type ImportOptions } from "../import-conversations.ts";
import type { LossReport } from "../loss-report.ts";

let directory = createTemporaryDirectory();
beforeEach(() => {
  directory = createTemporaryDirectory();
});
afterEach(() => directory[Symbol.dispose]());

const turn = z.object({ chat: z.string(), at: z.string(), text: z.custom<Json>() }); // handed on unseen, as formats do
const texts = z.array(z.string());

/** One message a record: `{"chat","at","text"}`; `{"note"}` is no part of a conversation. */
const turns: GroupedFormat = {
  name: "turns",
  describe: "one message a record",
  detect: () => 1,
  parseParts: (record, onRepair) => {
    if (z.object({ note: z.unknown() }).safeParse(record).success) return found([]);
    const { data } = turn.safeParse(record);
    if (data === undefined) return lost("not-a-conversation");
    if (data.text === "bytes") onRepair("nul-bytes");
    return found([{ group: data.chat, order: data.at, value: data.text }]);
  },
  assemble: (parts, onRepair) => {
    const said = texts.safeParse(parts.map((part) => part.value));
    if (!said.success) return lost("no-messages");
    if (said.data.includes("told elsewhere")) return found(null);
    if (said.data.includes("repair")) onRepair("labels-dropped");
    return found({ messages: said.data.map((content) => ({ role: "user", content })) });
  },
};

const say = (chat: string, at: string, text: unknown = `${chat} ${at}`): string =>
  JSON.stringify({ chat, at, text });

function write(name: string, lines: readonly string[]): string {
  const path = join(directory.path, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return path;
}

async function read(
  inputs: readonly string[],
  options: ImportOptions = {},
): Promise<{ rows: Conversation[]; losses: LossReport }> {
  const chats = importConversations(inputs, { format: turns, workDirectory: directory.path, ...options });
  const rows: Conversation[] = [];
  for await (const row of chats.conversations) rows.push(row);
  return { rows, losses: chats.losses() };
}

const summary = ({ id, messages }: Conversation): [string, string] => [
  id,
  messages.map(({ content }) => content).join(" | "),
];

test("parts from anywhere become one conversation in their order, where its first part stands", async () => {
  const a = write("a.jsonl", [say("x", "2"), say("y", "1"), say("x", "3")]);
  const b = write("b.jsonl", [say("z", "1"), say("x", "1"), say("y", "1", "y again")]);
  const { rows, losses } = await read([a, b]);
  expect(rows.map(summary)).toEqual([
    ["x", "x 1 | x 2 | x 3"],
    ["y", "y 1 | y again"],
    ["z", "z 1"],
  ]);
  expect(losses).toMatchObject({ read: 3, kept: 3, withoutAccount: 3, skipped: [] });
  expect(losses.files).toMatchObject([
    { file: "a.jsonl", format: "turns", records: 3, read: 2, kept: 2 },
    { file: "b.jsonl", format: "turns", records: 3, read: 1, kept: 1 },
  ]);
});

test("every loss and repair has its place, and what was read is what was kept and what was lost", async () => {
  const path = write("a.jsonl", [
    say("x", "1"),
    '{"note":1}',
    "{",
    '{"chat":7}',
    say("bad", "1"),
    say("bad", "0", 7),
    say("x", "2", "bytes"),
    say("y", "1", "repair"),
    `{"chat":"x","at":"1","text":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
  ]);
  const { rows, losses } = await read([path]);
  expect(rows.map(summary)).toEqual([
    ["x", "x 1 | bytes"],
    ["y", "repair"],
  ]);
  const at = (line: number): object[] => [{ file: "a.jsonl", line }];
  expect(losses.skipped).toEqual([
    { reason: "invalid-json", count: 1, examples: at(3) },
    { reason: "nested-too-deep", count: 1, examples: at(9) },
    { reason: "no-messages", count: 1, examples: at(5) },
    { reason: "not-a-conversation", count: 1, examples: at(4) },
  ]);
  expect(losses.repaired).toEqual([
    { reason: "labels-dropped", count: 1, examples: at(8) },
    { reason: "nul-bytes", count: 1, examples: at(7) },
  ]);
  expect(losses).toMatchObject({ read: 6, kept: 2 });
});

test("a group that another one tells is neither read nor lost", async () => {
  const { rows, losses } = await read([write("a.jsonl", [say("x", "1"), say("y", "1", "told elsewhere")])]);
  expect(rows.map(({ id }) => id)).toEqual(["x"]);
  expect(losses).toMatchObject({ read: 1, kept: 1, skipped: [], repaired: [] });
});

test("what does not fit into memory gives the same, and leaves nothing behind", async () => {
  const record = fc.record({
    chat: fc.integer({ min: 0, max: 12 }).map(String),
    at: fc.integer({ min: 0, max: 9 }).map(String),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 60 }), async (records) => {
      const path = write(
        "a.jsonl",
        records.map(({ chat, at }, i) => say(chat, at, `${at} of ${i}`)),
      );
      const whole = await read([path]);
      const limits = { heldBytes: 150 };
      expect(await read([path], { limits })).toEqual(whole);
      expect(readdirSync(directory.path)).toEqual(["a.jsonl"]);
      expect(whole.rows.map(({ id }) => id)).toEqual([...new Set(records.map(({ chat }) => chat))]);
    }),
    { numRuns: 60 },
  );
});

test("of a conversation that is too large the first parts to come are kept, and it counts as shortened", async () => {
  const lines = Array.from({ length: 100 }, (_, i) => say("x", `${900 - i}`));
  const path = write("a.jsonl", [...lines, say("y", "1")]);
  const { rows, losses } = await read([path], { limits: { groupBytes: 500, heldBytes: 200 } });
  expect(rows.map(({ id }) => id)).toEqual(["x", "y"]);
  expect(rows[0]?.messages.at(-1)?.content).toBe("x 900");
  expect(rows[0]?.messages.length).toBeLessThan(50);
  expect(losses.repaired).toMatchObject([{ reason: "conversation-shortened", count: 1 }]);
});

test("an import that is left or aborted early leaves nothing behind", async () => {
  const lines = Array.from({ length: 100 }, (_, i) => say(`${i}`, "1"));
  const path = write("a.jsonl", lines);
  const options = { format: turns, workDirectory: directory.path, limits: { heldBytes: 100 } };
  for await (const { id } of importConversations([path], options).conversations) {
    expect(readdirSync(directory.path).length).toBe(2);
    if (id === "3") break;
  }
  expect(readdirSync(directory.path)).toEqual(["a.jsonl"]);
  const stop = new AbortController();
  await expect(async () => {
    const { signal } = stop;
    for await (const _ of importConversations([path], { ...options, signal }).conversations) stop.abort();
  }).rejects.toThrow("abort");
  expect(readdirSync(directory.path)).toEqual(["a.jsonl"]);
});
