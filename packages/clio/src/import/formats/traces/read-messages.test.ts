import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMessages, type Side } from "./read-messages.ts";

const read = (value: unknown, side: Side = "input"): string[] =>
  readMessages(value, side).messages.map(
    ({ role, content, isStep }) => `${role}${isStep === true ? "*" : ""}: ${content}`,
  );

const lc = (name: string, kwargs: object): object => ({
  lc: 1,
  type: "constructor",
  id: ["langchain", "schema", "messages", name],
  kwargs,
});

describe("a text or a message alone", () => {
  test.each<[unknown, Side, string[]]>([
    ["hi", "input", ["user: hi"]],
    ["hi", "output", ["assistant: hi"]],
    [{ role: "user", content: "hi" }, "output", ["user: hi"]],
    ['{"role":"assistant","content":"hi"}', "output", ["assistant: hi"]],
    ['"hi"', "input", ["user: hi"]],
    ["[1, 2]", "input", ["user: [1, 2]"]],
    ["{broken", "input", ["user: {broken"]],
    [[{ type: "text", text: "hi" }], "input", ["user: hi"]],
    [["human", "hi"], "input", ["user: hi"]],
    [["a", "b"], "input", ["user: a\nb"]],
    ["", "input", []],
    [null, "input", []],
    [7, "input", []],
    [{ id: 1, score: 0.5 }, "output", []],
  ])("%j as %s is %j", (value, side, messages) => {
    expect(read(value, side)).toEqual(messages);
  });
});

describe("what applications and models are given", () => {
  test.each([
    [{ question: "hi", context: ["..."] }],
    [{ input: "hi" }],
    [{ query: "hi", top_k: 3 }],
    [{ args: [], kwargs: { question: "hi" } }],
    [{ args: ["hi"], kwargs: {} }],
    [{ my_own_name: "hi" }],
    [{ messages: [{ role: "user", content: "hi" }], model: "gpt-4o", temperature: 0 }],
    [{ contents: [{ role: "user", parts: [{ text: "hi" }] }] }],
    [{ contents: "hi" }],
    [{ input: { messages: [["human", "hi"]] } }],
    [{ messages: [[lc("HumanMessage", { content: "hi", type: "human" })]] }],
    [{ messages: [{ type: "human", data: { content: "hi", additional_kwargs: {} } }] }],
    [{ messages: [{ type: "human", content: "hi", id: "x" }] }],
    [{ conversations: 0, messages: '[{"from":"human","value":"hi"}]' }],
  ])("%j says hi", (value) => {
    expect(read(value)).toEqual(["user: hi"]);
  });

  test("a system prompt and a history that stand beside come first", () => {
    expect(read({ system: "be kind", messages: [{ role: "user", content: "hi" }] })).toEqual([
      "system: be kind",
      "user: hi",
    ]);
    expect(
      read({
        systemInstruction: { parts: [{ text: "be kind" }] },
        contents: [{ role: "model", parts: [{ text: "hi" }] }],
      }),
    ).toEqual(["system: be kind", "assistant: hi"]);
    expect(
      read({
        input: "c",
        chat_history: [lc("HumanMessage", { content: "a" }), lc("AIMessage", { content: "b" })],
      }),
    ).toEqual(["user: a", "assistant: b", "user: c"]);
  });
});

describe("what comes from applications and models", () => {
  test.each([
    [{ answer: "hi", sources: [] }],
    [{ output: "hi" }],
    [{ output: { content: "hi" } }],
    [
      {
        choices: [
          { index: 0, message: { role: "assistant", content: "hi" } },
          { message: { content: "no" } },
        ],
      },
    ],
    [{ choices: [{ text: "hi" }] }],
    [
      {
        generations: [[{ text: "hi", type: "ChatGeneration", message: lc("AIMessage", { content: "hi" }) }]],
      },
    ],
    [{ generations: [[{ text: "hi", generation_info: null }]], llm_output: { model: "m" } }],
    [{ candidates: [{ content: { role: "model", parts: [{ text: "hi" }] } }] }],
    [
      {
        output: [
          { type: "reasoning", summary: [] },
          { type: "message", role: "assistant", content: [{ type: "output_text", text: "hi" }] },
        ],
      },
    ],
    [{ id: "msg_1", type: "message", role: "assistant", content: [{ type: "text", text: "hi" }] }],
    [lc("AIMessageChunk", { content: "hi" })],
  ])("%j says hi", (value) => {
    expect(read(value, "output")).toEqual(["assistant: hi"]);
  });
});

