import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { InputError } from "@observatory/core";
import { createTemporaryDirectory, findRealFile } from "@observatory/core/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Conversation } from "../conversation.ts";
import { importAll } from "../testing/import-all.ts";
import { createImportDirectory, type ImportDirectory } from "../testing/import-directory.ts";
import { importConversations } from "./import-conversations.ts";
import type { LossReport } from "./loss-report.ts";

let directory = createImportDirectory();
beforeEach(() => {
  directory = createImportDirectory();
});
afterEach(() => directory[Symbol.dispose]());
const write: ImportDirectory["write"] = (name, content) => directory.write(name, content);

function line(id: string, extra: object = {}): string {
  return JSON.stringify({ id, messages: [{ role: "user", content: `hello ${id}` }], ...extra });
}

const one = async (extra: object): Promise<{ row: Conversation | undefined; losses: LossReport }> => {
  const { conversations: rows, losses } = await importAll(write("x.jsonl", line("1", extra)), {
    format: "observatory",
  });
  return { row: rows[0], losses };
};
const messages = (...roles: unknown[]): object => ({
  messages: roles.map((role) => ({ role, content: "text" })),
});

const brackets = (count: number): string => "[".repeat(count) + "]".repeat(count);
const ids = (rows: readonly Conversation[]): string[] => rows.map((row) => row.id);
const reasons = (counts: LossReport["skipped"]): Record<string, number> =>
  Object.fromEntries(counts.map(({ reason, count }) => [reason, count]));

