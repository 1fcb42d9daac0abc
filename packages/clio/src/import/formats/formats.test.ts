import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatNames, type FormatName } from "../../names.ts";
import {
  isGrouped,
  lost,
  type AnyFormat,
  type ConversationDraft,
  type Reading,
} from "./conversation-draft.ts";
import { formatExamples as examples } from "../../testing/format-examples.ts";
import { detectFormat, formats, isFormatName } from "./formats.ts";

/** Other shapes of records that a format has. */
const variants: readonly (readonly [FormatName, unknown])[] = [
  ["claude-ai", { uuid: "c", name: "", chat_messages: [] }],
  ["chatgpt", { title: "t", mapping: { m: { message: null } }, id: "c", create_time: null }],
  [
    "anthropic-messages",
    {
      id: "1",
      created_at: "2026-01-01",
      model: "m",
      system: "s",
      messages: [{ role: "user", content: "hi" }],
    },
  ],
  [
    "anthropic-messages",
    {
      request: { model: "m", messages: [{ role: "user", content: "hi" }] },
      response: { type: "message", role: "assistant", content: [] },
    },
  ],
  ["anthropic-batch", { custom_id: "1", result: { type: "expired" } }],
  ["anthropic-batch", { requests: [examples["anthropic-batch"]] }],
  ["openai-batch", { id: "b", custom_id: "1", response: { status_code: 200, body: {} }, error: null }],
  ["openai-batch", { id: "b", custom_id: "1", response: null, error: { code: "batch_expired" } }],
  ["openai-batch", { custom_id: "1", method: "POST", url: "/v1/responses", body: { input: "hi" } }],
  ["openai-chat", { model: "claude-x", max_tokens: 5, messages: [{ role: "system", content: "s" }] }],
  ["claude-code", { type: "summary", summary: "s", leafUuid: "u" }],
  ["claude-code", { type: "file-history-snapshot", messageId: "m", snapshot: {} }],
  ["claude-code", { type: "permission-mode", permissionMode: "default", sessionId: "s" }],
];

test.each(variants)("a record of %s is told from those of all others, whatever its shape", (name, record) => {
  expect(detectFormat([record])).toBe(name);
  const scores = Object.values(formats).map((format) => [format.name, format.detect(record)] as const);
  const best = Math.max(...scores.map(([, score]) => score));
  expect(best).toBeLessThanOrEqual(1);
  expect(scores.filter(([, score]) => score === best).map(([other]) => other)).toEqual([name]);
});

/** The record with one value in it replaced, chosen by the numbers. */
function damage(record: unknown, path: readonly number[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof record !== "object" || record === null) return value;
  const keys = Object.keys(record);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  if (Array.isArray(record))
    return record.map((item, i) => (`${i}` === key ? damage(item, rest, value) : item));
  const entries = Object.entries(record);
  return Object.fromEntries(entries.map(([k, v]) => [k, k === key ? damage(v, rest, value) : v]));
}

test("whatever stands in one field of a record, formats find a draft or a loss, and never throw", () => {
  const deep: unknown = JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`);
  const known = fc.constantFrom<readonly [FormatName, unknown]>(
    ...variants,
    ...formatNames.map((name) => [name, examples[name]] as const),
  );
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom("", "user", "u", "m", "\0", "\uD800", -1, 1e300),
    fc.constant(deep),
  );
  fc.assert(
    fc.property(known, fc.array(fc.nat(20), { maxLength: 6 }), value, ([name, record], path, odd) => {
      const damaged = damage(record, path, odd);
      for (const format of Object.values(formats)) {
        const score = format.detect(damaged);
        expect(score >= 0 && score <= 1).toBe(true);
      }
      expect(read(formats[name], damaged)).toHaveProperty("ok");
    }),
    { numRuns: 200 },
  );
});

test.each(formatNames)("an example of %s is of no other format as surely", (name) => {
  for (const other of formatNames) {
    if (other === name) continue;
    expect(formats[other].detect(examples[name])).toBeLessThan(formats[name].detect(examples[name]));
  }
});

/** What a format finds in one record: for conversations that are spread over records, in that record alone. */
function read(format: AnyFormat, record: unknown): Reading<ConversationDraft | null> {
  const onRepair = (): void => {};
  if (!isGrouped(format)) return format.parse(record, onRepair);
  const parts = format.parseParts(record, onRepair);
  if (!parts.ok) return parts;
  return parts.value.length === 0 ? lost("no-messages") : format.assemble(parts.value, onRepair);
}

describe.each(formatNames)("%s", (name) => {
  test("is recognised among the others, from one record and among noise", () => {
    expect(detectFormat([examples[name]])).toBe(name);
    expect(detectFormat([null, 7, [], { a: 1 }, examples[name]])).toBe(name);
  });

  test("finds messages in its own record and none in what is no record", () => {
    expect(read(formats[name], examples[name])).toMatchObject({ ok: true });
    for (const value of [null, 7, "text", [], {}, { messages: null, conversations: 1, chosen: 2 }]) {
      expect(read(formats[name], value)).toEqual({ ok: false, reason: "not-a-conversation" });
    }
  });

  test("describes itself and is known by its name", () => {
    expect(formats[name].name).toBe(name);
    expect(formats[name].describe).not.toBe("");
    expect(isFormatName(name)).toBe(true);
  });
});

test("records with messages go to the format whose other fields they have", () => {
  const messages = [{ role: "user", content: "hi" }];
  const parts = [{ role: "user", content: [{ type: "text", text: "hi" }] }];
  expect(detectFormat([{ id: "1", messages }])).toBe("observatory");
  expect(detectFormat([{ id: "1", account: "a", messages: parts }])).toBe("observatory");
  expect(detectFormat([{ id: "1", user: "a", messages }])).toBe("openai-chat");
  expect(detectFormat([{ messages }])).toBe("openai-chat");
});

test("no format is seen in records of other kinds", () => {
  expect(detectFormat([])).toBeNull();
  expect(detectFormat([{ id: 1, text: "a row" }, 5, "x", null])).toBeNull();
  expect(isFormatName("toString")).toBe(false);
});

test("HH-RLHF keeps the turns of chosen", () => {
  expect(formats["hh-rlhf"].parse(examples["hh-rlhf"])).toEqual({
    ok: true,
    value: {
      messages: [
        { role: "Human", content: "hi" },
        { role: "Assistant", content: "hello" },
        { role: "Human", content: "bye" },
      ],
    },
  });
});

test("a system prompt beside the turns of ShareGPT comes first", () => {
  expect(formats.sharegpt.parse(examples.sharegpt)).toMatchObject({
    value: {
      messages: [{ role: "system", content: "be kind" }, { role: "human", content: "hi" }, { role: "gpt" }],
    },
  });
});
