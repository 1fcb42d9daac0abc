import { setImmediate } from "node:timers/promises";
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { countRequestTokens, parseJson } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { countPieces } from "./count-pieces.ts";
import { transportFaults, type FaultKind } from "./faults.ts";
import { startTestProvider, type TestProvider } from "./test-provider.ts";

const schema = {
  title: "clio-concern",
  type: "object",
  properties: { concern: { type: "integer" } },
  required: ["concern"],
  additionalProperties: false,
};
/** Marks of turns, and of the start of the answer, as `countRequestTokens` has them. */
const marks = { turn: 4, answer: 3 } as const;
const conversation = "<conversation>\n<user>\nHow do I boil an egg?\n</user>\n</conversation>\n";

function anthropic(provider: TestProvider, apiKey = "key"): Anthropic {
  return new Anthropic({ baseURL: provider.anthropicUrl, apiKey, maxRetries: 0, timeout: 60_000 });
}

function openAi(provider: TestProvider, apiKey = "key"): OpenAI {
  return new OpenAI({ baseURL: provider.openAiUrl, apiKey, maxRetries: 0, timeout: 60_000 });
}

function askAnthropic(client: Anthropic, text = conversation) {
  return client.messages.create({
    model: "claude-test",
    max_tokens: 100,
    messages: [{ role: "user", content: text }],
    output_config: { format: { type: "json_schema", schema } },
  });
}

function askOpenAi(client: OpenAI, text = conversation) {
  return client.chat.completions.create({
    model: "gpt-test",
    max_completion_tokens: 100,
    messages: [{ role: "user", content: text }],
    response_format: { type: "json_schema", json_schema: { name: "concern", strict: true, schema } },
  });
}

function readJson(text: string | null | undefined): unknown {
  const json = parseJson(text ?? "");
  return json.ok ? json.value : "no JSON";
}

describe("Anthropic's SDK", () => {
  test("gets words where it asks for no schema", async () => {
    await using provider = await startTestProvider();
    const message = await anthropic(provider).messages.create({
      model: "claude-test",
      max_tokens: 100,
      system: "Be brief.",
      messages: [{ role: "user", content: "Hi there" }],
    });
    const [block] = message.content;
    expect(block?.type === "text" && block.text).toMatch(/^[\w ]+\.$/);
    expect(message).toMatchObject({ role: "assistant", stop_reason: "end_turn", model: "claude-test" });
    expect(message.usage).toMatchObject({
      input_tokens: 4 + 3 + 2 * marks.turn + marks.answer,
      cache_read_input_tokens: 0,
    });
  });

  test("gets structured output, in the current form and through a forced tool", async () => {
    await using provider = await startTestProvider();
    const client = anthropic(provider);
    const message = await askAnthropic(client);
    const [block] = message.content;
    expect(readJson(block?.type === "text" ? block.text : "")).toEqual({ concern: 1 });
    const forced = await client.messages.create({
      model: "claude-test",
      max_tokens: 100,
      messages: [{ role: "user", content: conversation }],
      tools: [{ name: "answer", input_schema: { ...schema, type: "object" } }],
      tool_choice: { type: "tool", name: "answer" },
    });
    expect(forced.stop_reason).toBe("tool_use");
    expect(forced.content).toMatchObject([{ type: "tool_use", name: "answer", input: { concern: 1 } }]);
    expect(provider.requests.byTask).toEqual({ "clio-concern": 2 });
  });

  test("counts a marked prefix as written, then as read", async () => {
    await using provider = await startTestProvider();
    const ask = async (question: string) => {
      const { usage } = await anthropic(provider).messages.create({
        model: "claude-test",
        max_tokens: 100,
        system: "Read this.",
        messages: [
          {
            role: "user",
            content: [
              { type: "text", text: conversation, cache_control: { type: "ephemeral" } },
              { type: "text", text: question },
            ],
          },
        ],
      });
      return [usage.input_tokens, usage.cache_creation_input_tokens, usage.cache_read_input_tokens];
    };
    const prefix = countPieces("Read this.") + countPieces(conversation);
    const rest = 2 * marks.turn + marks.answer;
    expect(await ask("What for?")).toEqual([3 + rest, prefix, 0]);
    expect(await ask("Which one?")).toEqual([4 + rest, 0, prefix]);
  });

  test("refuses a schema with bounds as the provider does", async () => {
    await using provider = await startTestProvider();
    const bounded = { ...schema, properties: { concern: { type: "integer", maximum: 5 } } };
    const asked = anthropic(provider).messages.create({
      model: "claude-test",
      max_tokens: 100,
      messages: [{ role: "user", content: conversation }],
      output_config: { format: { type: "json_schema", schema: bounded } },
    });
    await expect(asked).rejects.toMatchObject({ status: 400, type: "invalid_request_error" });
  });

  test("lists models and reads the limits", async () => {
    await using provider = await startTestProvider({ models: ["claude-test"], rateLimit: { requests: 2 } });
    const models = await anthropic(provider).models.list();
    expect(models.data.map(({ id }) => id)).toEqual(["claude-test"]);
    const { response } = await askAnthropic(anthropic(provider)).withResponse();
    expect(response.headers.get("anthropic-ratelimit-requests-remaining")).toBe("1");
    expect(Date.parse(response.headers.get("anthropic-ratelimit-tokens-reset") ?? "")).not.toBeNaN();
  });

  test.each([
    ["rate-limit", { status: 429, type: "rate_limit_error" }],
    ["rate-limit-without-retry-after", { status: 429, type: "rate_limit_error" }],
    ["server-error", { status: 500, type: "api_error" }],
    ["overloaded", { status: 529, type: "overloaded_error" }],
    ["unavailable", { status: 503 }],
    ["cut-connection", { message: expect.stringMatching(/terminated|closed|connection/i) }],
    ["invalid-json", { message: expect.stringMatching(/JSON/) }],
  ] satisfies [FaultKind, object][])("meets %s", async (kind, error) => {
    await using provider = await startTestProvider({ faults: { share: 1, kinds: [kind], when: "first" } });
    const client = anthropic(provider);
    await expect(askAnthropic(client)).rejects.toMatchObject(error);
    expect((await askAnthropic(client)).stop_reason).toBe("end_turn");
    expect(provider.requests).toMatchObject({ calls: 2, answered: 1, faults: { [kind]: 1 } });
  });

  test.each([
    [{ apiKey: "other" }, 401, "authentication_error"],
    [{ models: ["claude-other"] }, 404, "not_found_error"],
    [{ maxBodyBytes: 20 }, 413, "request_too_large"],
    [{ contextTokens: 3 }, 400, "invalid_request_error"],
  ])("is refused by %j with %i", async (options, status, type) => {
    await using provider = await startTestProvider(options);
    await expect(askAnthropic(anthropic(provider))).rejects.toMatchObject({ status, type });
  });
});

