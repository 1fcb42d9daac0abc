import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { writeParquetFile } from "@observatory/store/testing";
import { expect, test } from "vitest";
import type { Conversation } from "../conversation.ts";
import { importConversations } from "./import-conversations.ts";

async function read(path: string) {
  const chats = importConversations([path]);
  const rows: Conversation[] = [];
  for await (const row of chats.conversations) rows.push(row);
  const { files, skipped } = chats.losses();
  return { rows, skipped, format: files[0]?.format };
}

async function readParquet(sql: string) {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x.parquet");
  await writeParquetFile(path, sql);
  return await read(path);
}

const text = ({ messages }: Conversation): string =>
  messages.map(({ role, content }) => `${role}: ${content}`).join(" | ");

const moderation =
  "[{'categories': {'self-harm': false}, 'category_scores': {'self-harm': 0.1}, 'flagged': i = 1}]";

test("LMSYS-Chat-1M as its Parquet files are", async () => {
  const { rows, skipped, format } = await readParquet(`
    SELECT md5(i::VARCHAR) AS conversation_id, 'vicuna-13b' AS model,
      [{'content': 'how ' || i, 'role': 'user'}, {'content': 'so "x",\n' || i, 'role': 'assistant'}] AS conversation,
      1 AS turn, 'English' AS language, ${moderation} AS openai_moderation, i = 2 AS redacted FROM range(3) t(i)`);
  expect([format, skipped]).toEqual(["lmsys-chat", []]);
  expect(rows.map(text)).toEqual([0, 1, 2].map((i) => `user: how ${i} | assistant: so "x",\n${i}`));
  expect(rows[0]).toMatchObject({ model: "vicuna-13b", language: "en" });
});

test.each(["TIMESTAMP", "TIMESTAMPTZ", "TIMESTAMP_NS"])(
  "WildChat as its Parquet files are, with times as %s",
  async (type) => {
    const time = `'2023-04-09 00:02:53'::${type}`;
    const turn = (role: string, content: string, account: string, at: string): string =>
      `{'content': ${content}, 'country': 'Germany', 'hashed_ip': ${account}, 'language': 'German', 'redacted': false,
        'role': '${role}', 'timestamp': ${at}, 'toxic': false, 'turn_identifier': 1000 + i}`;
    const { rows, skipped, format } = await readParquet(`
      SELECT md5(i::VARCHAR) AS conversation_hash, 'gpt-4-0314' AS model, ${time} AS timestamp,
        [${turn("user", "'Hallo ' || i", "'ip' || i", `NULL::${type}`)}, ${turn("assistant", "'Tag ' || i", "NULL", time)}]
          AS conversation, 1 AS turn, 'German' AS language, ${moderation} AS openai_moderation, false AS toxic,
        false AS redacted, 'Bavaria' AS state, 'Germany' AS country, 'ip' || i AS hashed_ip FROM range(2) t(i)`);
    expect([format, skipped]).toEqual(["wildchat", []]);
    expect(rows.map(text)).toEqual(["user: Hallo 0 | assistant: Tag 0", "user: Hallo 1 | assistant: Tag 1"]);
    expect(rows[1]).toMatchObject({ language: "de", createdAt: "2023-04-09T00:02:53.000Z" });
    expect(new Set(rows.map(({ account }) => account)).size).toBe(2);
  },
);

const user = (content: string) => ({ role: "user", content });
const assistant = (content: string) => ({ role: "assistant", content });
const traces = [
  { id: "1", input: [user("a")], output: assistant("b"), session: "s1" },
  { id: "2", input: [user("a"), assistant("b"), user("c")], output: assistant("d"), session: "s1" },
  { id: "3", input: [user('lone, "q"')], output: assistant("e"), session: null },
];
const expected = ["user: a | assistant: b | user: c | assistant: d", 'user: lone, "q" | assistant: e'];

test.each([
  ["page", "sessionId", "userId"],
  ["blob storage", "session_id", "user_id"],
])("Langfuse's traces of its %s, as CSV and as Parquet", async (_, session, account) => {
  const columns = ["id", "timestamp", "name", "input", "output", session, account, "tags"];
  const rows = traces.map((trace) => [
    trace.id,
    `2024-05-29T13:46:0${trace.id}.963Z`,
    "chat",
    JSON.stringify(trace.input),
    JSON.stringify(trace.output),
    trace.session ?? "",
    `u${trace.id}`,
    '["beta"]',
  ]);
  const csv = [columns, ...rows]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\n");
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x.csv");
  writeFileSync(path, csv);
  const values = rows.map((cells) => `(${cells.map((cell) => `'${cell}'`).join(", ")})`).join(", ");
  const names = columns.map((name) => `"${name}"`).join(", ");
  const found = [await read(path), await readParquet(`SELECT * FROM (VALUES ${values}) t(${names})`)];
  for (const one of found) {
    expect([one.format, one.skipped]).toEqual(["langfuse", []]);
    expect(one.rows.map(text).toSorted()).toEqual(expected.toSorted());
  }
});
