import type { JsonSchema } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { toModelReply } from "../anthropic/to-model-reply.ts";
import { toChatReply } from "../openai/to-model-reply.ts";
import { createDialect } from "./dialect.ts";
import { toFailure } from "./failure.ts";
import { fitSchema } from "./fit-schema.ts";
import { readAnthropicLimits, readOpenAiLimits } from "./rate-limits.ts";
import { readRetryAfter } from "./retry-after.ts";
import { toModelError, toRefusal } from "./to-model-error.ts";
import { toSchemaName } from "./schema-name.ts";

const provider = {
  name: "OpenAI",
  model: "gpt-x",
  origin: "https://api.example",
  keyVariable: "SOME_API_KEY",
  addressHint: "Look at the URL.",
};

describe("how long to wait", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  test.each([
    [{ "retry-after": "7" }, 7000],
    [{ "retry-after": "0.25" }, 250],
    [{ "retry-after-ms": "1500", "retry-after": "9" }, 1500],
    [{ "retry-after": "Tue, 24 Nov 2026 12:00:30 GMT" }, 30_000],
    [{ "retry-after": "Tue, 24 Nov 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": "Tue, 24 Nov 2026 12:00:30 GMT", date: "Tue, 24 Nov 2026 12:00:20 GMT" }, 10_000],
    [{ "retry-after": "soon" }, null],
    [{ "retry-after": "-3" }, null],
    [{}, null],
  ])("by %o is %s ms", (headers, expected) => {
    expect(readRetryAfter(new Headers(headers), now)).toBe(expected);
  });
});

describe("the room that is left", () => {
  test("by Anthropic's headers is that of the scarcest", () => {
    const headers = new Headers({
      date: "Tue, 24 Nov 2026 12:00:00 GMT",
      "anthropic-ratelimit-requests-limit": "50",
      "anthropic-ratelimit-requests-remaining": "40",
      "anthropic-ratelimit-requests-reset": "2026-11-24T12:00:05Z",
      "anthropic-ratelimit-input-tokens-limit": "1000",
      "anthropic-ratelimit-input-tokens-remaining": "100",
      "anthropic-ratelimit-input-tokens-reset": "2026-11-24T12:00:20Z",
      "anthropic-ratelimit-output-tokens-limit": "1000",
      "anthropic-ratelimit-output-tokens-remaining": "900",
      "anthropic-ratelimit-output-tokens-reset": "2026-11-24T12:00:01Z",
    });
    expect(readAnthropicLimits(headers, 0)).toEqual({
      remainingRequests: 40,
      remainingTokens: 100,
      resetMs: 20_000,
    });
  });

  test("by OpenAI's headers reads durations", () => {
    const limits = (reset: string) =>
      readOpenAiLimits(
        new Headers({
          "x-ratelimit-remaining-requests": "0",
          "x-ratelimit-limit-requests": "60",
          "x-ratelimit-reset-requests": reset,
          "x-ratelimit-remaining-tokens": "149984",
        }),
      );
    expect(limits("6m0s")).toEqual({ remainingRequests: 0, remainingTokens: 149_984, resetMs: 360_000 });
    expect(limits("120ms").resetMs).toBe(120);
    expect(limits("1.5s").resetMs).toBe(1500);
    expect(limits("3").resetMs).toBe(3000);
    expect(limits("later").resetMs).toBeNull();
  });

  test("is unknown without headers", () => {
    const unknown = { remainingRequests: null, remainingTokens: null, resetMs: null };
    expect(readOpenAiLimits(new Headers())).toEqual(unknown);
    expect(readAnthropicLimits(new Headers(), 0)).toEqual(unknown);
  });
});

describe("a schema made fit for strict output", () => {
  test("has every object closed and complete, and its limits told in words", () => {
    const schema: JsonSchema = {
      title: "clio-facets",
      type: "object",
      properties: {
        requests: {
          type: "array",
          description: "What is wanted.",
          minItems: 1,
          maxItems: 3,
          items: { type: "object", properties: { task: { type: "string", minLength: 3, pattern: "^to" } } },
        },
        concern: { type: "integer", minimum: 1, maximum: 5 },
        choice: { oneOf: [{ const: "a" }, { type: "null" }] },
      },
      required: ["concern"],
    };
    expect(fitSchema(schema)).toEqual({
      title: "clio-facets",
      type: "object",
      properties: {
        requests: {
          type: "array",
          description: "What is wanted. At least 1 items. At most 3 items.",
          items: {
            type: "object",
            properties: { task: { type: "string", description: "At least 3 characters." } },
            required: ["task"],
            additionalProperties: false,
          },
        },
        concern: { type: "integer", description: "At least 1. At most 5." },
        choice: { anyOf: [{ const: "a" }, { type: "null" }] },
      },
      required: ["requests", "concern", "choice"],
      additionalProperties: false,
    });
  });

  test("is named by its title in letters that the protocols take", () => {
    expect(toSchemaName({ title: "clio-name" })).toBe("clio-name");
    expect(toSchemaName({ title: "a b/c" })).toBe("a-b-c");
    expect(toSchemaName({})).toBe("answer");
  });
});