describe("OpenAI's SDK", () => {
  test("gets structured output with a schema, without one, and with the schema in the system text", async () => {
    await using provider = await startTestProvider();
    const client = openAi(provider);
    const bound = await askOpenAi(client);
    expect(readJson(bound.choices[0]?.message.content)).toEqual({ concern: 1 });
    const asked = async (type: "json_object" | "text") => {
      const completion = await client.chat.completions.create({
        model: "gpt-test",
        max_tokens: 100,
        messages: [
          { role: "system", content: `Answer with JSON that fits {"a":1}: ${JSON.stringify(schema)}` },
          { role: "user", content: conversation },
        ],
        response_format: { type },
      });
      return readJson(completion.choices[0]?.message.content);
    };
    expect(await asked("json_object")).toEqual({ concern: 1 });
    expect(await asked("text")).toEqual({ concern: 1 });
    expect(provider.requests.byTask).toEqual({ "clio-concern": 3 });
  });

  test("counts a schema beside the texts as part of the prompt, and one inside them once", async () => {
    await using provider = await startTestProvider();
    const beside = (await askOpenAi(openAi(provider))).usage?.prompt_tokens ?? 0;
    const told = `Answer with JSON that fits ${JSON.stringify(schema)}`;
    const inside = await openAi(provider).chat.completions.create({
      model: "gpt-test",
      messages: [
        { role: "system", content: told },
        { role: "user", content: conversation },
      ],
      response_format: { type: "json_object" },
    });
    const countOf = (text: string): number => marks.turn + countPieces(text);
    expect(beside).toBe(marks.answer + countOf(conversation) + countOf(JSON.stringify(schema)));
    expect(inside.usage?.prompt_tokens).toBe(marks.answer + countOf(conversation) + countOf(told));
  });

  test("counts a long start that was sent before as cached", async () => {
    await using provider = await startTestProvider({ minCacheTokens: 100 });
    const start = "flour sugar butter eggs milk ".repeat(40);
    const ask = async (end: string) => (await askOpenAi(openAi(provider), start + end)).usage;
    const first = await ask("one");
    expect(first?.prompt_tokens_details?.cached_tokens).toBe(0);
    expect(first?.prompt_tokens).toBe(
      countRequestTokens(
        { countTokens: countPieces },
        { system: null, prompt: [{ text: `${start}one` }], schema },
      ),
    );
    expect((await ask("two"))?.prompt_tokens_details?.cached_tokens).toBe(countPieces(start.slice(0, 1024)));
  });

  test("gets unit vectors that are near for texts that share words", async () => {
    await using provider = await startTestProvider();
    const { data, usage } = await openAi(provider).embeddings.create({
      model: "embed-test",
      input: ["boil an egg", "boil one egg", "file a tax return"],
    });
    const [a = [], b = [], c = []] = data.map(({ embedding }) => embedding);
    const dot = (x: readonly number[], y: readonly number[]) =>
      x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
    expect(dot(a, a)).toBeCloseTo(1, 5);
    expect(dot(a, b)).toBeGreaterThan(dot(a, c) + 0.2);
    expect(usage.prompt_tokens).toBe(3 + 3 + 5);
    expect(provider.requests.embedded).toBe(3);
  });

  test.each([
    ["rate-limit", { status: 429, code: "rate_limit_exceeded" }],
    ["rate-limit-without-retry-after", { status: 429 }],
    ["server-error", { status: 500 }],
    ["overloaded", { status: 503 }],
    ["unavailable", { status: 503 }],
    ["cut-connection", { message: expect.stringMatching(/terminated|closed|connection/i) }],
    ["invalid-json", { message: expect.stringMatching(/JSON/) }],
  ] satisfies [FaultKind, object][])("meets %s", async (kind, error) => {
    await using provider = await startTestProvider({ faults: { share: 1, kinds: [kind], when: "first" } });
    const client = openAi(provider);
    await expect(askOpenAi(client)).rejects.toMatchObject(error);
    expect((await askOpenAi(client)).choices[0]?.finish_reason).toBe("stop");
  });

  test.each([
    [{ apiKey: "other" }, 401, "invalid_api_key"],
    [{ models: ["gpt-other"] }, 404, "model_not_found"],
    [{ contextTokens: 3 }, 400, "context_length_exceeded"],
    [{ maxBodyBytes: 20 }, 413, null],
  ])("is refused by %j with %i", async (options, status, code) => {
    await using provider = await startTestProvider(options);
    await expect(askOpenAi(openAi(provider))).rejects.toMatchObject({ status, code });
  });

  test("is told how long to wait, or not", async () => {
    await using provider = await startTestProvider({ retryAfterMs: 250 });
    const retryAfter = async (kind: FaultKind) => {
      provider.setFaults({ share: 1, kinds: [kind], when: "always" });
      const error: unknown = await askOpenAi(openAi(provider)).catch((error: unknown) => error);
      return error instanceof OpenAI.APIError ? error.headers?.get("retry-after") : "no error";
    };
    expect(await retryAfter("rate-limit")).toBe("0.25");
    expect(await retryAfter("rate-limit-without-retry-after")).toBeNull();
  });
});