describe("records", () => {
  test("a record of our own format becomes a conversation", async () => {
    const extra = {
      account: " ann ",
      created_at: "2024-05-01T12:00:00+02:00",
      language: "pt-BR",
      model: "m",
      labels: { path: ["a"] },
    };
    const { conversations: rows, losses } = await importAll(write("x.jsonl", line("1", extra)));
    expect(rows).toEqual([
      {
        id: "1",
        account: "ann",
        createdAt: "2024-05-01T10:00:00.000Z",
        language: "pt",
        model: "m",
        messages: [{ role: "user", content: "hello 1" }],
        labels: { path: ["a"] },
      },
    ]);
    expect(losses).toMatchObject({ read: 1, kept: 1, skipped: [], repaired: [], withoutAccount: 0 });
    expect(losses.files).toMatchObject([{ file: "x.jsonl", format: "observatory", read: 1, kept: 1 }]);
    expect(losses.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a broken line in the middle is lost with its place and its neighbours are kept", async () => {
    const lines = Array.from({ length: 6000 }, (_, i) =>
      i === 4999 ? '{"id": "5000", "messages": [' : line(`${i + 1}`),
    );
    const { conversations: rows, losses } = await importAll(write("x.jsonl", lines.join("\n")));
    expect(rows.length).toBe(5999);
    expect(losses.skipped).toEqual([
      { reason: "invalid-json", count: 1, examples: [{ file: "x.jsonl", line: 5000 }] },
    ]);
  });

  test("blank lines, line ends of Windows, a mark at the start and NUL padding lose nothing", async () => {
    const path = write(
      "x.jsonl",
      `\uFEFF${line("1")}\r\n\r\n   \n${line("2")}\r\n\uFEFF${line("3")}\n\0\0\0\0\n\0\0${line("4")}\n\0\0`,
    );
    const { conversations: rows, losses } = await importAll(path);
    expect(ids(rows)).toEqual(["1", "2", "3", "4"]);
    expect(losses.skipped).toEqual([]);
    expect(reasons(losses.repaired)).toEqual({ "nul-bytes": 1 });
  });

  test("bytes that are not UTF-8 are replaced and counted with their place", async () => {
    const bad = Buffer.from(line("2").replace("hello", "h?llo"));
    bad[bad.indexOf("?")] = 0xff;
    const { conversations: rows, losses } = await importAll(
      write("x.jsonl", Buffer.concat([Buffer.from(`${line("1")}\n`), bad])),
    );
    expect(rows[1]?.messages[0]?.content).toBe("h\uFFFDllo 2");
    expect(losses.repaired).toEqual([
      { reason: "invalid-utf8", count: 1, examples: [{ file: "x.jsonl", line: 2 }] },
    ]);
  });

  test.each([
    ["little-endian with its mark", Buffer.from(`\uFEFF${line("1")}\n${line("2 é😀")}\n`, "utf16le")],
    ["big-endian with its mark", Buffer.from(`\uFEFF${line("1")}\n${line("2 é😀")}\n`, "utf16le").swap16()],
    ["little-endian without a mark", Buffer.from(`${line("1")}\n${line("2 é😀")}\n`, "utf16le")],
  ])("UTF-16, %s, is read as it is", async (_, bytes) => {
    const { conversations: rows, losses } = await importAll(write("x.jsonl", bytes));
    expect(ids(rows)).toEqual(["1", "2 é😀"]);
    expect(losses.repaired).toEqual([]);
  });

  test("half a surrogate pair is replaced, in content, ids and labels", async () => {
    const record =
      '{"id":"a\\ud800","messages":[{"role":"user","content":"x\\udc00y"}],"labels":{"k\\ud800":"v\\ud800"}}';
    const { conversations: rows, losses } = await importAll(write("x.jsonl", record));
    expect(JSON.stringify(rows).isWellFormed()).toBe(true);
    expect(rows[0]?.messages[0]?.content).toBe("x\uFFFDy");
    expect(reasons(losses.repaired)).toEqual({ "lone-surrogate": 1 });
  });

  test("a line of 50 MB is skipped with its length and its neighbours are kept", async () => {
    const path = write("x.jsonl", `${line("1")}\n{"id":"2","messages":[{"role":"user","content":"`);
    const file = openSync(path, "a");
    const megabyte = "a".repeat(1024 * 1024);
    for (let i = 0; i < 50; i++) writeSync(file, megabyte);
    closeSync(file);
    appendFileSync(path, `"}]}\n${line("3")}\n`);
    const { conversations: rows, losses } = await importAll(path);
    expect(ids(rows)).toEqual(["1", "3"]);
    expect(losses.skipped).toEqual([
      { reason: "line-too-long", count: 1, examples: [{ file: "x.jsonl", line: 2, bytes: 52_428_852 }] },
    ]);
  });

  test("a million brackets are lost without a crash, as a record and inside one", async () => {
    const nested = brackets(100_000);
    const lines = [
      line("1"),
      brackets(1_000_000),
      "{".repeat(1_000_000),
      `{"id":"2","messages":[{"role":"user","content":"hi"}],"labels":${nested}}`,
      `{"id":"3","messages":[{"role":"user","content":${nested}}]}`,
      `{"id":"4","messages":${nested}}`,
      line("5"),
    ];
    const { conversations: rows, losses } = await importAll(write("x.jsonl", lines.join("\n")));
    expect(ids(rows)).toEqual(["1", "2", "3", "5"]);
    expect(rows[1]?.labels).toEqual({});
    expect(losses.read).toBe(7);
    expect(reasons(losses.repaired)).toMatchObject({ "labels-dropped": 1 });
  });

  test("keys that name prototypes are harmless", async () => {
    const record = `{"__proto__":{"id":"x"},"constructor":1,"id":"1","messages":[{"__proto__":{"role":"user"},"role":"user","content":"hi"}],"labels":{"__proto__":{"polluted":true},"a":1}}`;
    const { conversations: rows } = await importAll(write("x.jsonl", record));
    expect(rows[0]?.labels).toEqual({ a: 1 });
    expect(Object.keys(rows[0]?.labels ?? {})).toEqual(["a"]);
    expect("polluted" in {}).toBe(false);
  });
});

describe("fields", () => {
  test("roles are taken by any of their usual names", async () => {
    const { row } = await one(messages("Human", "gpt", "model", "bot", "ai", "developer", "function"));
    expect(row?.messages.map((message) => message.role)).toEqual([
      "user",
      "assistant",
      "assistant",
      "assistant",
      "assistant",
      "system",
      "tool",
    ]);
  });

  test.each([
    ["missing-role", messages("user", undefined)],
    ["missing-role", messages("user", 7)],
    ["unknown-role", messages("user", "narrator")],
    ["no-user-message", messages("assistant", "system")],
    ["no-messages", { messages: [] }],
    ["no-messages", { messages: [{ role: "user", content: "  " }] }],
    ["no-messages", { messages: [{ role: "user" }] }],
    ["not-a-conversation", { messages: "hello" }],
    ["not-a-conversation", { messages: ["hello"] }],
  ])("%s is a loss", async (reason, extra) => {
    const { losses } = await one(extra);
    expect(reasons(losses.skipped)).toEqual({ [reason]: 1 });
  });

  test("a message that is too long keeps its start and its end", async () => {
    const content = `start ${"x".repeat(1_200_000)} end`;
    const { row, losses } = await one({ messages: [{ role: "user", content }] });
    const kept = row?.messages[0]?.content ?? "";
    expect(kept).toMatch(/^start x+\n\[\.\.\. 200,010 characters left out \.\.\.\]\nx+ end$/);
    expect(reasons(losses.repaired)).toEqual({ "message-shortened": 1 });
  });

  test("of very many messages the first and the last are kept", async () => {
    const { row, losses } = await one({
      messages: Array.from({ length: 25_000 }, (_, i) => ({ role: "user", content: `${i}` })),
    });
    expect(row?.messages.length).toBe(10_000);
    expect(row?.messages.at(-1)?.content).toBe("24999");
    expect(reasons(losses.repaired)).toEqual({ "conversation-shortened": 1 });
  });

  test("an impossible date, an odd language and labels that are no object are left out and counted", async () => {
    const { row, losses } = await one({
      created_at: "2024-02-30",
      language: "Klingon language",
      labels: [1],
    });
    expect(row).toMatchObject({ createdAt: null, language: null, labels: {} });
    expect(reasons(losses.repaired)).toEqual({ "bad-date": 1, "labels-dropped": 1, "unknown-language": 1 });
  });

  test("an account is a string or a number; white space alone is none and is counted", async () => {
    expect((await one({ account: 17 })).row?.account).toBe("17");
    const { row, losses } = await one({ account: "  " });
    expect(row?.account).toBeNull();
    expect(losses.withoutAccount).toBe(1);
    expect(reasons((await one({ account: 2 ** 60 })).losses.repaired)).toEqual({
      "rounded-number": 1,
    });
  });
});

describe("ids", () => {
  test("a repeated id is made unique, a repeated record is dropped", async () => {
    const other = line("a", { messages: [{ role: "user", content: "something else" }] });
    const { conversations: rows, losses } = await importAll(
      write("x.jsonl", [line("a"), other, line("a"), line("a#2"), other].join("\n")),
    );
    expect(ids(rows)).toEqual(["a", "a#2", "a#2#2"]);
    const first = { file: "x.jsonl", line: 1 };
    expect(losses.skipped).toMatchObject([
      {
        reason: "duplicate-record",
        count: 2,
        examples: [
          { line: 3, earlier: first },
          { line: 5, earlier: first },
        ],
      },
    ]);
    const renamed = { file: "x.jsonl", line: 2 };
    expect(losses.repaired).toMatchObject([
      {
        reason: "duplicate-id",
        count: 2,
        examples: [
          { line: 2, earlier: first },
          { line: 4, earlier: renamed },
        ],
      },
    ]);
    expect(losses.read).toBe(losses.kept + 2);
  });

  test("records of an array on one line are told apart by their numbers", async () => {
    const { losses } = await importAll(
      write("x.json", `[${[line("a"), line("b"), "{}", line("b")].join(",")}]`),
    );
    const place = { file: "x.json", line: 1 };
    expect(losses.skipped.map(({ examples }) => examples)).toEqual([
      [{ ...place, record: 4, earlier: { ...place, record: 2 } }],
      [{ ...place, record: 3 }],
    ]);
  });

  test("a missing id is the file and the line, and equal records without one are all kept", async () => {
    const record = '{"messages":[{"role":"user","content":"hi"}]}';
    mkdirSync(join(directory.path, "a"));
    mkdirSync(join(directory.path, "b"));
    write("a/x.jsonl", `${record}\n\n${record}\n`);
    write("b/x.jsonl.gz", gzipSync(`${record}\n`));
    const { conversations: rows, losses } = await importAll(join(directory.path, "a"));
    expect(ids(rows)).toEqual(["a/x.jsonl:1", "a/x.jsonl:3"]);
    expect(losses.repaired).toEqual([]);
    const both = await importAll([join(directory.path, "a"), join(directory.path, "b")]);
    expect(ids(both.conversations)).toEqual(["a/x.jsonl:1", "a/x.jsonl:3", "b/x.jsonl:1"]);
  });
});

describe("files", () => {
  test("directories are read recursively in sorted order, hidden files and links that leave are counted", async () => {
    using outside = createTemporaryDirectory();
    writeFileSync(join(outside.path, "secret.jsonl"), line("secret"));
    mkdirSync(join(directory.path, "sub"));
    write("b.jsonl", line("b"));
    write("a.jsonl", line("a"));
    write("sub/c.jsonl", line("c"));
    write(".hidden.jsonl", line("hidden"));
    symlinkSync(join(outside.path, "secret.jsonl"), join(directory.path, "link.jsonl"));
    symlinkSync(directory.path, join(directory.path, "sub", "loop"));
    symlinkSync("nowhere", join(directory.path, "broken"));
    const { conversations: rows, losses } = await importAll(directory.path);
    expect(ids(rows)).toEqual(["a", "b", "c"]);
    expect(reasons(losses.skipped)).toEqual({ "broken-link": 1, "hidden-file": 1, "link-outside": 2 });
  });

  test("the same file given twice is read once", async () => {
    const path = write("a.jsonl", line("a"));
    const { conversations: rows, losses } = await importAll([path, directory.path]);
    expect(ids(rows)).toEqual(["a"]);
    expect(reasons(losses.skipped)).toEqual({ "file-given-twice": 1 });
  });

  test("files of other kinds and empty files are counted and the rest is read", async () => {
    write("1.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
    write("2.csv", "id,text\n1,hello\n2,bye\n");
    write("3.txt", "Once upon a time [there] was {nothing}.\n".repeat(5000));
    write("4.json", '[{"name": "not a chat"}, 7, null]');
    write("5.jsonl", "");
    write("6.jsonl", " \n\n");
    write("7.md", "[link](x)\n\n- [ ] todo\n");
    write("8.jsonl", line("a"));
    const { conversations: rows, losses } = await importAll(directory.path);
    expect(ids(rows)).toEqual(["a"]);
    expect(reasons(losses.skipped)).toEqual({
      "unknown-format": 3,
      "companion-file": 1,
      "unmapped-table": 1,
      "empty-file": 2,
    });
    expect(losses).toMatchObject({ read: 1, kept: 1 });
  });

  test("nothing to read is an error that names the reasons and the formats", async () => {
    write("2.csv", "id,text\n1,hello\n");
    const { error } = await importAll(directory.path);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /no conversation could be read: 1 file skipped: .*2\.csv is a table in no format/,
      ),
      hint: expect.stringContaining("--map"),
    });
    const sheet = await importAll(write("chats.xlsx", "PK, but nothing of it"));
    expect(sheet.error).toMatchObject({
      message: expect.stringMatching(/no format that is known\. Convert/),
    });
    const records = await importAll(write("other.jsonl", '{"a":1}\n'));
    expect(records.error).toMatchObject({ hint: expect.stringContaining("\nsharegpt: ") });
    expect((await importAll([])).error).toBeInstanceOf(InputError);
    expect((await importAll(join(directory.path, "missing"))).error).toMatchObject({
      message: expect.stringContaining("does not exist"),
    });
  });

  test("gzip is known by its bytes, whatever the name, in several members too", async () => {
    const members = Buffer.concat([gzipSync(`${line("1")}\n`), gzipSync(`${line("2")}\n`)]);
    const { conversations: rows } = await importAll(write("x.txt", members));
    expect(ids(rows)).toEqual(["1", "2"]);
  });

  test("truncated gzip keeps the rows before", async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      line(`${i}`, { account: `${(i * 7919) % 10_007}` }),
    );
    const packed = gzipSync(`${lines.join("\n")}\n`);
    const { conversations: rows, losses } = await importAll(
      write("x.gz", packed.subarray(0, Math.floor(packed.length * 0.9))),
    );
    expect(rows.length).toBeGreaterThan(17_000);
    expect(rows.length).toBeLessThan(20_000);
    expect(losses.skipped.map(({ reason }) => reason).toSorted()).toEqual(["invalid-json", "truncated-gzip"]);
  });

  test("damaged gzip keeps the rows before", async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      line(`${i}`, { account: `${(i * 7919) % 10_007}` }),
    );
    const packed = gzipSync(`${lines.join("\n")}\n`);
    packed.fill(0xff, Math.floor(packed.length / 2), Math.floor(packed.length / 2) + 100);
    const { conversations: rows, losses } = await importAll(write("x.gz", packed));
    expect(rows.length).toBeGreaterThan(5_000);
    expect(reasons(losses.skipped)).toMatchObject({ "damaged-gzip": 1 });
  });

  test("a file is read as the format that is asked for", async () => {
    const { conversations: rows, losses } = await importAll(write("x.jsonl", line("a")), {
      format: "sharegpt",
    });
    expect(rows).toEqual([]);
    expect(reasons(losses.skipped)).toEqual({ "not-a-conversation": 1 });
  });
});

