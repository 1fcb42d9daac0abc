import { describe, expect, test } from "vitest";
import { importTalks } from "../../../testing/import-talks.ts";

/** A value as OTLP writes it. */
function toAnyValue(value: unknown): object {
  if (typeof value === "number") return { intValue: String(value) };
  if (typeof value === "boolean") return { boolValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(toAnyValue) } };
  if (typeof value === "object" && value !== null) return { kvlistValue: { values: toPairs(value) } };
  return { stringValue: String(value) };
}

function toPairs(attributes: object): object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: toAnyValue(value) }));
}

interface SpanFields {
  readonly trace?: string;
  readonly span?: string;
  readonly second?: number;
  readonly attributes?: object;
  readonly events?: readonly (readonly [name: string, attributes: object])[];
}

/** A span as OTLP writes it. */
function toSpan({ trace = "t1", span = "s1", second = 0, attributes = {}, events = [] }: SpanFields): object {
  return {
    traceId: trace,
    spanId: span,
    parentSpanId: "",
    name: "chat gpt-4o",
    kind: 3,
    startTimeUnixNano: `17000000${String(second).padStart(2, "0")}123456789`,
    endTimeUnixNano: "1700000099000000000",
    attributes: toPairs(attributes),
    events: events.map(([name, attributes]) => ({
      timeUnixNano: "1700000000000000000",
      name,
      attributes: toPairs(attributes),
    })),
    status: {},
  };
}

/** A request of OTLP. */
const request = (...spans: readonly SpanFields[]): object => ({
  resourceSpans: [
    {
      resource: { attributes: toPairs({ "service.name": "support-bot", "host.name": "host-7" }) },
      scopeSpans: [{ scope: { name: "openai" }, spans: spans.map(toSpan) }],
    },
  ],
});

const text = (role: string, content: string): object => ({ role, parts: [{ type: "text", content }] });
const chat = {
  "gen_ai.operation.name": "chat",
  "gen_ai.request.model": "gpt-4o",
  "gen_ai.provider.name": "openai",
};
const talk = ["user: a", "assistant: b"];

describe("a conversation", () => {
  test("is what its id says, over traces and requests, with each message once", async () => {
    const call = (trace: string, second: number, input: object[], output: string): SpanFields => ({
      trace,
      second,
      attributes: {
        ...chat,
        "gen_ai.conversation.id": "conv_5j",
        "user.id": "u1",
        "gen_ai.response.model": "gpt-4o-2024",
        "gen_ai.system_instructions": JSON.stringify([{ type: "text", content: "be kind" }]),
        "gen_ai.input.messages": JSON.stringify(input),
        "gen_ai.output.messages": JSON.stringify([{ ...text("assistant", output), finish_reason: "stop" }]),
      },
    });
    const { conversations, talks, losses, formats } = await importTalks([
      request(call("t2", 5, [text("user", "a"), text("assistant", "b"), text("user", "c")], "d")),
      request(call("t1", 0, [text("user", "a")], "b")),
    ]);
    expect(formats).toEqual(["otel-genai"]);
    expect(talks).toEqual([["system: be kind", "user: a", "assistant: b", "user: c", "assistant: d"]]);
    expect(conversations).toMatchObject([
      {
        id: "conv_5j",
        account: "u1",
        createdAt: "2023-11-14T22:13:20.123Z",
        model: "gpt-4o-2024",
        labels: { service: "support-bot", provider: "openai" },
      },
    ]);
    expect(JSON.stringify(conversations)).not.toContain("host-7");
    expect(losses).toEqual({ "history-merged": 1 });
  });

  test.each(["session.id", "langfuse.session.id", "traceloop.association.properties.session_id"])(
    "may be named by %s, else it is the trace",
    async (key) => {
      const said = { ...chat, "gen_ai.prompt": "a", "gen_ai.completion": "b" };
      const { conversations } = await importTalks([
        request({ trace: "t1", attributes: { ...said, [key]: "mine" } }, { trace: "t2", attributes: said }),
      ]);
      expect(conversations.map(({ id }) => id)).toEqual(["mine", "t2"]);
    },
  );
});

