import { expect, test } from "vitest";
import { importRecords, type ImportedRecords } from "../../testing/import-records.ts";

const request = {
  model: "claude-sonnet-4-20250514",
  max_tokens: 1024,
  system: "Be brief.",
  messages: [{ role: "user", content: "hello" }],
  metadata: { user_id: "ann" },
};
const response = {
  id: "msg_01",
  type: "message",
  role: "assistant",
  model: "claude-sonnet-4-20250514",
  content: [{ type: "text", text: "Hello there." }],
  stop_reason: "end_turn",
  stop_sequence: null,
  usage: { input_tokens: 10, output_tokens: 5 },
};
const events = [
  { type: "message_start", message: { ...response, content: [] } },
  { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
  { type: "ping" },
  { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "Hello " } },
  { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "there." } },
  { type: "content_block_stop", index: 0 },
  { type: "message_delta", delta: { stop_reason: "end_turn" }, usage: { output_tokens: 5 } },
  { type: "message_stop" },
];
const sse = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
const said = ({ conversations }: ImportedRecords): string[] =>
  conversations.flatMap(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`));

test("a request alone is a conversation of the user it names", async () => {
  const { conversations, repaired, losses } = await importRecords([request]);
  expect(losses.files[0]?.format).toBe("anthropic-messages");
  expect(conversations).toMatchObject([
    {
      id: "export/x.jsonl:1",
      account: "ann",
      createdAt: null,
      model: "claude-sonnet-4-20250514",
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "hello" },
      ],
      labels: {},
    },
  ]);
  expect(repaired).toEqual({});
});

test.each([
  ["beside it", { ...request, response }],
  ["as a pair", { request, response, timestamp: "2025-03-01T10:00:00Z" }],
  ["as input and output", { input: request, output: response }],
  ["as JSON in strings", { request_body: JSON.stringify(request), response_body: JSON.stringify(response) }],
  [
    "as calls of HTTP",
    { request: { method: "POST", body: request }, response: { status: 200, body: response } },
  ],
  [
    "as Bedrock logs them",
    {
      requestId: "r1",
      modelId: "anthropic.claude",
      input: { inputBodyJson: { anthropic_version: "bedrock-2023-05-31", ...request } },
      output: { outputBodyJson: response },
    },
  ],
  [
    "as Bedrock logs a stream",
    { requestId: "r1", input: { inputBodyJson: request }, output: { outputBodyJson: events } },
  ],
  ["as the text of a stream", { request, response_body: sse }],
  ["as a list of events in a string", { request, response: { body: JSON.stringify(events) } }],
])("the response is read %s", async (_, record) => {
  const read = await importRecords([record]);
  expect(read.losses.files[0]?.format).toBe("anthropic-messages");
  expect(said(read)).toEqual(["system: Be brief.", "user: hello", "assistant: Hello there."]);
  expect(read.conversations[0]).toMatchObject({
    account: "ann",
    id: "requestId" in record ? "r1" : "msg_01",
  });
});

test("a stream that breaks off gives what came before, and calls of tools their input", async () => {
  const call = [
    {
      type: "content_block_start",
      index: 1,
      content_block: { type: "tool_use", id: "t", name: "look", input: {} },
    },
    { type: "content_block_delta", index: 1, delta: { type: "input_json_delta", partial_json: '{"at":' } },
    { type: "content_block_delta", index: 1, delta: { type: "input_json_delta", partial_json: '"Rome"}' } },
  ];
  const read = await importRecords([{ request, response: [...events.slice(0, -3), ...call] }]);
  expect(said(read).at(-1)).toBe('assistant: Hello there.\n[tool call: look] {"at":"Rome"}');
  expect(read.repaired).toEqual({ "stream-cut": 1 });
});

test("results of tools are not the user's words, and reasoning not the assistant's", async () => {
  const read = await importRecords([
    {
      ...request,
      system: [{ type: "text", text: "Be brief.", cache_control: { type: "ephemeral" } }],
      messages: [
        { role: "user", content: [{ type: "text", text: "look at the weather" }] },
        {
          role: "assistant",
          content: [
            { type: "thinking", thinking: "secret", signature: "x" },
            { type: "redacted_thinking", data: "x" },
            { type: "text", text: "I look." },
            { type: "tool_use", id: "t1", name: "weather", input: { city: "Rome" } },
          ],
        },
        {
          role: "user",
          content: [
            { type: "tool_result", tool_use_id: "t1", content: [{ type: "text", text: "sunny" }] },
            { type: "tool_result", tool_use_id: "t2", content: "" },
            { type: "text", text: "and tomorrow?" },
          ],
        },
      ],
    },
  ]);
  expect(said(read)).toEqual([
    "system: Be brief.",
    "user: look at the weather",
    'assistant: I look.\n[tool call: weather] {"city":"Rome"}',
    "tool: sunny",
    "user: and tomorrow?",
  ]);
  expect(read.repaired).toEqual({ "hidden-parts-dropped": 1 });
});

test("documents with text are text, others and images are marked", async () => {
  const source = { type: "base64", media_type: "image/png", data: "AAAA" };
  const read = await importRecords([
    {
      ...request,
      system: undefined,
      messages: [
        {
          role: "user",
          content: [
            { type: "image", source },
            { type: "document", source: { type: "text", media_type: "text/plain", data: "a letter" } },
            { type: "document", source: { type: "content", content: [{ type: "text", text: "a chapter" }] } },
            { type: "document", source: { ...source, media_type: "application/pdf" } },
            {
              type: "search_result",
              source: "https://x",
              title: "T",
              content: [{ type: "text", text: "a find" }],
            },
          ],
        },
      ],
    },
  ]);
  expect(said(read)).toEqual(["user: [image]\na letter\na chapter\n[file]\na find"]);
  expect(read.repaired).toEqual({ "attachment-marked": 1 });
});

test("an answer goes on where the request began it", async () => {
  const messages = [...request.messages, { role: "assistant", content: "Hello th" }];
  const begun = { ...response, content: [{ type: "text", text: "ere." }, response.content[0]] };
  const read = await importRecords([{ request: { ...request, messages }, response: begun }]);
  expect(said(read).slice(2)).toEqual(["assistant: Hello there.\nHello there."]);
});

test("an error, or an answer that cannot be read, leaves the request without one", async () => {
  const error = { type: "error", error: { type: "overloaded_error", message: "Overloaded" } };
  const failed = await importRecords([{ request, response: error }]);
  expect(said(failed)).toEqual(["system: Be brief.", "user: hello"]);
  expect(failed.repaired).toEqual({ "answer-failed": 1 });
  const unread = await importRecords([{ request, response: "event: message_start\ndata: {}" }]);
  expect(unread.repaired).toEqual({ "answer-missing": 1 });
});
