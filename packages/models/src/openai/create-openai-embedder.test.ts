import { describe, expect, test } from "vitest";
import { z } from "zod";
import { startServer, type Answer, type ReceivedCall } from "../wire/loopback-server.test.helper.ts";
import { createOpenAiEmbedder } from "./create-openai-embedder.ts";

const input = z.object({ input: z.array(z.string()) });

/** Vectors that tell the length of a text and its place in the call, in the wrong order. */
function embed(call: ReceivedCall): Answer {
  const texts = input.parse(call.body).input;
  const data = texts.map((text, index) => ({
    object: "embedding",
    index,
    embedding: [3 * text.length, 4 * text.length, 0],
  }));
  return { body: { object: "list", data: data.toReversed(), usage: { prompt_tokens: 1, total_tokens: 1 } } };
}

const noWait = { random: () => 0, maxAttempts: 3 } as const;

describe("the embedder of OpenAI", () => {
  test("asks for its dimensions once and gives unit vectors in the order of the texts", async () => {
    await using server = await startServer(embed);
    const embedder = await createOpenAiEmbedder({ model: "nomic", baseUrl: `${server.url}/v1` });
    expect(embedder).toMatchObject({ id: "openai@local/nomic@1", dimensions: 3, languages: "any" });
    const vectors = await embedder.embed(["a", "bb", ""]);
    expect(vectors.map((vector) => [...vector])).toEqual(
      Array.from({ length: 3 }, () => [Math.fround(0.6), Math.fround(0.8), 0]),
    );
    expect(server.calls.map(({ body }) => input.parse(body).input)).toEqual([
      ["dimensions"],
      ["a", "bb", " "],
    ]);
    expect(await embedder.embed([])).toEqual([]);
  });

  test("knows the dimensions of OpenAI's models without a call", async () => {
    const embedder = await createOpenAiEmbedder({ model: "text-embedding-3-small", apiKey: "k" });
    expect(embedder.dimensions).toBe(1536);
  });

  test("sends no more than 256 texts or 150,000 characters a call, and of a text 8,000", async () => {
    await using server = await startServer(embed);
    const embedder = await createOpenAiEmbedder({ model: "nomic", baseUrl: server.url });
    const vectors = await embedder.embed([
      ...Array.from({ length: 600 }, () => "short"),
      ...Array.from({ length: 40 }, () => "x".repeat(9000)),
    ]);
    expect(vectors).toHaveLength(640);
    const sizes = server.calls.slice(1).map(({ body }) => input.parse(body).input.map((text) => text.length));
    for (const lengths of sizes) {
      expect(lengths.length).toBeLessThanOrEqual(256);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(8000);
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(150_000);
    }
  });

  test("tries again, and gives up on answers that do not fit", async () => {
    await using server = await startServer((call, index) =>
      index === 1 ? { status: 500, body: {} } : embed(call),
    );
    const embedder = await createOpenAiEmbedder({ model: "nomic", baseUrl: server.url, persistence: noWait });
    expect(await embedder.embed(["a"])).toHaveLength(1);
    expect(server.calls).toHaveLength(3);

    await using wrong = await startServer((call, index) =>
      index === 0 ? embed(call) : { body: { data: [{ index: 0, embedding: [0, 0, 0] }] } },
    );
    const other = await createOpenAiEmbedder({ model: "nomic", baseUrl: wrong.url, persistence: noWait });
    await expect(other.embed(["a"])).rejects.toMatchObject({ kind: "server" });
    expect(wrong.calls).toHaveLength(1 + 3);
  });

  test("stops when it is told to", async () => {
    const stop = new AbortController();
    await using server = await startServer((call, index) =>
      index === 0 ? embed(call) : () => stop.abort(new Error("enough")),
    );
    const embedder = await createOpenAiEmbedder({ model: "nomic", baseUrl: server.url });
    await expect(embedder.embed(["a"], { signal: stop.signal })).rejects.toThrow("enough");
  });
});