test("an abort ends the reading with its reason", async () => {
  const controller = new AbortController();
  const path = write("x.jsonl", Array.from({ length: 20_000 }, (_, i) => line(`${i}`)).join("\n"));
  const chats = importConversations([path], { signal: controller.signal });
  const reading = (async () => {
    for await (const _ of chats.conversations) controller.abort(new Error("enough"));
  })();
  await expect(reading).rejects.toThrow("enough");
});

test("losses are told as they happen, without text", async () => {
  const told: unknown[] = [];
  const path = write("x.jsonl", `${line("1")}\nsecret words\n`);
  await importAll(path, { onLoss: (loss) => told.push(loss) });
  expect(told).toEqual([{ reason: "invalid-json", file: "x.jsonl", line: 2 }]);
});

describe.each([
  ["clinc150", 23_700],
  ["sgd_dialogues", 1_450],
  ["hh_harmless", 2_285],
  ["oasst_trees", 173],
  ["self_instruct_user", 252],
  ["mtbench_questions", 80],
  ["kura_mtbench", 1_000],
  ["wildchat_hard_ru", 1_077],
  ["xsid", 13_200],
  ["presidio_synth", 1_500],
  ["xstest", 446],
  ["tensor_trust_players", 4_134],
])("real data", (name, rows) => {
  const path = findRealFile(`conversations/${name}.jsonl.gz`);
  test.skipIf(path === null)(`every row of ${name} is kept as it is`, async () => {
    const { losses } = await importAll(path ?? "");
    expect(losses).toMatchObject({ read: rows, kept: rows, skipped: [], repaired: [], withoutAccount: 0 });
  });
});
