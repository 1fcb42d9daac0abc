import type { JsonSchema, ModelRequest } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { startServer, type Answer, type ReceivedCall } from "../wire/loopback-server.test.helper.ts";
import { createAnthropicModel } from "./create-anthropic-model.ts";

const schema: JsonSchema = {
  title: "clio-audit",
  type: "object",
  properties: { rating: { type: "integer", minimum: 1, maximum: 5 } },
  required: ["rating"],
  additionalProperties: false,
};
const request: ModelRequest = {
  system: "Rate it.",
  prompt: [{ text: "shared", cache: true }, { text: "own" }],
  schema,
  maxOutputTokens: 100,
  temperature: 0.05,
};
const usage = { input_tokens: 5, output_tokens: 2 };
const answer = (content: readonly object[], stop = "end_turn"): Answer => ({
  body: { content, stop_reason: stop, usage },
});
const rating = answer([{ type: "text", text: '{"rating":4}' }]);
const refuse = (message: string): Answer => ({
  status: 400,
  body: { type: "error", error: { type: "invalid_request_error", message } },
});

async function bodiesOf(
  respond: (call: ReceivedCall, index: number) => Answer,
  ...requests: readonly ModelRequest[]
): Promise<{ readonly bodies: readonly unknown[]; readonly texts: readonly string[] }> {
  await using server = await startServer(respond);
  const model = createAnthropicModel({ model: "claude-x", apiKey: "k", baseUrl: server.url });
  const texts: string[] = [];
  for (const each of requests) texts.push((await model.generate(each)).text);
  return { bodies: server.calls.map(({ body }) => body), texts };
}

describe("a request to Anthropic", () => {
  test("has a block a part with the marks of the cache, the schema as its format, and no thinking", async () => {
    const { bodies } = await bodiesOf(() => rating, request);
    expect(bodies).toEqual([
      {
        model: "claude-x",
        max_tokens: 100,
        system: "Rate it.",
        temperature: 0.05,
        thinking: { type: "disabled" },
        messages: [
          {
            role: "user",
            content: [
              { type: "text", text: "shared", cache_control: { type: "ephemeral" } },
              { type: "text", text: "own" },
            ],
          },
        ],
        output_config: {
          format: {
            type: "json_schema",
            schema: {
              ...schema,
              properties: { rating: { type: "integer", description: "At least 1. At most 5." } },
            },
          },
        },
      },
    ]);
  });

  test("has no empty block, at most four marks, and neither system nor format where there is none", async () => {
    const prompt = [
      { text: "" },
      ...Array.from({ length: 6 }, (_, i) => ({ text: `part ${i}`, cache: true })),
      { text: "\n" },
    ];
    const { bodies } = await bodiesOf(() => rating, { ...request, system: null, schema: null, prompt });
    const mark = { cache_control: { type: "ephemeral" } };
    expect(bodies[0]).toHaveProperty("messages.0.content", [
      { type: "text", text: "part 0" },
      { type: "text", text: "part 1" },
      { type: "text", text: "part 2", ...mark },
      { type: "text", text: "part 3", ...mark },
      { type: "text", text: "part 4", ...mark },
      { type: "text", text: "part 5\n", ...mark },
    ]);
    expect(bodies[0]).not.toHaveProperty("system");
    expect(bodies[0]).not.toHaveProperty("output_config");
  });
});

describe("a model that takes less", () => {
  test("has its answer forced by a tool, from then on", async () => {
    const tool = answer(
      [{ type: "tool_use", id: "t", name: "clio-audit", input: { rating: 3 } }],
      "tool_use",
    );
    const { bodies, texts } = await bodiesOf(
      (_call, index) => (index === 0 ? refuse("output_config.format: Extra inputs are not permitted") : tool),
      request,
      request,
    );
    expect(bodies).toHaveLength(3);
    expect(texts).toEqual(['{"rating":3}', '{"rating":3}']);
    expect(bodies[2]).toMatchObject({
      tool_choice: { type: "tool", name: "clio-audit" },
      tools: [{ name: "clio-audit", input_schema: { type: "object", required: ["rating"] } }],
    });
    expect(bodies[2]).not.toHaveProperty("output_config");
  });

  test("is told the schema in words where it takes no forced tool either", async () => {
    const { bodies } = await bodiesOf(({ body }) => {
      const text = JSON.stringify(body);
      if (text.includes("output_config")) return refuse("this model does not support output_config");
      return text.includes("tool_choice") ? refuse("tool_choice: forced tool use is not supported") : rating;
    }, request);
    expect(bodies).toHaveLength(3);
    expect(bodies[2]).toHaveProperty(
      "system",
      expect.stringMatching(/^Rate it\.\n\n[^]*"title":"clio-audit"/u),
    );
  });

  test("is not told a temperature or to stop thinking, and has room for its thoughts", async () => {
    const thought = answer([
      { type: "thinking", thinking: "Hm.", signature: "s" },
      { type: "text", text: '{"rating":4}' },
    ]);
    const { bodies, texts } = await bodiesOf(
      ({ body }) => {
        const text = JSON.stringify(body);
        if (text.includes('"temperature"'))
          return refuse("temperature: only the default is supported by this model");
        return text.includes('"thinking"') ? refuse("thinking cannot be disabled for this model") : thought;
      },
      request,
      request,
    );
    expect(texts).toEqual(['{"rating":4}', '{"rating":4}']);
    // Refused are: temperature, thinking disabled, thinking between tools.
    expect(bodies).toHaveLength(3 + 2);
    expect(bodies[4]).toMatchObject({ max_tokens: 100 + 8192, output_config: { effort: "low" } });
    expect(bodies[4]).not.toHaveProperty("temperature");
    expect(bodies[4]).not.toHaveProperty("thinking");
  });

  test("fails with the refusal that nothing mends", async () => {
    await expect(bodiesOf(() => refuse("messages: nonsense"), request)).rejects.toMatchObject({
      kind: "request",
    });
  });
});

test("an answer that fills the context is cut", async () => {
  await using server = await startServer(() =>
    answer([{ type: "text", text: "so" }], "model_context_window_exceeded"),
  );
  const model = createAnthropicModel({ model: "claude-x", apiKey: "k", baseUrl: server.url });
  expect(await model.generate(request)).toMatchObject({
    text: "so",
    stop: "length",
    usage: { inputTokens: 5 },
  });
  expect(server.calls[0]?.path).toBe("/v1/messages");
  expect(server.calls[0]?.headers.authorization).toBe("Bearer k");
});