describe("messages", () => {
  test("of today's conventions may be values and not JSON, with steps of tools", async () => {
    const { talks } = await importTalks([
      request({
        attributes: {
          ...chat,
          "gen_ai.input.messages": [
            text("user", "a"),
            { role: "assistant", parts: [{ type: "tool_call", id: "1", name: "f", arguments: { x: "y" } }] },
            { role: "tool", parts: [{ type: "tool_call_response", id: "1", result: "r" }] },
          ],
          "gen_ai.output.messages": [text("assistant", "b")],
        },
      }),
    ]);
    expect(talks).toEqual([["user: a", 'assistant: [tool call: f] {"x":"y"}', "tool: r", "assistant: b"]]);
  });

  test.each<[string, SpanFields]>([
    [
      "of older conventions are events",
      {
        attributes: { "gen_ai.system": "openai", "gen_ai.operation.name": "chat" },
        events: [
          ["gen_ai.user.message", { role: "user", content: "a" }],
          [
            "gen_ai.choice",
            { index: 0, finish_reason: "stop", message: '{"role":"assistant","content":"b"}' },
          ],
        ],
      },
    ],
    [
      "of older conventions may be parts as JSON, and a bare answer",
      {
        events: [
          ["gen_ai.user.message", { content: '[{"text": "a"}]' }],
          ["gen_ai.choice", { message: "b" }],
        ],
      },
    ],
    [
      "of the oldest conventions are two events",
      {
        attributes: { "gen_ai.system": "openai" },
        events: [
          ["gen_ai.content.prompt", { "gen_ai.prompt": '[{"role":"user","content":"a"}]' }],
          ["gen_ai.content.completion", { "gen_ai.completion": '[{"role":"assistant","content":"b"}]' }],
        ],
      },
    ],
    [
      "of OpenLLMetry are numbered attributes",
      {
        attributes: {
          "llm.request.type": "chat",
          "gen_ai.completion.0.role": "assistant",
          "gen_ai.completion.0.content": "b",
          "gen_ai.prompt.0.role": "user",
          "gen_ai.prompt.0.content": "a",
        },
      },
    ],
    [
      "of OpenInference are numbered attributes",
      {
        attributes: {
          "openinference.span.kind": "LLM",
          "llm.input_messages.0.message.role": "user",
          "llm.input_messages.0.message.contents.0.message_content.type": "text",
          "llm.input_messages.0.message.contents.0.message_content.text": "a",
          "llm.output_messages.0.message.role": "assistant",
          "llm.output_messages.0.message.content": "b",
          "input.value": "{}",
        },
      },
    ],
    [
      "of an application are two texts",
      {
        attributes: {
          "openinference.span.kind": "CHAIN",
          "input.value": "a",
          "output.value": '{"answer":"b"}',
        },
      },
    ],
    [
      "of the AI SDK are JSON",
      {
        attributes: {
          "ai.model.id": "gpt-4o",
          "ai.prompt.messages": '[{"role":"user","content":[{"type":"text","text":"a"}]}]',
          "ai.response.text": "b",
        },
      },
    ],
    [
      "of Logfire are events in one attribute",
      {
        attributes: {
          ...chat,
          events:
            '[{"event.name":"gen_ai.user.message","role":"user","content":"a"},{"event.name":"gen_ai.choice","message":{"role":"assistant","content":"b"}}]',
        },
      },
    ],
  ])("%s", async (_, span) => {
    expect((await importTalks([request(span)])).talks).toEqual([talk]);
  });

  test("that are numbered keep their order and the calls of tools", async () => {
    const prompt = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        [`gen_ai.prompt.${i}.role`, i % 2 === 0 ? "user" : "assistant"],
        [`gen_ai.prompt.${i}.content`, `m${i}`],
      ]).flat(),
    );
    const call = {
      "gen_ai.completion.0.tool_calls.0.name": "f",
      "gen_ai.completion.0.tool_calls.0.arguments": "{}",
    };
    const { talks } = await importTalks([request({ attributes: { ...prompt, ...call } })]);
    expect(talks[0]?.[11]).toBe("assistant: m11");
    expect(talks[0]?.[12]).toBe("assistant: [tool call: f] {}");
  });

  test("that only look like JSON stay as they were said", async () => {
    const { talks } = await importTalks([
      request({
        events: [
          ["gen_ai.user.message", { content: "[1, 2]" }],
          ["gen_ai.choice", { message: '{"content":"{\\"x\\":1}"}' }],
        ],
      }),
    ]);
    expect(talks).toEqual([["user: [1, 2]", 'assistant: {"x":1}']]);
  });
});