describe("calls of tools and their results are steps, in the words of", () => {
  const args = { city: "Rome" };
  const called = 'assistant*: [tool call: weather] {"city":"Rome"}';
  test.each<[string, unknown]>([
    [
      "OpenAI",
      {
        role: "assistant",
        content: null,
        tool_calls: [{ function: { name: "weather", arguments: '{"city":"Rome"}' } }],
      },
    ],
    [
      "LangChain",
      lc("AIMessage", {
        content: "",
        tool_calls: [{ name: "weather", args, id: "1" }],
        additional_kwargs: { tool_calls: [{ function: { name: "weather", arguments: "{}" } }] },
      }),
    ],
    ["Anthropic", { role: "assistant", content: [{ type: "tool_use", name: "weather", input: args }] }],
    ["Gemini", { role: "model", parts: [{ functionCall: { name: "weather", args } }] }],
    [
      "Bedrock",
      { role: "assistant", content: [{ toolUse: { toolUseId: "1", name: "weather", input: args } }] },
    ],
    ["the AI SDK", { role: "assistant", content: [{ type: "tool-call", toolName: "weather", args }] }],
    [
      "OpenTelemetry",
      { role: "assistant", parts: [{ type: "tool_call", id: "1", name: "weather", arguments: args }] },
    ],
    ["OpenAI's Responses", { type: "function_call", name: "weather", arguments: '{"city":"Rome"}' }],
  ])("%s", (_, message) => {
    expect(read([message])).toEqual([called]);
  });

  test.each<[string, unknown]>([
    ["OpenAI", { role: "tool", tool_call_id: "1", content: "sunny" }],
    ["LangChain", lc("ToolMessage", { content: "sunny", tool_call_id: "1" })],
    [
      "Anthropic",
      { role: "user", content: [{ type: "tool_result", content: [{ type: "text", text: "sunny" }] }] },
    ],
    ["Gemini", { role: "user", parts: [{ functionResponse: { name: "weather", response: "sunny" } }] }],
    ["Bedrock", { role: "user", content: [{ toolResult: { content: [{ text: "sunny" }] } }] }],
    ["OpenTelemetry", { role: "tool", parts: [{ type: "tool_call_response", id: "1", response: "sunny" }] }],
    ["OpenAI's Responses", { type: "function_call_output", call_id: "1", output: "sunny" }],
  ])("and results: %s", (_, message) => {
    expect(read([message])).toEqual(["tool*: sunny"]);
  });

  test("but an answer that calls a tool too is an answer", () => {
    const content = [
      { type: "text", text: "I look." },
      { type: "tool_use", name: "weather", input: {} },
    ];
    expect(read([{ role: "assistant", content }])).toEqual(["assistant: I look.\n[tool call: weather] {}"]);
  });
});

test("the pieces of a streamed answer are put together, of several choices the first", () => {
  const chunk = (delta: object, finish_reason: string | null = null, index = 0): object => ({
    id: "c",
    object: "chat.completion.chunk",
    model: "gpt-4o",
    choices: [{ index, delta, finish_reason }],
  });
  const call = (part: object): object => chunk({ tool_calls: [{ index: 0, function: part }] });
  const chunks = [
    chunk({ role: "assistant", content: "" }),
    chunk({ content: "I lo" }),
    chunk({ content: "another" }, null, 1),
    chunk({ content: "ok." }),
    call({ name: "look", arguments: '{"at":' }),
    call({ arguments: '"Rome"}' }),
    chunk({}, "tool_calls"),
  ];
  const wanted = ['assistant: I look.\n[tool call: look] {"at":"Rome"}'];
  expect(read({ output: chunks }, "output")).toEqual(wanted);
  expect(read(JSON.stringify(chunks), "output")).toEqual(wanted);
  expect(
    read(`${chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`).join("")}data: [DONE]\n`, "output"),
  ).toEqual(wanted);
});

test("parts without text leave a mark of their kind, and thoughts are no text", () => {
  const parts = [
    { type: "text", content: "look" },
    { type: "uri", modality: "image", mime_type: "image/png", uri: "https://private" },
    { type: "blob", modality: "audio", content: "aGVsbG8=" },
    { inlineData: { mimeType: "application/pdf-document", data: "aGVsbG8=" } },
    { type: "reasoning", content: "secret thought" },
    { text: "secret thought", thought: true },
  ];
  const { messages, marked } = readMessages([{ role: "user", parts }], "input");
  expect(marked).toBe(true);
  expect(messages[0]?.content).toBe("look\n[image]\n[audio]\n[file]\n[reasoning]\n[reasoning]");
});

test("whatever comes is read without an error, in bounded depth", () => {
  const anything = fc.anything({ maxDepth: 5 });
  const keyed = fc.dictionary(
    fc.constantFrom("messages", "input", "content", "role", "type", "kwargs", "choices"),
    anything,
  );
  fc.assert(
    fc.property(
      fc.oneof(anything, keyed, fc.array(keyed)),
      fc.constantFrom<Side>("input", "output"),
      (value, side) => {
        const { messages } = readMessages(value, side);
        expect(
          messages.every(({ role, content }) => typeof role === "string" && typeof content === "string"),
        ).toBe(true);
      },
    ),
  );
  const deep = `${'{"input":'.repeat(3000)}"hi"${"}".repeat(3000)}`;
  expect(read(deep)).toHaveLength(1);
});
