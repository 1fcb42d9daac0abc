import { expect, test } from "vitest";
import { importRecords, type ImportedRecords } from "../../testing/import-records.ts";

const said = ({ conversations }: ImportedRecords): Record<string, string[]> =>
  Object.fromEntries(
    conversations.map(({ id, messages }) => [id, messages.map(({ role, content }) => `${role}: ${content}`)]),
  );

const params = (text: string, extra: object = {}): object => ({
  model: "claude-3-5-haiku-latest",
  max_tokens: 100,
  messages: [{ role: "user", content: text }],
  metadata: { user_id: "ann" },
  ...extra,
});
const message = (text: string): object => ({
  id: "msg",
  type: "message",
  role: "assistant",
  model: "claude-3-5-haiku-20241022",
  content: [{ type: "text", text }],
});
const request = (custom_id: string, text = `question ${custom_id}`): object => ({
  custom_id,
  params: params(text),
});
const result = (custom_id: string, type = "succeeded"): object => ({
  custom_id,
  result:
    type === "succeeded"
      ? { type, message: message(`answer ${custom_id}`) }
      : {
          type,
          ...(type === "errored" ? { error: { type: "error", error: { type: "x", message: "m" } } } : {}),
        },
});

test("requests and results of Anthropic's batches are joined across files, whatever their order", async () => {
  const read = await importRecords({
    "a-results.jsonl": [result("b"), result("a")],
    "b-requests.jsonl": [request("a"), request("b")],
  });
  expect(said(read)).toEqual({
    a: ["user: question a", "assistant: answer a"],
    b: ["user: question b", "assistant: answer b"],
  });
  expect(read.conversations[0]).toMatchObject({ account: "ann", model: "claude-3-5-haiku-20241022" });
  expect(read.losses).toMatchObject({ read: 2, kept: 2, skipped: [], repaired: [] });
  expect(read.losses.files.map(({ format }) => format)).toEqual(["anthropic-batch", "anthropic-batch"]);
});

test("the body that creates a batch holds its requests", async () => {
  const read = await importRecords([{ requests: [request("a"), request("b")] }, result("a")]);
  expect(said(read)).toEqual({ a: ["user: question a", "assistant: answer a"], b: ["user: question b"] });
  expect(read.repaired).toEqual({ "answer-missing": 1 });
});

test("requests without a result and with a failed one are kept, results without a request are lost", async () => {
  const read = await importRecords({
    "requests.jsonl": ["a", "b", "c", "d"].map((id) => request(id)),
    "results.jsonl": [result("a", "errored"), result("b", "canceled"), result("c", "expired"), result("x")],
  });
  expect(Object.values(said(read))).toEqual(["a", "b", "c", "d"].map((id) => [`user: question ${id}`]));
  expect(read.repaired).toEqual({ "answer-failed": 3, "answer-missing": 1 });
  expect(read.skipped).toEqual({ "request-missing": 1 });
  expect(read.losses.read).toBe(5);
});

test("a request that was sent again counts once, with the answer that came", async () => {
  const read = await importRecords([request("a"), result("a", "errored"), request("a"), result("a")]);
  expect(said(read)).toEqual({ a: ["user: question a", "assistant: answer a"] });
  expect(read.repaired).toEqual({});
});

test("of different requests with one id the first is kept, and told", async () => {
  const read = await importRecords([
    request("a"),
    result("a"),
    request("a", "another"),
    result("a", "errored"),
  ]);
  expect(said(read)).toEqual({ a: ["user: question a", "assistant: answer a"] });
  expect(read.repaired).toEqual({ "ambiguous-request": 1 });
  const uneven = await importRecords([request("a"), request("a", "another"), result("a")]);
  expect(said(uneven)).toEqual({ a: ["user: question a"] });
  expect(uneven.repaired).toEqual({ "ambiguous-request": 1, "answer-missing": 1 });
});

test("an answer of a batch goes on where its request began it, without its reasoning", async () => {
  const read = await importRecords([
    {
      custom_id: "a",
      params: params("count", {
        messages: [
          { role: "user", content: "count" },
          { role: "assistant", content: "one, " },
        ],
      }),
    },
    {
      custom_id: "a",
      result: {
        type: "succeeded",
        message: {
          ...message("two"),
          content: [
            { type: "thinking", thinking: "secret" },
            { type: "text", text: "two" },
          ],
        },
      },
    },
  ]);
  expect(said(read)).toEqual({ a: ["user: count", "assistant: one, two"] });
  expect(read.repaired).toEqual({ "hidden-parts-dropped": 1 });
});
