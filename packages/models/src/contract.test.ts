import { ModelError, type LanguageModel, type ModelRequest } from "@observatory/core";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createAnthropicModel } from "./anthropic/create-anthropic-model.ts";
import { createOpenAiModel } from "./openai/create-openai-model.ts";
import { startServer, type Answer } from "./wire/loopback-server.test.helper.ts";

const key = "sk-planted-4711";
const secret = "the neighbour keeps bees";

const request: ModelRequest = {
  system: "Be brief.",
  prompt: [{ text: `${secret} ` }, { text: "What is it?" }],
  schema: null,
  maxOutputTokens: 50,
  temperature: 0.2,
};

interface Protocol {
  readonly name: string;
  readonly create: (url: string, timeoutMs?: number) => LanguageModel;
  readonly answer: (text: string, stop?: "end" | "length" | "refusal") => unknown;
  readonly error: (message: string) => unknown;
  readonly limits: Record<string, string>;
}

/** As the documentation of both interfaces shows them, with what is not read left in. */
const protocols: readonly Protocol[] = [
  {
    name: "Anthropic",
    create: (url, timeoutMs) =>
      createAnthropicModel({ model: "claude-x", apiKey: key, baseUrl: url, timeoutMs }),
    answer: (text, stop = "end") => ({
      id: "msg_013Zva2CMHLNnXjNJJKqJ2EF",
      type: "message",
      role: "assistant",
      model: "claude-x",
      content: stop === "refusal" ? [] : [{ type: "text", text, citations: null }],
      stop_reason: { end: "end_turn", length: "max_tokens", refusal: "refusal" }[stop],
      stop_sequence: null,
      usage: {
        input_tokens: 10,
        cache_creation_input_tokens: 3,
        cache_read_input_tokens: 20,
        output_tokens: 7,
      },
    }),
    error: (message) => ({
      type: "error",
      error: { type: "invalid_request_error", message },
      request_id: "req_1",
    }),
    limits: {
      "anthropic-ratelimit-requests-remaining": "0",
      "anthropic-ratelimit-requests-limit": "50",
      "anthropic-ratelimit-requests-reset": new Date(Date.now() + 60_000).toISOString(),
    },
  },
  {
    name: "OpenAI",
    create: (url, timeoutMs) =>
      createOpenAiModel({ model: "gpt-x", apiKey: key, baseUrl: `${url}/v1`, timeoutMs }),
    answer: (text, stop = "end") => ({
      id: "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
      object: "chat.completion",
      created: 1741569952,
      model: "gpt-x",
      choices: [
        {
          index: 0,
          message: {
            role: "assistant",
            content: stop === "refusal" ? null : text,
            refusal: stop === "refusal" ? "I cannot help with that." : null,
            annotations: [],
          },
          logprobs: null,
          finish_reason: stop === "length" ? "length" : "stop",
        },
      ],
      usage: {
        prompt_tokens: 33,
        completion_tokens: 7,
        total_tokens: 40,
        prompt_tokens_details: { cached_tokens: 20, cache_write_tokens: 3, audio_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 0 },
      },
      service_tier: "default",
    }),
    error: (message) => ({ error: { message, type: "invalid_request_error", param: null, code: null } }),
    limits: {
      "x-ratelimit-remaining-requests": "0",
      "x-ratelimit-limit-requests": "60",
      "x-ratelimit-reset-requests": "1m0s",
    },
  },
];

