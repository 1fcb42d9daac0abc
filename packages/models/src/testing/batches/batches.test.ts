import Anthropic from "@anthropic-ai/sdk";
import { parseJson } from "@observatory/core";
import OpenAI, { toFile } from "openai";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { startTestProvider, type TestProvider } from "../test-provider.ts";

const texts = Array.from({ length: 12 }, (_, i) => `${"so ".repeat(i)}hello`);

describe("batches of Anthropic", () => {
  const sdk = (provider: TestProvider) =>
    new Anthropic({ baseURL: provider.anthropicUrl, apiKey: "key", maxRetries: 0, timeout: 60_000 });
  const requests = texts.map((content, i) => ({
    custom_id: `call-${i}`,
    params: { model: "m", max_tokens: 50, messages: [{ role: "user" as const, content }] },
  }));
  const isFirst = ({ params }: (typeof requests)[number]) => params.messages[0]?.content === texts[0];

  async function finish(client: Anthropic, id: string): Promise<Anthropic.Messages.MessageBatch> {
    for (;;) {
      const batch = await client.messages.batches.retrieve(id);
      if (batch.processing_status === "ended") return batch;
    }
  }

  async function readResults(client: Anthropic, id: string): Promise<[string, string][]> {
    const results: [string, string][] = [];
    for await (const { custom_id, result } of await client.messages.batches.results(id)) {
      results.push([custom_id, result.type]);
    }
    return results;
  }

  test("end after as many questions as told, with all results in an order of their own", async () => {
    await using provider = await startTestProvider({ batches: { polls: 3 } });
    const client = sdk(provider);
    const {
      id,
      request_counts: counts,
      processing_status: status,
    } = await client.messages.batches.create({ requests });
    expect([status, counts.processing]).toEqual(["in_progress", 12]);
    for (const expected of ["in_progress", "in_progress", "ended"]) {
      expect((await client.messages.batches.retrieve(id)).processing_status).toBe(expected);
    }
    const results = await readResults(client, id);
    const ids = results.map(([customId]) => customId);
    expect(ids).not.toEqual(requests.map(({ custom_id }) => custom_id));
    expect(new Set(ids)).toEqual(new Set(requests.map(({ custom_id }) => custom_id)));
    expect(provider.requests).toMatchObject({ calls: 0, batches: 1, answered: 12, answeredInBatches: 12 });
  });

  test("give the answer that a call gives", async () => {
    await using provider = await startTestProvider({ batches: { polls: 1 } });
    const client = sdk(provider);
    const { id } = await client.messages.batches.create({ requests: requests.filter(isFirst) });
    await finish(client, id);
    const direct = await client.messages.create({
      ...requests[0]?.params,
      model: "m",
      max_tokens: 50,
      messages: [{ role: "user", content: texts[0] ?? "" }],
    });
    for await (const { result } of await client.messages.batches.results(id)) {
      expect(result.type === "succeeded" && result.message).toEqual({ ...direct, _request_id: undefined });
    }
    expect(provider.requests.repeatedBodies).toBe(1);
  });

  test("let requests expire or fail once, and take them the second time", async () => {
    await using provider = await startTestProvider({ seed: 4, batches: { expired: 0.3, errored: 0.3 } });
    const client = sdk(provider);
    let open = requests;
    const kinds = new Set<string>();
    const rounds: number[] = [];
    while (open.length > 0) {
      const { id } = await client.messages.batches.create({ requests: open });
      const { request_counts: counts } = await finish(client, id);
      const results = new Map(await readResults(client, id));
      for (const kind of results.values()) kinds.add(kind);
      expect(counts.succeeded + counts.errored + counts.expired).toBe(open.length);
      rounds.push(open.length);
      open = open.filter(({ custom_id }) => results.get(custom_id) !== "succeeded");
    }
    expect(rounds).toHaveLength(2);
    expect([...kinds].toSorted((a, b) => a.localeCompare(b))).toEqual(["errored", "expired", "succeeded"]);
    expect(provider.requests).toMatchObject({ distinctBodies: 12, repeatedBodies: 0 });
  });

  test("report a request that no call could be as an error of that request alone", async () => {
    await using provider = await startTestProvider({ models: ["m"] });
    const client = sdk(provider);
    const bad = {
      custom_id: "bad",
      params: { model: "other", max_tokens: 9, messages: [{ role: "user" as const, content: "x" }] },
    };
    const { id } = await client.messages.batches.create({ requests: [bad, ...requests] });
    expect((await finish(client, id)).request_counts).toMatchObject({ errored: 1, succeeded: 12 });
  });

  test("refuse an id that comes twice", async () => {
    await using provider = await startTestProvider();
    const twice = [...requests, ...requests];
    await expect(sdk(provider).messages.batches.create({ requests: twice })).rejects.toMatchObject({
      status: 400,
    });
  });

  test("can be cancelled, lost, and taken without anybody hearing of it", async () => {
    await using provider = await startTestProvider({ batches: { polls: 5, lost: 1, unheard: 2 } });
    const client = sdk(provider);
    const create = () => client.messages.batches.create({ requests });
    await expect(create()).rejects.toThrow();
    await expect(create()).rejects.toThrow();
    const { id } = await create();
    await expect(client.messages.batches.retrieve("msgbatch_000001")).rejects.toMatchObject({ status: 404 });
    expect((await client.messages.batches.cancel(id)).processing_status).toBe("canceling");
    expect((await finish(client, id)).request_counts.canceled).toBe(12);
    const listed: string[] = [];
    for await (const batch of client.messages.batches.list({ limit: 1 })) listed.push(batch.id);
    expect(listed).toEqual(["msgbatch_000003", "msgbatch_000002"]);
  });
});

