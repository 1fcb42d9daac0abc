import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "@observatory/core";
import { writeParquetFile } from "@observatory/store/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Conversation } from "../conversation.ts";
import { importAll, type ImportOutcome } from "../testing/import-all.ts";
import { createImportDirectory, type ImportDirectory } from "../testing/import-directory.ts";
import type { ImportOptions } from "./import-conversations.ts";
import { parseColumnMap } from "./mapping/column-map.ts";

let directory = createImportDirectory();
beforeEach(() => {
  directory = createImportDirectory();
});
afterEach(() => directory[Symbol.dispose]());
const write: ImportDirectory["write"] = (name, content) => directory.write(name, content);

const read = (path: string, options: ImportOptions = {}): Promise<ImportOutcome> =>
  importAll(path, { workDirectory: directory.path, ...options });

const texts = (rows: readonly Conversation[]): string[] =>
  rows.map(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`).join(" | "));

describe("any format may come as a table", () => {
  const messages = [
    { role: "user", content: 'how, "exactly"?\nplease' },
    { role: "assistant", content: "so" },
  ];
  const cell = `"${JSON.stringify(messages).replaceAll('"', '""')}"`;

  test.each([
    ["CSV", `id,account,messages\r\n1,ann,${cell}\r\n`],
    ["TSV with a mark", `\uFEFFid\taccount\tmessages\n1\tann\t${cell}\n`],
    [
      "CSV of a European spreadsheet, in UTF-16",
      Buffer.from(`\uFEFFid;account;messages\n1;ann;${cell}\n`, "utf16le"),
    ],
  ])("as %s", async (_, content) => {
    for (const format of [undefined, "observatory"] as const) {
      const { conversations: rows, losses } = await read(write("x", content), format && { format });
      expect(rows).toMatchObject([{ id: "1", account: "ann", messages }]);
      expect(losses.files).toMatchObject([{ format: "observatory", records: 1, read: 1, kept: 1 }]);
    }
  });

  test("as Parquet, with lists, times and numbers that JSON would round", async () => {
    const path = join(directory.path, "x.parquet");
    await writeParquetFile(
      path,
      `SELECT 9007199254740993 + i AS id, TIMESTAMP '2024-05-01 12:00:00' AS created_at, {'n': i} AS labels,
        [{'role': 'user', 'content': 'hello ' || i}] AS messages FROM range(3000) t(i)`,
    );
    const { conversations: rows, losses } = await read(path);
    expect(rows.length).toBe(3000);
    expect(rows[2]).toMatchObject({
      id: "9007199254740995",
      createdAt: "2024-05-01T12:00:00.000Z",
      labels: { n: 2 },
      messages: [{ content: "hello 2" }],
    });
    expect(losses).toMatchObject({ read: 3000, kept: 3000, repaired: [] });
    expect(losses.files[0]).toMatchObject({ format: "observatory", bytes: readFileSync(path).length });
    expect(readdirSync(directory.path)).toEqual(["x.parquet"]);
  });

  test("a damaged Parquet file and damaged rows are losses with their places", async () => {
    const path = join(directory.path, "x.parquet");
    await writeParquetFile(
      path,
      "SELECT i AS id, [{'role': 'user', 'content': 'hi'}] AS messages FROM range(9) t(i)",
    );
    writeFileSync(path, readFileSync(path).subarray(0, -9));
    expect((await read(path)).losses.skipped).toEqual([
      { reason: "damaged-parquet", count: 1, examples: [{ file: "x.parquet", line: null }] },
    ]);
    expect(readdirSync(directory.path)).toEqual(["x.parquet"]);
    const csv = `id,messages\n1,${cell}\n2,"open\n3,${cell},more\n4,${cell}\n`;
    const { conversations: rows, losses } = await read(write("x.csv", csv));
    expect(rows.map(({ id }) => id)).toEqual(["1", "4"]);
    expect(losses.skipped).toEqual([
      {
        reason: "damaged-row",
        count: 2,
        examples: [
          { file: "x.csv", line: 3 },
          { file: "x.csv", line: 4 },
        ],
      },
    ]);
    expect(losses).toMatchObject({ read: 4, kept: 2 });
  });
});