test("a call that hangs is over when its caller leaves", async () => {
  await using provider = await startTestProvider({ faults: { share: 1, kinds: ["hang"], when: "first" } });
  const leaving = new AbortController();
  const asked = anthropic(provider).messages.create(
    { model: "m", max_tokens: 9, messages: [{ role: "user", content: "Hi" }] },
    { signal: leaving.signal },
  );
  while (provider.requests.faults["hang"] !== 1) await setImmediate();
  leaving.abort();
  await expect(asked).rejects.toThrow("aborted");
  await anthropic(provider).messages.create({
    model: "m",
    max_tokens: 9,
    messages: [{ role: "user", content: "Hi" }],
  });
  expect(provider.requests).toMatchObject({ calls: 2, answered: 1 });
});

describe("faults of the answer", () => {
  test("come as a success with the stop that the provider would give", async () => {
    await using provider = await startTestProvider();
    const ask = async (kind: FaultKind) => {
      provider.setFaults({ share: 1, kinds: [kind], when: "always" });
      const { content, stop_reason: stop } = await askAnthropic(anthropic(provider));
      const completion = await askOpenAi(openAi(provider));
      const [choice] = completion.choices;
      const text = content[0]?.type === "text" ? content[0].text : "";
      return { text, stop, openAi: choice?.finish_reason, refusal: choice?.message.refusal };
    };
    expect(await ask("not-json")).toMatchObject({
      text: expect.stringMatching(/^I looked/),
      stop: "end_turn",
    });
    expect(await ask("wrong-schema")).toMatchObject({ text: expect.stringContaining("thoughts") });
    expect(await ask("refusal")).toMatchObject({ stop: "refusal", refusal: expect.stringMatching(/cannot/) });
    expect(await ask("cut")).toMatchObject({ text: '{"conce', stop: "max_tokens", openAi: "length" });
    expect(await ask("fenced")).toMatchObject({ text: expect.stringContaining('```json\n{"concern":1}') });
  });

  test("are chosen by task and strike the first answer about something, not the second in other words", async () => {
    await using provider = await startTestProvider({
      faults: { share: 1, kinds: ["not-json"], tasks: ["clio-concern"], when: "first" },
    });
    const stop = async (text: string) => {
      const [choice] = (await askOpenAi(openAi(provider), text)).choices;
      return readJson(choice?.message.content);
    };
    expect(await stop(conversation)).toBe("no JSON");
    expect(await stop(`${conversation} Only JSON, please.`)).toEqual({ concern: 1 });
    expect(provider.requests).toMatchObject({ faults: { "not-json": 1 }, distinctBodies: 2 });
  });
});

