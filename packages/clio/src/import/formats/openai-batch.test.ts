import { expect, test } from "vitest";
import { importRecords, type ImportedRecords } from "../../testing/import-records.ts";

const said = ({ conversations }: ImportedRecords): Record<string, string[]> =>
  Object.fromEntries(
    conversations.map(({ id, messages }) => [id, messages.map(({ role, content }) => `${role}: ${content}`)]),
  );

const line = (custom_id: string, body: object, url = "/v1/chat/completions"): object => ({
  custom_id,
  method: "POST",
  url,
  body: { model: "gpt-4o-mini", ...body },
});
const output = (custom_id: string, body: object, status_code = 200): object => ({
  id: `batch_req_${custom_id}`,
  custom_id,
  response: { status_code, request_id: "r", body },
  error: null,
});
const chat = (text: string): object => ({
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: text },
  ],
});
const completion = (...texts: string[]): object => ({
  id: "chatcmpl",
  object: "chat.completion",
  created: 1_711_652_795,
  model: "gpt-4o-mini-2024-07-18",
  choices: texts.map((content, index) => ({ index, message: { role: "assistant", content, refusal: null } })),
});

test("chat completions of OpenAI's batches are joined with their output and error files", async () => {
  const read = await importRecords({
    "error.jsonl": [
      { id: "e", custom_id: "c", response: null, error: { code: "batch_expired", message: "m" } },
      output("d", { error: { message: "bad", type: "invalid_request_error" } }, 400),
    ],
    "input.jsonl": ["a", "b", "c", "d", "e"].map((id) =>
      line(id, { ...chat(`question ${id}`), user: "ann" }),
    ),
    "output.jsonl": [
      output("b", completion("answer b", "another")),
      output("a", completion("answer a")),
      output("x", completion("z")),
    ],
  });
  expect(said(read)).toEqual({
    a: ["system: Be brief.", "user: question a", "assistant: answer a"],
    b: ["system: Be brief.", "user: question b", "assistant: answer b"],
    c: ["system: Be brief.", "user: question c"],
    d: ["system: Be brief.", "user: question d"],
    e: ["system: Be brief.", "user: question e"],
  });
  expect(read.conversations.find(({ id }) => id === "a")).toMatchObject({
    account: "ann",
    model: "gpt-4o-mini-2024-07-18",
    createdAt: "2024-03-28T19:06:35.000Z",
  });
  expect(read.repaired).toEqual({ "answer-failed": 2, "answer-missing": 1, "branches-dropped": 1 });
  expect(read.skipped).toEqual({ "request-missing": 1 });
  expect(new Set(read.losses.files.map(({ format }) => format))).toEqual(new Set(["openai-batch"]));
});

test("responses are read from their items", async () => {
  const url = "/v1/responses";
  const read = await importRecords([
    line("a", { input: "hello", instructions: "Be brief.", safety_identifier: "ann" }, url),
    output("a", {
      object: "response",
      created_at: 1_711_652_795,
      model: "gpt-5",
      output: [
        { type: "reasoning", id: "rs", summary: [] },
        { type: "web_search_call", id: "ws", action: { query: "weather" } },
        { type: "function_call", call_id: "f", name: "weather", arguments: '{"city":"Rome"}' },
        {
          type: "message",
          role: "assistant",
          content: [{ type: "output_text", text: "Hi.", annotations: [] }],
        },
      ],
    }),
    line(
      "b",
      {
        input: [
          { role: "developer", content: "Be kind." },
          {
            type: "message",
            role: "user",
            content: [
              { type: "input_text", text: "and this?" },
              { type: "input_image", image_url: "data:" },
            ],
          },
          { type: "function_call", call_id: "f", name: "see", arguments: "{}" },
          { type: "function_call_output", call_id: "f", output: "a cat" },
        ],
      },
      url,
    ),
    output("b", {
      output: [{ type: "message", role: "assistant", content: [{ type: "refusal", refusal: "No." }] }],
    }),
  ]);
  expect(said(read)).toEqual({
    a: [
      "system: Be brief.",
      "user: hello",
      'assistant: [tool call: web_search] {"query":"weather"}',
      'assistant: [tool call: weather] {"city":"Rome"}',
      "assistant: Hi.",
    ],
    b: [
      "system: Be kind.",
      "user: and this?\n[image]",
      "assistant: [tool call: see] {}",
      "tool: a cat",
      "assistant: No.",
    ],
  });
  expect(read.conversations.map(({ account }) => account)).toEqual(["ann", null]);
  expect(read.repaired).toEqual({ "attachment-marked": 1, "hidden-parts-dropped": 1 });
});

test("tool calls without text, and legacy completions, are read", async () => {
  const call = { id: "1", type: "function", function: { name: "weather", arguments: "{}" } };
  const read = await importRecords([
    line("a", chat("question a")),
    output("a", { choices: [{ message: { role: "assistant", content: null, tool_calls: [call] } }] }),
    line("b", { prompt: "Once" }, "/v1/completions"),
    output("b", { choices: [{ text: " upon a time" }] }),
  ]);
  expect(said(read)).toEqual({
    a: ["system: Be brief.", "user: question a", "assistant: [tool call: weather] {}"],
    b: ["user: Once", "assistant:  upon a time"],
  });
});

test("requests that are no chat are told apart, and so are their answers", async () => {
  const read = await importRecords([
    line("a", chat("question a")),
    line("b", { input: "embed this" }, "/v1/embeddings"),
    output("b", { object: "list", data: [{ object: "embedding", embedding: [0.5] }] }),
  ]);
  expect(Object.keys(said(read))).toEqual(["a"]);
  expect(read.skipped).toEqual({ "no-chat-request": 2 });
});