describe.each(protocols)("a model that speaks the protocol of $name", ({ create, answer, error, limits }) => {
  const failWith = async (reply: Answer, timeoutMs?: number): Promise<ModelError> => {
    await using server = await startServer(() => reply);
    const thrown: unknown = await create(server.url, timeoutMs)
      .generate(request)
      .catch((caught: unknown) => caught);
    if (!(thrown instanceof ModelError)) throw new Error("it did not fail as it should", { cause: thrown });
    return thrown;
  };

  test("answers with text, stop, the whole prompt's tokens and the room that is left", async () => {
    await using server = await startServer(() => ({ headers: limits, body: answer("Bees.") }));
    const reply = await create(server.url).generate(request);
    expect(reply).toMatchObject({
      text: "Bees.",
      stop: "end",
      usage: { inputTokens: 33, cachedInputTokens: 20, cacheWriteTokens: 3, outputTokens: 7 },
      limits: { remainingRequests: 0, remainingTokens: null },
    });
    expect(reply.limits?.resetMs).toBeGreaterThan(50_000);
    expect(server.calls).toHaveLength(1);
  });

  test.each(["end", "length", "refusal"] as const)("tells the stop %s", async (stop) => {
    await using server = await startServer(() => ({ body: answer("Bees.", stop) }));
    expect(await create(server.url).generate(request)).toMatchObject({
      stop,
      text: stop === "refusal" ? "" : "Bees.",
    });
  });

  test.each([401, 403, 404, 429, 500, 529])("makes one attempt where the status is %i", async (status) => {
    await using server = await startServer(() => ({ status, body: error("no") }));
    await expect(create(server.url).generate(request)).rejects.toBeInstanceOf(ModelError);
    expect(server.calls).toHaveLength(1);
  });

  test.each([
    ["a refused key", { status: 401, body: error(`Incorrect API key provided: ${key}`) }, "authentication"],
    ["a filter", { status: 400, body: error(`content filter: ${secret}`) }, "filtered"],
    ["a refused request", { status: 400, body: error(`cannot read: ${secret}`) }, "request"],
    ["a failure of the server", { status: 500, body: `<html>${secret} ${key}</html>` }, "server"],
    ["JSON that is cut", { body: `{"content":"${secret}` }, "server"],
    ["another protocol", { body: { hello: secret } }, "server"],
    ["prose", { headers: { "content-type": "text/plain" }, body: secret }, "server"],
    ["too many calls", { status: 429, headers: { "retry-after": "2" }, body: error(secret) }, "rate-limit"],
    ["a connection that is cut", (response) => response.destroy(), "connection"],
    [
      "an answer that is cut",
      (response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "999" });
        response.write(`{"id":"${secret}`, () => response.destroy());
      },
      "connection",
    ],
  ] as const satisfies readonly (readonly [string, Answer, string])[])(
    "turns %s into an error that holds no key, no prompt and no answer",
    async (_what, reply, kind) => {
      const thrown = await failWith(reply);
      expect(thrown.kind).toBe(kind);
      const everything = inspect(thrown, { depth: 20, showHidden: true, getters: true });
      expect(everything).not.toContain(key);
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain("Be brief");
    },
  );

  test("obeys retry-after by telling it", async () => {
    expect(
      await failWith({ status: 429, headers: { "retry-after": "2" }, body: error("slow") }),
    ).toMatchObject({
      retryAfterMs: 2000,
    });
  });

  test("asks whether the server is running where nobody listens", async () => {
    const server = await startServer(() => ({ body: {} }));
    const { url } = server;
    await server[Symbol.asyncDispose]();
    await expect(create(url).generate(request)).rejects.toMatchObject({
      kind: "connection",
      hint: `Is the server running at ${url}?`,
    });
  });

  test("breaks off an answer that hangs, before its headers and in its body", async () => {
    expect((await failWith(() => {}, 100)).kind).toBe("time-out");
    const inBody = await failWith((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{");
    }, 100);
    expect(inBody.kind).toBe("time-out");
  });

  test("ends with the reason of an abort, before and during a call", async () => {
    const stop = new AbortController();
    await using server = await startServer(() => () => stop.abort(new Error("enough")));
    const model = create(server.url);
    await expect(model.generate(request, { signal: stop.signal })).rejects.toThrow("enough");
    await expect(model.generate(request, { signal: stop.signal })).rejects.toThrow("enough");
    expect(server.calls).toHaveLength(1);
  });

  test("counts the tokens of a text", () => {
    const model = create("http://127.0.0.1:9");
    expect(model.countTokens("How do bees find their way home?")).toBeGreaterThan(6);
    expect(model.id).toMatch(/^(?:anthropic|openai)@local\/\w+-x$/u);
  });
});