describe("of a trace", () => {
  const said = (span: string, second: number, attributes: object): SpanFields => ({
    span,
    second,
    attributes,
  });

  test("calls are read, agents around them only where no call can be, and all else is left out", async () => {
    const agent = said("s0", 0, {
      "gen_ai.operation.name": "invoke_agent",
      "gen_ai.input.messages": JSON.stringify([text("user", "a")]),
      "gen_ai.output.messages": JSON.stringify([text("assistant", "b!")]),
    });
    const call = said("s1", 1, {
      ...chat,
      "gen_ai.input.messages": JSON.stringify([text("user", "a")]),
      "gen_ai.output.messages": JSON.stringify([text("assistant", "b")]),
    });
    const others = [
      said("s2", 2, { "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "f" }),
      said("s3", 3, { "gen_ai.operation.name": "embeddings", "gen_ai.request.model": "e" }),
      said("s4", 4, { "http.request.method": "POST" }),
      said("s5", 5, { "openinference.span.kind": "RETRIEVER", "input.value": "a" }),
    ];
    const whole = await importTalks([request(agent, call, ...others)]);
    expect(whole.talks).toEqual([talk]);
    expect(whole.losses).toEqual({ "step-passed-over": 1, "nested-steps-left-out": 1 });
    expect((await importTalks([request(agent, ...others)])).talks).toEqual([["user: a", "assistant: b!"]]);
  });

  test("a session that only one span knows is the session of all, told once", async () => {
    const root = said("s0", 0, {
      "openinference.span.kind": "AGENT",
      "session.id": "mine",
      "input.value": "a",
      "output.value": "b",
    });
    const call = said("s1", 1, {
      "llm.request.type": "chat",
      "gen_ai.prompt.0.content": "a",
      "gen_ai.completion.0.content": "b",
    });
    const { conversations, talks } = await importTalks([request(root, call)]);
    expect(talks).toEqual([talk]);
    expect(conversations[0]?.id).toBe("mine");
  });

  test("calls without content are a loss that is told", async () => {
    const { losses } = await importTalks([
      request(said("s1", 0, chat)),
      request({ trace: "t2", attributes: { ...chat, "gen_ai.prompt": "a" } }),
    ]);
    expect(losses).toEqual({ "no-messages": 1 });
  });
});

describe("a span alone may be", () => {
  const attributes = {
    "gen_ai.prompt.0.role": "user",
    "gen_ai.prompt.0.content": "a",
    "gen_ai.completion.0.content": "b",
  };
  test.each<[string, object]>([
    [
      "of Python's exporter to the console",
      {
        name: "openai.chat",
        context: { trace_id: "0x4bf9", span_id: "0x00f0", trace_state: "[]" },
        kind: "SpanKind.CLIENT",
        parent_id: null,
        start_time: "2023-11-14T22:13:20.123456Z",
        attributes,
        events: [],
        resource: { attributes: { "service.name": "support-bot" }, schema_url: "" },
      },
    ],
    [
      "in snake case",
      {
        trace_id: "a",
        span_id: "b",
        name: "chat",
        start_time_unix_nano: 1_700_000_000_123_456_800,
        attributes,
      },
    ],
    [
      "of JavaScript",
      { name: "chat", traceId: "a", spanId: "b", startTime: [1_700_000_000, 123_000_000], attributes },
    ],
    [
      "a row of a table",
      {
        name: "chat",
        "context.trace_id": "a",
        "context.span_id": "b",
        start_time: "2023-11-14T22:13:20.123Z",
        "attributes.openinference.span.kind": "LLM",
        "attributes.llm.input_messages": [{ "message.role": "user", "message.content": "a" }],
        "attributes.llm.output_messages": [{ message: { role: "assistant", content: "b" } }],
      },
    ],
    [
      "one with nested attributes",
      {
        name: "chat",
        context: { trace_id: "a", span_id: "b" },
        start_time: "2023-11-14T22:13:20.123Z",
        attributes: {
          openinference: { span: { kind: "CHAIN" } },
          input: { value: "a" },
          output: { value: "b" },
        },
      },
    ],
  ])("%s", async (_, span) => {
    const { conversations, talks, formats } = await importTalks([span]);
    expect(formats).toEqual(["otel-genai"]);
    expect(talks).toEqual([talk]);
    expect(conversations[0]?.createdAt).toBe("2023-11-14T22:13:20.123Z");
  });
});

describe("records of a log", () => {
  const record = (fields: object, attributes: object = {}): object => ({
    timeUnixNano: "1700000000123456789",
    traceId: "t1",
    spanId: "s1",
    attributes: toPairs(attributes),
    ...fields,
  });
  const logs = (...logRecords: readonly object[]): object => ({
    resourceLogs: [{ resource: { attributes: [] }, scopeLogs: [{ scope: {}, logRecords }] }],
  });

  test("tell a call message by message", async () => {
    const message = (name: string, body: object): object =>
      record({ body: toAnyValue(body) }, { "event.name": name, "gen_ai.system": "openai" });
    const { talks, losses } = await importTalks([
      logs(
        message("gen_ai.user.message", { content: "a" }),
        record({ body: { stringValue: "started" } }, { "event.name": "app.start" }),
      ),
      logs(
        message("gen_ai.choice", {
          index: 0,
          finish_reason: "stop",
          message: { role: "assistant", content: "b" },
        }),
      ),
      request({ attributes: { ...chat, "user.id": "u1" } }),
    ]);
    expect(talks).toEqual([talk]);
    expect(losses).toEqual({ "step-passed-over": 1 });
  });

  test("or as one", async () => {
    const attributes = {
      "gen_ai.operation.name": "chat",
      "gen_ai.conversation.id": "conv",
      "gen_ai.input.messages": [text("user", "a")],
      "gen_ai.output.messages": [text("assistant", "b")],
    };
    const { conversations, talks } = await importTalks([
      logs(record({ eventName: "gen_ai.client.inference.operation.details" }, attributes)),
    ]);
    expect(talks).toEqual([talk]);
    expect(conversations[0]?.id).toBe("conv");
  });
});