describe("an error of the wire", () => {
  const describeError = (status: number, error: object, headers = {}) =>
    toModelError(toFailure({ status, error, headers: new Headers(headers) }), provider);

  test.each([
    [400, { message: "bad" }, "request"],
    [
      400,
      { code: "context_length_exceeded", message: "This model's maximum context length is 10 tokens" },
      "too-long",
    ],
    [
      400,
      { error: { type: "invalid_request_error", message: "prompt is too long: 9 tokens > 8 maximum" } },
      "too-long",
    ],
    [
      400,
      { type: "exceed_context_size_error", message: "the request exceeds the available context size" },
      "too-long",
    ],
    [400, { code: "content_filter", message: "The response was filtered" }, "filtered"],
    [400, { error: { message: "Your credit balance is too low" } }, "request"],
    [401, {}, "authentication"],
    [402, {}, "request"],
    [403, {}, "authentication"],
    [404, {}, "request"],
    [408, {}, "time-out"],
    [413, {}, "too-long"],
    [422, {}, "request"],
    [429, {}, "rate-limit"],
    [
      429,
      { error: { type: "rate_limit_error", details: { error_code: "enforced_spend_limit_reached" } } },
      "request",
    ],
    [429, { code: "insufficient_quota", message: "You exceeded your current quota" }, "request"],
    [500, {}, "server"],
    [502, {}, "server"],
    [503, {}, "overloaded"],
    [529, { error: { type: "overloaded_error" } }, "overloaded"],
  ] as const)("of status %i with %o is of kind %s", (status, error, kind) => {
    expect(describeError(status, error).kind).toBe(kind);
    expect(describeError(status, error).cause).toBeUndefined();
    expect(describeError(status, error).message).toContain(`OpenAI (gpt-x)`);
    expect(describeError(status, error).message).toContain(`status ${status}`);
  });

  test("says what to do", () => {
    expect(describeError(401, {}).hint).toContain("SOME_API_KEY");
    expect(describeError(404, {}).hint).toContain('"gpt-x"');
    expect(describeError(429, {}, { "retry-after": "3" }).retryAfterMs).toBe(3000);
  });

  test("of too many calls waits for the rate limits where it is not told how long", () => {
    const full = { "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "2s" };
    expect(describeError(429, {}, full).retryAfterMs).toBe(2000);
    expect(describeError(429, {}, { ...full, "retry-after": "1" }).retryAfterMs).toBe(1000);
    expect(describeError(500, {}, full).retryAfterMs).toBeNull();
  });

  test.each(["DEPTH_ZERO_SELF_SIGNED_CERT", "CERT_HAS_EXPIRED", "ERR_SSL_WRONG_VERSION_NUMBER"])(
    "a server that TLS refuses (%s) is not asked again",
    (code) => {
      const error = toModelError(toFailure(new Error("x", { cause: { code } })), provider);
      expect(error).toMatchObject({ kind: "request", message: expect.stringContaining(code) });
      expect(error.hint).toContain("NODE_EXTRA_CA_CERTS");
    },
  );

  test("without an answer says whether the server is there", () => {
    const refused = new Error("x", { cause: new Error("y", { cause: { code: "ECONNREFUSED" } }) });
    const error = toModelError(toFailure(refused), provider);
    expect(error).toMatchObject({
      kind: "connection",
      hint: "Is the server running at https://api.example?",
    });
    const slow = new Error("x", { cause: { code: "UND_ERR_HEADERS_TIMEOUT" } });
    expect(toModelError(toFailure(slow), provider).kind).toBe("time-out");
    expect(toModelError(toFailure("odd"), provider).kind).toBe("connection");
  });
});

describe("a dialect", () => {
  const features = {
    heat: { rungs: ["given", "untold"], refusal: /heat/u },
    form: { rungs: ["strict", "loose", "text"], refusal: /form/u, hopeless: /unknown form/u },
  } as const;
  const refuse = (message: string) => ({ status: 400, error: { message }, headers: new Headers() });
  const make = (refusals: (choice: Readonly<Record<"heat" | "form", string>>) => string | null) => {
    const dialect = createDialect(features);
    const tried: string[] = [];
    const speak = (suspect: "form" | null = "form") =>
      dialect.speak(
        async (choice) => {
          tried.push(`${choice.heat}/${choice.form}`);
          const message = refusals(choice);
          // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- as an SDK's error looks
          if (message !== null) throw refuse(message);
          return "answer";
        },
        { toRefusal, suspect },
      );
    return { tried, speak };
  };

  test("gives up what the server names, and remembers it", async () => {
    const { tried, speak } = make(({ heat }) => (heat === "given" ? "heat is not supported" : null));
    await speak();
    await speak();
    expect(tried).toEqual(["given/strict", "untold/strict", "untold/strict"]);
  });

  test("goes down to what no server can refuse where nothing in between can work", async () => {
    const { tried, speak } = make(({ form }) => (form === "text" ? null : "unknown form"));
    await speak();
    expect(tried).toEqual(["given/strict", "given/text"]);
  });

  test("suspects the schema where the server names nothing, and forgets what did not help", async () => {
    const { tried, speak } = make(() => "no");
    await expect(speak()).rejects.toMatchObject({ status: 400 });
    await expect(speak(null)).rejects.toMatchObject({ status: 400 });
    expect(tried).toEqual(["given/strict", "given/loose", "given/text", "given/strict"]);
  });

  test("does not take a prompt that is too long for a refusal of the way it was sent", async () => {
    const { tried, speak } = make(() => "prompt is too long for this form");
    await expect(speak()).rejects.toMatchObject({ status: 400 });
    expect(tried).toHaveLength(1);
  });
});

test("an answer of megabytes is cut by both protocols before anything keeps it", () => {
  const text = "x".repeat(5_000_000);
  const chat = toChatReply({ choices: [{ finish_reason: "stop", message: { content: text } }] });
  const message = toModelReply({
    content: [{ type: "text", text }],
    usage: { input_tokens: 1, output_tokens: 1 },
  });
  expect([chat?.text.length, message?.text.length]).toEqual([131_072, 131_072]);
});
