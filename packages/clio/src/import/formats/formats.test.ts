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
import { detectFormat, formats, isFormatName } from "./formats.ts";

const examples = {
  observatory: {
    id: "1",
    account: "a",
    messages: [{ role: "user", content: "hi" }],
    labels: { path: ["x"] },
  },
  "openai-chat": {
    messages: [
      { role: "developer", content: "be brief" },
      {
        role: "user",
        content: [
          { type: "text", text: "what is this" },
          { type: "image_url", image_url: { url: "https://x" } },
        ],
      },
    ],
    user: "ann",
    created: 1_700_000_000,
  },
  sharegpt: {
    id: "x",
    conversations: [
      { from: "human", value: "hi" },
      { from: "gpt", value: "hello" },
    ],
    system: "be kind",
  },
  "hh-rlhf": {
    chosen: "\n\nHuman: hi\n\nAssistant: hello\n\nHuman: bye",
    rejected: "\n\nHuman: hi\n\nAssistant: no",
  },
  "claude-ai": {
    uuid: "c",
    name: "n",
    account: { uuid: "a" },
    chat_messages: [
      { uuid: "m", text: "hi", content: [{ type: "text", text: "hi" }], sender: "human", files: [] },
    ],
  },
  chatgpt: {
    title: "t",
    create_time: 1_700_000_000.5,
    mapping: {
      r: { id: "r", message: null, parent: null, children: ["m"] },
      m: {
        id: "m",
        message: { author: { role: "user" }, content: { content_type: "text", parts: ["hi"] } },
        parent: "r",
        children: [],
      },
    },
    current_node: "m",
    conversation_id: "c",
  },
  "anthropic-messages": {
    model: "claude-sonnet-4-20250514",
    max_tokens: 10,
    messages: [{ role: "user", content: "hi" }],
  },
  "anthropic-batch": {
    custom_id: "1",
    params: { model: "claude-x", max_tokens: 10, messages: [{ role: "user", content: "hi" }] },
  },
  "openai-batch": {
    custom_id: "1",
    method: "POST",
    url: "/v1/chat/completions",
    body: { model: "gpt-4o-mini", messages: [{ role: "user", content: "hi" }] },
  },
  "claude-code": {
    type: "user",
    sessionId: "s",
    uuid: "u",
    parentUuid: null,
    isSidechain: false,
    message: { role: "user", content: "hi" },
    timestamp: "2026-01-01T00:00:00Z",
  },
  "lmsys-chat": {
    conversation_id: "c1",
    model: "vicuna-13b",
    conversation: [{ content: "hi", role: "user" }],
    turn: 1,
    language: "English",
    openai_moderation: [{ categories: {}, category_scores: {}, flagged: false }],
    redacted: false,
  },
  wildchat: {
    conversation_hash: "h1",
    model: "gpt-4",
    timestamp: "2023-04-09T00:02:53",
    conversation: [{ content: "hi", role: "user", language: "English", toxic: false, redacted: false }],
    turn: 1,
    language: "English",
    openai_moderation: [{ flagged: false }],
    detoxify_moderation: [{ toxicity: 0.1 }],
    toxic: false,
    redacted: false,
    hashed_ip: "ip1",
  },
  langfuse: {
    id: "t1",
    timestamp: "2024-05-29T13:46:19.963Z",
    name: "chat",
    input: [{ role: "user", content: "hi" }],
    output: "hello",
    sessionId: "s1",
    userId: "u1",
    tags: [],
    public: false,
  },
  langsmith: {
    id: "r1",
    trace_id: "r1",
    parent_run_id: null,
    run_type: "chain",
    session_id: "project",
    start_time: "2024-05-29T13:46:19.963000",
    inputs: { question: "hi" },
    outputs: { answer: "hello" },
  },
  "otel-genai": {
    trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
    span_id: "00f067aa0ba902b7",
    name: "chat gpt-4",
    start_time: "2024-05-29T13:46:19.963Z",
    attributes: {
      "gen_ai.operation.name": "chat",
      "gen_ai.prompt.0.role": "user",
      "gen_ai.prompt.0.content": "hi",
    },
  },
} satisfies Record<FormatName, unknown>;

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