describe("columns by a map", () => {
  const map = parseColumnMap("user=question,assistant=answer,account=uid,time=ts,labels.plan=plan");

  test("rows with cells too few, or with empty ones too many, are kept and counted with their lines", async () => {
    const csv = "question,answer,plan\nwhy?,so,free\nand?\nhow?,so,free,,\n";
    const { conversations: rows, losses } = await read(write("x.csv", csv), {
      map: parseColumnMap("user=question,assistant=answer,labels.plan=plan"),
    });
    expect(texts(rows)).toEqual(["user: why? | assistant: so", "user: and?", "user: how? | assistant: so"]);
    expect(losses.repaired).toEqual([
      {
        reason: "uneven-row",
        count: 2,
        examples: [
          { file: "x.csv", line: 3 },
          { file: "x.csv", line: 4 },
        ],
      },
    ]);
  });

  test("also of a table whose lines end as on old Macs, or with thousands of columns", async () => {
    const by = { map: parseColumnMap("user=question,assistant=answer") };
    const mac = await read(write("mac.csv", 'question,answer\rwhy?,"so\n\rit is"\rand?,\r'), by);
    expect(texts(mac.conversations)).toEqual(["user: why? | assistant: so\n\nit is", "user: and?"]);
    const names = Array.from({ length: 9000 }, (_, i) => `column_${i}`).join(",");
    const wide = await read(write("wide.csv", `${names},question,answer\n${",".repeat(9000)}why?,so\n`), by);
    expect(texts(wide.conversations)).toEqual(["user: why? | assistant: so"]);
    expect(wide.losses.repaired).toEqual([]);
  });

  test("a row that is JSON does not make JSON of the table", async () => {
    const csv = 'question,answer\n{"text":"x"}\nwhy?,so\nhow?,"open\n';
    const { conversations: rows } = await read(write("x.csv", csv), { map: parseColumnMap("user=question") });
    expect(texts(rows)).toEqual(['user: {"text":"x"}', "user: why?"]);
  });

  test("make a conversation of each row of a table of any shape", async () => {
    const csv = "uid,ts,question,answer,plan\nann,2024-05-01,why?,so,free\nbob,,and?,,\n,,,only an answer,\n";
    const { conversations: rows, losses } = await read(write("x.csv", csv), { map });
    expect(texts(rows)).toEqual(["user: why? | assistant: so", "user: and?"]);
    expect(rows[0]).toMatchObject({
      id: "x.csv:2",
      account: "ann",
      createdAt: "2024-05-01T00:00:00.000Z",
      labels: { plan: "free" },
    });
    expect(rows[1]).toMatchObject({ account: "bob", createdAt: null, labels: {} });
    expect(losses.skipped).toMatchObject([{ reason: "no-user-message", examples: [{ line: 4 }] }]);
    expect(losses.files).toMatchObject([{ format: "mapped", read: 3, kept: 2 }]);
  });

  test("of Parquet, of one column, and of records with fields inside fields", async () => {
    const path = join(directory.path, "x.parquet");
    await writeParquetFile(path, "SELECT {'text': 'hi ' || i} AS ask, i AS uid FROM range(2) t(i)");
    const parquet = await read(path, { map: parseColumnMap("user=ask.text,account=uid") });
    expect(parquet.conversations.map(({ account, messages }) => [account, messages[0]?.content])).toEqual([
      ["0", "hi 0"],
      ["1", "hi 1"],
    ]);
    const one = await read(write("one.csv", "question\nwhy?\n"), { map: parseColumnMap("user=question") });
    expect(texts(one.conversations)).toEqual(["user: why?"]);
    const lines = '{"in":{"q":"why?"},"out":["so"]}\n{"in":{"q":"and?"}}\n';
    const json = await read(write("x.jsonl", lines), { map: parseColumnMap("user=in.q,assistant=out.0") });
    expect(texts(json.conversations)).toEqual(["user: why? | assistant: so", "user: and?"]);
  });

  test("join rows to conversations, by time where all have one and else as they stand", async () => {
    const csv = `chat,at,who,says
a,2024-05-01T10:02:00Z,bot,second
b,,user,one
a,2024-05-01T10:01:00Z,user,first
b,2024-05-01T10:00:00Z,bot,two
,,user,nowhere
`;
    const by = parseColumnMap("conversation=chat,time=at,role=who,content=says");
    const { conversations: rows, losses } = await read(write("x.csv", csv), { map: by });
    expect(rows.map(({ id, createdAt }) => [id, createdAt])).toEqual([
      ["a", "2024-05-01T10:01:00.000Z"],
      ["b", "2024-05-01T10:00:00.000Z"],
    ]);
    expect(texts(rows)).toEqual(["user: first | assistant: second", "user: one | assistant: two"]);
    expect(losses).toMatchObject({
      read: 3,
      kept: 2,
      skipped: [{ reason: "not-a-conversation", examples: [{ line: 6 }] }],
    });
    const asked = "chat,s,q,a,plan\n1,be kind,q1,a1,\n1,be kind,q2,a2,free\n";
    const pairs = await read(write("y.csv", asked), {
      map: parseColumnMap("conversation=chat,system=s,user=q,assistant=a,labels.plan=plan"),
    });
    expect(texts(pairs.conversations)).toEqual([
      "system: be kind | user: q1 | assistant: a1 | user: q2 | assistant: a2",
    ]);
    expect(pairs.conversations[0]?.labels).toEqual({ plan: "free" });
  });

  test("take a list of messages, also as JSON in a cell", async () => {
    const lines =
      '{"chat":[{"from":"human","value":"hi"}]}\n{"chat":"[{\\"role\\":\\"user\\",\\"text\\":\\"ho\\"}]"}\n';
    const { conversations: rows } = await read(write("x.jsonl", lines), {
      map: parseColumnMap("messages=chat"),
    });
    expect(texts(rows)).toEqual(["user: hi", "user: ho"]);
  });

  test("that are not there are an error that lists those that are, without what may be text", async () => {
    const csv = write("x.csv", "Question,how do I leave my husband?,uid\nwhy?,so,ann\n");
    const { error } = await read(csv, { map: parseColumnMap("user=question,account=user.id") });
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      message: "x.csv has no column question and no user.id",
      hint: "Its columns are Question, (column 2), uid. Names are compared with their case.",
    });
    const json = write("x.jsonl", '{"q":"why?"}\n{"a":1}\n');
    expect((await read(json, { map: parseColumnMap("user=question") })).error).toMatchObject({
      message: "x.jsonl has no field question",
      hint: "Its fields are q, a. Names are compared with their case.",
    });
  });

  test("a table that nothing fits is lost with its columns", async () => {
    const { losses, error } = await read(write("x.csv", "uid,question,answer\nann,why?,so\n"));
    expect(losses.skipped).toMatchObject([{ reason: "unmapped-table" }]);
    expect(losses.files[0]).toMatchObject({ format: null, columns: ["uid", "question", "answer"] });
    expect(error).toMatchObject({
      message: expect.stringContaining("Try --map user=question,assistant=answer,account=uid"),
    });
  });
});