test.each([
  "",
  "null",
  "[]",
  '{"model":1}',
  '{"model":"m","messages":"x"}',
  '{"model":"m","messages":[null]}',
])("a body that is no call is refused in the provider's words: %j", async (body) => {
  await using provider = await startTestProvider();
  const post = (path: string) => fetch(`${provider.url}${path}`, { method: "POST", body });
  for (const path of ["messages", "chat/completions", "embeddings", "messages/batches", "batches", "files"]) {
    expect([path, (await post(`/v1/${path}`)).status]).toEqual([path, 400]);
  }
  expect((await post("//")).status).toBe(404);
});

describe("a provider with faults", () => {
  const questions = Array.from(
    { length: 40 },
    (_, i) => `<conversation>\n<user>\n${"no".repeat(i)} egg\n</user>\n</conversation>`,
  );

  /** Asks everything until it is answered; the kinds of trouble in order, and the most attempts of one question. */
  async function persist(provider: TestProvider): Promise<{ story: string[]; most: number }> {
    const client = openAi(provider);
    const story: string[] = [];
    let most = 0;
    for (const question of questions) {
      for (let attempt = 1; ; attempt++) {
        most = Math.max(most, attempt);
        const error: unknown = await askOpenAi(client, question).then(
          () => null,
          (error: unknown) => error,
        );
        if (error === null) break;
        story.push(
          error instanceof OpenAI.APIError ? `${attempt}: ${error.status ?? "none"}` : `${attempt}: other`,
        );
      }
    }
    return { story, most };
  }

  test("tells the same story twice, another with another seed, and always comes to an end", async () => {
    const faults = { share: 0.6, kinds: transportFaults.filter((kind) => kind !== "hang") };
    await using a = await startTestProvider({ faults });
    await using b = await startTestProvider({ faults });
    await using c = await startTestProvider({ faults, seed: 2 });
    const first = await persist(a);
    expect(first.story.length).toBeGreaterThan(20);
    expect(first.most).toBeLessThanOrEqual(4);
    expect(await persist(b)).toEqual(first);
    expect(await persist(c)).not.toEqual(first);
    expect(a.requests).toMatchObject({ answered: 40, distinctBodies: 40, repeatedBodies: 0 });
  });

  test("knows which work was paid twice", async () => {
    await using provider = await startTestProvider();
    const client = openAi(provider);
    await askOpenAi(client, "one");
    await askOpenAi(client, "two");
    await askOpenAi(client, "two");
    expect(provider.requests).toMatchObject({ calls: 3, distinctBodies: 2, repeatedBodies: 1 });
    expect([...provider.bodies.values()].toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  test("turns calls away when the window is full, and takes them again in the next", async () => {
    let now = 1_000_000;
    await using provider = await startTestProvider({
      rateLimit: { requests: 1, windowMs: 5_000 },
      clock: () => now,
    });
    const client = openAi(provider);
    const { response } = await askOpenAi(client).withResponse();
    expect(response.headers.get("x-ratelimit-remaining-requests")).toBe("0");
    expect(response.headers.get("x-ratelimit-reset-requests")).toBe("5000ms");
    const turnedAway: unknown = await askOpenAi(client).catch((error: unknown) => error);
    expect(turnedAway instanceof OpenAI.RateLimitError && turnedAway.headers.get("retry-after")).toBe("5");
    now += 5_000;
    expect((await askOpenAi(client)).object).toBe("chat.completion");
  });

  test("says what it is told to say, counted as it is told to count", async () => {
    await using provider = await startTestProvider({
      answer: (call) => (call.title === "clio-concern" ? { concern: 4 } : undefined),
      countTokens: (text) => text.length,
    });
    const completion = await askOpenAi(openAi(provider));
    expect(readJson(completion.choices[0]?.message.content)).toEqual({ concern: 4 });
    const prompt_tokens = countRequestTokens(
      { countTokens: (text) => text.length },
      { system: null, prompt: [{ text: conversation }], schema },
    );
    expect(completion.usage).toMatchObject({ prompt_tokens, completion_tokens: 13 });
  });
});
