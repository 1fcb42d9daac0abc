import { describe, expect, test } from "vitest";
import { formatNames, type FormatName } from "../../names.ts";
import { isGrouped, type AnyFormat, type ConversationDraft, type Reading } from "./conversation-draft.ts";
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

/** What a format finds in one record: for conversations that are spread over records, in that record alone. */
function read(format: AnyFormat, record: unknown): Reading<ConversationDraft | null> {
  const onRepair = (): void => {};
  if (!isGrouped(format)) return format.parse(record, onRepair);
  const parts = format.parseParts(record, onRepair);
  return parts.ok ? format.assemble(parts.value, onRepair) : parts;
}

test("no record is taken for one of another format, whatever stands before it", () => {
  const scores = formatNames.map((name) => formatNames.map((other) => formats[other].detect(examples[name])));
  for (const [i, row] of scores.entries()) {
    const others = row.toSpliced(i, 1);
    expect(Math.max(...others)).toBeLessThan(row[i] ?? 0);
    // Formats with messages of their own shape know nothing of each other.
    if (i > 1) expect(others).toEqual(others.map(() => 0));
  }
});

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
