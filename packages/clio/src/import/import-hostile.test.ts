import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { InputError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Conversation } from "../conversation.ts";
import { describeLosses } from "./describe-losses.ts";
import { formatNames } from "../names.ts";
import { importConversations, type ImportOptions } from "./import-conversations.ts";
import type { LossReport } from "./loss-report.ts";
import { writeConversations } from "./write-conversations.ts";

async function read(
  bytes: string | Uint8Array,
  options?: ImportOptions,
): Promise<{ rows: Conversation[]; losses: LossReport }> {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x");
  writeFileSync(path, bytes);
  const chats = importConversations([path], options);
  const rows: Conversation[] = [];
  try {
    for await (const row of chats.conversations) rows.push(row);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return { rows, losses: chats.losses() };
}

const valid = (id: number): string =>
  JSON.stringify({ id: `valid ${id}`, messages: [{ role: "user", content: "hello" }] });

function lostRecords(losses: LossReport): number {
  const fileReasons = new Set([
    "unknown-format",
    "empty-file",
    "truncated-gzip",
    "damaged-gzip",
    "gzip-bomb",
  ]);
  return losses.skipped
    .filter(({ reason }) => !fileReasons.has(reason))
    .reduce((sum, { count }) => sum + count, 0);
}

const bytes = fc.uint8Array({ maxLength: 300 });
const almostJson = fc.oneof(
  fc.json(),
  fc.string({ unit: "binary" }),
  fc.json().map((text) => text.slice(0, -1)),
  fc.constantFrom("{", "[", "}", "]", '"', '{"messages":', "\\", "\0", "\uFEFF", "[[[[", ",", "null"),
);

test("no bytes make anything but losses, in any format", async () => {
  const format = fc.constantFrom(undefined, ...formatNames);
  await fc.assert(
    fc.asyncProperty(bytes, format, fc.boolean(), async (noise, format, zip) => {
      const { losses } = await read(zip ? gzipSync(noise) : noise, { format });
      expect(losses.kept + lostRecords(losses)).toBe(losses.read);
    }),
    { numRuns: 150 },
  );
});

test("lines of noise never cost a neighbour", async () => {
  const noise = fc.oneof(
    bytes,
    almostJson.map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(noise, { maxLength: 8 }), async (lines) => {
      const parts = [Buffer.from(`${valid(0)}\n`)];
      for (const [i, line] of lines.entries()) {
        parts.push(Buffer.from(line), Buffer.from(`\n${valid(i + 1)}\n`));
      }
      const { rows, losses } = await read(Buffer.concat(parts));
      const kept = rows.map((row) => row.id).filter((id) => id.startsWith("valid"));
      expect(kept).toEqual(Array.from({ length: lines.length + 1 }, (_, i) => `valid ${i}`));
      expect(losses.kept + lostRecords(losses)).toBe(losses.read);
    }),
    { numRuns: 150 },
  );
});

test("any value in any field is a conversation that is sound, or a loss", async () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("user", "human", "hi"),
  );
  const message = fc.record(
    { role: value, content: value, from: value, value, tool_calls: value },
    { requiredKeys: [] },
  );
  const record = fc.record(
    {
      id: value,
      account: value,
      created_at: value,
      language: value,
      messages: fc.oneof(value, fc.array(message)),
      conversations: fc.oneof(value, fc.array(message)),
      chosen: value,
      labels: value,
      metadata: value,
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 5 }),
      fc.constantFrom(...formatNames),
      async (records, format) => {
        const { rows, losses } = await read(records.map((entry) => JSON.stringify(entry)).join("\n"), {
          format,
        });
        expect(losses.kept + lostRecords(losses)).toBe(losses.read);
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
        for (const row of rows) {
          expect(JSON.stringify(row).isWellFormed()).toBe(true);
          expect(row.messages.some((entry) => entry.role === "user" && entry.content.trim() !== "")).toBe(
            true,
          );
          expect(row.createdAt === null || new Date(row.createdAt).toISOString() === row.createdAt).toBe(
            true,
          );
          expect(row.account === null || (row.account !== "" && row.account.length <= 256)).toBe(true);
        }
        expect(describeLosses(JSON.parse(JSON.stringify(losses)) as LossReport)).toEqual(
          describeLosses(losses),
        ); // a report survives being written
      },
    ),
    { numRuns: 150 },
  );
});

test("what is written is read back as it was", async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 }).map((s) => `x${s.replaceAll("\0", "")}`);
  const optional = fc.option(
    text.map((s) => s.trim()),
    { nil: null },
  );
  const conversation = fc.record({
    id: fc.uuid(),
    account: optional,
    createdAt: fc.option(
      fc
        .date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString()),
      { nil: null },
    ),
    language: fc.constantFrom(null, "en", "gsw"),
    model: optional,
    messages: fc
      .array(fc.record({ role: fc.constantFrom("system", "user", "assistant", "tool"), content: text }), {
        minLength: 1,
      })
      .map((messages) => [...messages, { role: "user" as const, content: "hi" }]),
    labels: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text))),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(conversation, { selector: (row) => row.id, minLength: 1, maxLength: 5 }),
      async (conversations) => {
        let written = "";
        for await (const line of writeConversations(conversations)) written += line;
        const { rows, losses } = await read(written);
        expect(rows).toEqual(conversations.map((row) => ({ ...row, labels: { ...row.labels } })));
        expect(losses).toMatchObject({ skipped: [], repaired: [] });
      },
    ),
    { numRuns: 100 },
  );
});
