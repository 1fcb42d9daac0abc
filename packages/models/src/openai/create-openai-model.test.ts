import type { JsonSchema, ModelRequest } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { startServer, type Answer, type ReceivedCall } from "../wire/loopback-server.test.helper.ts";
import { createOpenAiModel } from "./create-openai-model.ts";

const schema: JsonSchema = {
  title: "clio-audit",
  type: "object",
  properties: { rating: { type: "integer" } },
  required: ["rating"],
  additionalProperties: false,
};
const request: ModelRequest = {
  system: "Rate it.",
  prompt: [{ text: "shared ", cache: true }, { text: "own" }],
  schema,
  maxOutputTokens: 100,
  temperature: 0.05,
};
const answer = (message: object, more: object = {}): Answer => ({
  body: { choices: [{ index: 0, message, finish_reason: "stop", ...more }] },
});
const rating = answer({ role: "assistant", content: '{"rating":4}' });
const refuse = (message: string, code: string | null = null, status = 400): Answer => ({
  status,
  body: { error: { message, type: "invalid_request_error", param: null, code } },
});

async function talk(
  respond: (call: ReceivedCall, index: number) => Answer,
  requests: readonly ModelRequest[] = [request],
  /** Sends what is meant for OpenAI to the loopback server. */
  asOpenAi = false,
) {
  await using server = await startServer(respond);
  const model = createOpenAiModel({
    model: "gpt-x",
    ...(asOpenAi
      ? {
          fetch: (url, init) =>
            fetch(new Request(url).url.replace("https://api.openai.com", server.url), init),
          apiKey: "k",
        }
      : { baseUrl: `${server.url}/v1` }),
  });
  const replies = [];
  for (const each of requests) replies.push(await model.generate(each));
  return { bodies: server.calls.map(({ body }) => body), calls: server.calls, replies };
}

describe("a request to OpenAI", () => {
  test("has the schema in strict form, the newer name of the limit, and no reasoning", async () => {
    const { bodies, calls } = await talk(() => rating, [request], true);
    expect(bodies).toEqual([
      {
        model: "gpt-x",
        messages: [
          { role: "system", content: "Rate it." },
          { role: "user", content: "shared own" },
        ],
        max_completion_tokens: 100,
        temperature: 0.05,
        reasoning_effort: "none",
        response_format: { type: "json_schema", json_schema: { name: "clio-audit", strict: true, schema } },
      },
    ]);
    expect(calls[0]).toMatchObject({ path: "/v1/chat/completions", headers: { authorization: "Bearer k" } });
  });

  test("to another server has the older name of the limit, and any key", async () => {
    const { bodies, calls } = await talk(() => rating);
    expect(bodies[0]).toMatchObject({ max_tokens: 100 });
    expect(bodies[0]).not.toHaveProperty("max_completion_tokens");
    expect(calls[0]?.headers.authorization).toBe("Bearer none");
  });
});

describe("a server that takes less", () => {
  const has = (call: ReceivedCall, text: string): boolean => JSON.stringify(call.body).includes(text);

  test.each([
    ["names it", "response_format json_schema is unknown here", 400],
    ["names nothing", "no", 422],
  ])("is asked for JSON, then for text, with the schema in words, and %s", async (_how, message, status) => {
    const { bodies } = await talk(
      (call) => (has(call, '"response_format"') ? refuse(message, null, status) : rating),
      [request, request],
    );
    expect(bodies).toHaveLength(4);
    expect(bodies[1]).toMatchObject({ response_format: { type: "json_object" } });
    expect(bodies[1]).toHaveProperty("messages.0.content", expect.stringContaining('"title":"clio-audit"'));
    expect(bodies[3]).not.toHaveProperty("response_format");
    expect(bodies[3]).toHaveProperty("messages.0.content", expect.stringContaining('"title":"clio-audit"'));
  });

  test("is given the other name of the limit", async () => {
    const { bodies } = await talk((call) =>
      has(call, '"max_tokens"')
        ? refuse("Unsupported parameter: 'max_tokens'", "unsupported_parameter")
        : rating,
    );
    expect(bodies[1]).toMatchObject({ max_completion_tokens: 100 });
  });

  test("is not told the temperature or an effort that it does not know", async () => {
    const { bodies } = await talk((call) => {
      if (has(call, '"temperature"')) return refuse("'temperature' does not support 0.05 with this model");
      return has(call, '"reasoning_effort"')
        ? refuse("Unrecognized request argument: reasoning_effort")
        : rating;
    });
    expect(bodies).toHaveLength(3);
    expect(bodies[2]).not.toHaveProperty("temperature");
    expect(bodies[2]).toMatchObject({ max_tokens: 100 });
  });

  test("reasons as little as it can, with room for it", async () => {
    const { bodies } = await talk((call) =>
      has(call, '"none"')
        ? refuse(
            "'reasoning_effort' does not support 'none'. Supported values are: 'minimal'.",
            "unsupported_value",
          )
        : rating,
    );
    expect(bodies[1]).toMatchObject({ reasoning_effort: "minimal", max_tokens: 100 + 8192 });
  });
});

describe("an answer", () => {
  const replyTo = async (reply: Answer) => (await talk(() => reply)).replies[0];

  test("without counts has its tokens estimated", async () => {
    const reply = await replyTo(rating);
    expect(reply?.usage.inputTokens).toBeGreaterThan(15);
    expect(reply?.usage.outputTokens).toBeGreaterThan(1);
  });

  test("that was filtered is a refusal", async () => {
    expect(await replyTo(answer({ content: "" }, { finish_reason: "content_filter" }))).toMatchObject({
      stop: "refusal",
    });
  });

  test("loses the thoughts before it, and the next call has room for them", async () => {
    const { bodies, replies } = await talk(
      () => answer({ content: "<think>\nHm.</think>\n\n{}" }),
      [request, request],
    );
    expect(replies.map(({ text }) => text)).toEqual(["{}", "{}"]);
    expect(bodies[1]).toMatchObject({ max_tokens: 100 + 8192 });
    const cut = answer({ content: "<think> and on and on" }, { finish_reason: "length" });
    expect(await replyTo(cut)).toMatchObject({ text: "", stop: "length" });
  });

  test("of status 200 that is an error is one", async () => {
    await expect(replyTo({ body: { error: { code: 429, message: "slow down" } } })).rejects.toMatchObject({
      kind: "rate-limit",
    });
    await expect(replyTo({ body: { error: { message: "it broke" } } })).rejects.toMatchObject({
      kind: "server",
    });
    await expect(replyTo({ body: { choices: [] } })).rejects.toMatchObject({ kind: "server" });
  });
});