describe("batches of OpenAI", () => {
  const sdk = (provider: TestProvider) =>
    new OpenAI({ baseURL: provider.openAiUrl, apiKey: "key", maxRetries: 0, timeout: 60_000 });
  const lines = texts.map((content, i) =>
    JSON.stringify({
      custom_id: `call-${i}`,
      method: "POST",
      url: "/v1/chat/completions",
      body: { model: "m", messages: [{ role: "user", content }] },
    }),
  );
  const lineSchema = z.looseObject({
    custom_id: z.string(),
    response: z.looseObject({ status_code: z.int(), body: z.unknown() }).nullable(),
    error: z.looseObject({ code: z.string() }).nullable(),
  });

  async function submit(client: OpenAI, input: readonly string[]): Promise<OpenAI.Batch> {
    const file = await client.files.create({
      file: await toFile(Buffer.from(input.join("\n")), "input.jsonl"),
      purpose: "batch",
    });
    return client.batches.create({
      input_file_id: file.id,
      endpoint: "/v1/chat/completions",
      completion_window: "24h",
      metadata: { run: "7" },
    });
  }

  async function finish(client: OpenAI, id: string): Promise<OpenAI.Batch> {
    for (;;) {
      const batch = await client.batches.retrieve(id);
      if (batch.status !== "in_progress" && batch.status !== "cancelling") return batch;
    }
  }

  async function readLines(client: OpenAI, id: string | undefined): Promise<z.infer<typeof lineSchema>[]> {
    if (id === undefined || id === null) return [];
    const text = await (await client.files.content(id)).text();
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const json = parseJson(line);
        return lineSchema.parse(json.ok ? json.value : null);
      });
  }

  test("give an output file with an answer for each request", async () => {
    await using provider = await startTestProvider();
    const client = sdk(provider);
    const { id, metadata } = await submit(client, lines);
    expect(metadata).toEqual({ run: "7" });
    const batch = await finish(client, id);
    expect(batch).toMatchObject({
      status: "completed",
      request_counts: { total: 12, completed: 12, failed: 0 },
    });
    const output = await readLines(client, batch.output_file_id);
    expect(new Set(output.map((line) => line.custom_id)).size).toBe(12);
    expect(output[0]?.response).toMatchObject({ status_code: 200, body: { object: "chat.completion" } });
    expect(batch.error_file_id).toBeNull();
    expect(provider.requests).toMatchObject({ calls: 0, batches: 1, answeredInBatches: 12 });
  });

  test("give an error file for what expired or failed", async () => {
    await using provider = await startTestProvider({ batches: { expired: 0.4, errored: 0.3 } });
    const client = sdk(provider);
    const batch = await finish(client, (await submit(client, lines)).id);
    expect(batch.status).toBe("expired");
    const errors = await readLines(client, batch.error_file_id);
    const output = await readLines(client, batch.output_file_id);
    expect(errors.length + output.length).toBe(12);
    const reasons = new Set(errors.map(({ error, response }) => error?.code ?? response?.status_code));
    expect(reasons).toEqual(new Set(["batch_expired", 500]));
  });

  test("fail as a whole where a line is no request", async () => {
    await using provider = await startTestProvider();
    const batch = await submit(sdk(provider), [...lines, "{"]);
    expect(batch).toMatchObject({ status: "failed", errors: { data: [{ line: 13 }] } });
  });

  test("can be cancelled, lost and listed", async () => {
    await using provider = await startTestProvider({ batches: { polls: 5, lost: 1 } });
    const client = sdk(provider);
    const lost = await submit(client, lines);
    await expect(client.batches.retrieve(lost.id)).rejects.toMatchObject({ status: 404 });
    const { id } = await submit(client, lines);
    await submit(client, lines);
    expect((await client.batches.cancel(id)).status).toBe("cancelling");
    expect((await finish(client, id)).status).toBe("cancelled");
    const listed: string[] = [];
    for await (const batch of client.batches.list({ limit: 1 })) listed.push(batch.id);
    expect(listed).toEqual(["batch_000003", "batch_000002"]);
  });

  test("files can be looked at and removed, and a batch needs one", async () => {
    await using provider = await startTestProvider();
    const client = sdk(provider);
    const { input_file_id: file } = await submit(client, lines);
    expect(await client.files.retrieve(file)).toMatchObject({ purpose: "batch", filename: "input.jsonl" });
    expect(await client.files.delete(file)).toMatchObject({ deleted: true });
    await expect(client.files.retrieve(file)).rejects.toMatchObject({ status: 404 });
    const create = client.batches.create({
      input_file_id: file,
      endpoint: "/v1/chat/completions",
      completion_window: "24h",
    });
    await expect(create).rejects.toMatchObject({ status: 400 });
  });
});
