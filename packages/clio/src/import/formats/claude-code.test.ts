import * as fc from "fast-check";
import { expect, test } from "vitest";
import { importRecords, type ImportedRecords } from "../../testing/import-records.ts";
import { claudeCodeFormat } from "./claude-code.ts";

let second = 0;
const line = (uuid: string, parentUuid: string | null, type: string, extra: object = {}): object => ({
  parentUuid,
  isSidechain: false,
  userType: "external",
  cwd: "/home/ann/secret-project",
  sessionId: "s1",
  version: "2.1.12",
  gitBranch: "secret-branch",
  type,
  uuid,
  timestamp: new Date(Date.UTC(2026, 0, 1) + 1000 * second++).toISOString(),
  ...extra,
});
const user = (
  uuid: string,
  parent: string | null,
  content: unknown = `text of ${uuid}`,
  extra: object = {},
): object => line(uuid, parent, "user", { message: { role: "user", content }, ...extra });
const assistant = (uuid: string, parent: string | null, block: object, id = `msg_${uuid}`): object =>
  line(uuid, parent, "assistant", {
    message: { id, type: "message", role: "assistant", model: "claude-opus-4-5-20251101", content: [block] },
    requestId: "req",
  });
const text = (uuid: string): object => ({ type: "text", text: `text of ${uuid}` });
const call = (id: string): object => ({ type: "tool_use", id, name: "Read", input: { file_path: "x" } });
const answerOf = (id: string): object[] => [
  { type: "tool_result", tool_use_id: id, content: `result of ${id}` },
];

const said = ({ conversations }: ImportedRecords): string[] =>
  conversations.flatMap(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`));

test("a session is a conversation with its time and model, and nothing of where it was held", async () => {
  const read = await importRecords([
    { type: "summary", summary: "A title", leafUuid: "2" },
    {
      type: "file-history-snapshot",
      messageId: "1",
      snapshot: { trackedFileBackups: {} },
      isSnapshotUpdate: false,
    },
    { type: "mode", mode: "default", sessionId: "s1" },
    user("1", null),
    line("p", "1", "progress", { data: { type: "hook_progress" } }),
    assistant("2", "p", text("2")),
    line("d", "2", "system", { subtype: "turn_duration", durationMs: 5 }),
    user("3", "d"),
    { type: "queue-operation", operation: "enqueue", sessionId: "s1", timestamp: "2026-01-01T00:00:00Z" },
  ]);
  expect(read.conversations).toEqual([
    {
      id: "s1",
      account: null,
      createdAt: "2026-01-01T00:00:00.000Z",
      language: null,
      model: "claude-opus-4-5-20251101",
      messages: [
        { role: "user", content: "text of 1" },
        { role: "assistant", content: "text of 2" },
        { role: "user", content: "text of 3" },
      ],
      labels: {},
    },
  ]);
  expect(JSON.stringify(read)).not.toContain("secret");
  expect(read.losses).toMatchObject({ read: 1, kept: 1, skipped: [], repaired: [] });
  expect(read.losses.files[0]?.format).toBe("claude-code");
});

test("an answer in several lines is one, calls at once are no branches, results are the tool's", async () => {
  const read = await importRecords([
    user("1", null),
    assistant("2", "1", { type: "thinking", thinking: "secret", signature: "x" }, "m"),
    assistant("3", "2", text("3"), "m"),
    assistant("4", "3", call("t1"), "m"),
    assistant("5", "4", call("t2"), "m"),
    user("6", "4", answerOf("t1"), { toolUseResult: { stdout: "result of t1" } }),
    user("7", "5", answerOf("t2")),
    assistant("8", "7", text("8")),
  ]);
  const reading = '[tool call: Read] {"file_path":"x"}';
  expect(said(read)).toEqual([
    "user: text of 1",
    `assistant: text of 3\n${reading}`,
    "tool: result of t1",
    "tool: result of t2",
    "assistant: text of 8",
  ]);
  expect(read.repaired).toEqual({ "hidden-parts-dropped": 1 });
});

test("what was taken back and what subagents were told is left out", async () => {
  const read = await importRecords({
    "s1.jsonl": [
      user("1", null),
      assistant("2", "1", text("2")),
      user("3", "2"),
      assistant("4", "3", text("4")),
      user("5", "2"),
      assistant("6", "5", text("6")),
    ],
    "s1/subagents/agent-a.jsonl": [user("7", null, "a task", { isSidechain: true, agentId: "a" })],
  });
  expect(said(read)).toEqual([
    "user: text of 1",
    "assistant: text of 2",
    "user: text of 5",
    "assistant: text of 6",
  ]);
  expect(read.repaired).toEqual({ "branches-dropped": 1 });
  expect(read.losses.read).toBe(1);
});

test("what the program wrote is not the user's", async () => {
  const read = await importRecords([
    user("1", null, "Caveat: ...", { isMeta: true }),
    user(
      "2",
      "1",
      "<command-name>/clear</command-name>\n<command-message>clear</command-message>\n<command-args></command-args>",
    ),
    user("3", "2", "<local-command-stdout>\u001B[2mCleared\u001B[22m</local-command-stdout>"),
    user(
      "4",
      "3",
      "<command-message>review</command-message>\n<command-name>/review</command-name>\n<command-args>the parser</command-args>",
    ),
    user("5", "4", [
      { type: "text", text: "<ide_opened_file>secret</ide_opened_file>" },
      { type: "text", text: "fix it<system-reminder>\nsecret\n</system-reminder>" },
    ]),
    assistant("6", "5", text("6")),
    user("7", "6", [{ type: "text", text: "[Request interrupted by user for tool use]" }]),
    line("8", "7", "assistant", {
      isApiErrorMessage: true,
      message: {
        id: "e",
        model: "<synthetic>",
        role: "assistant",
        content: [{ type: "text", text: "API Error" }],
      },
    }),
    user("9", "8", "what does <system-reminder> mean?"),
  ]);
  expect(said(read)).toEqual([
    "user: /review the parser",
    "user: fix it",
    "assistant: text of 6",
    "user: what does <system-reminder> mean?",
  ]);
  expect(read.repaired).toEqual({ "hidden-parts-dropped": 1 });
});

test("a compacted session goes on, without the summary", async () => {
  const read = await importRecords([
    user("1", null),
    assistant("2", "1", text("2")),
    line("b", null, "system", {
      subtype: "compact_boundary",
      logicalParentUuid: "2",
      content: "Conversation compacted",
    }),
    user("s", "b", "This session is being continued from ...", {
      isCompactSummary: true,
      isVisibleInTranscriptOnly: true,
    }),
    assistant("3", "s", text("3")),
  ]);
  expect(said(read)).toEqual(["user: text of 1", "assistant: text of 2", "assistant: text of 3"]);
  expect(read.repaired).toEqual({ "hidden-parts-dropped": 1 });
});

test("what was typed while the assistant worked is the user's", async () => {
  const queued = (uuid: string, parent: string, attachment: object): object =>
    line(uuid, parent, "attachment", { attachment: { type: "queued_command", ...attachment } });
  const read = await importRecords([
    user("1", null),
    queued("2", "1", { commandMode: "prompt", prompt: "stop that", origin: { kind: "human" } }),
    queued("3", "2", { commandMode: "task-notification", prompt: "done" }),
    queued("4", "3", { commandMode: "prompt", prompt: "from a peer", origin: { kind: "peer" } }),
    assistant("5", "4", text("5")),
  ]);
  expect(said(read)).toEqual(["user: text of 1", "user: stop that", "assistant: text of 5"]);
});

test("lines that a resumed session or a fork repeats count once", async () => {
  const lines = [user("1", null), assistant("2", "1", text("2"))];
  const again = [...lines, user("3", "2")];
  const fork = lines.map((entry) => ({
    ...entry,
    sessionId: "s2",
    forkedFrom: { sessionId: "s1", messageUuid: "uuid" in entry ? entry.uuid : "" },
  }));
  const read = await importRecords({
    "a.jsonl": lines,
    "b.jsonl": again,
    "c.jsonl": [...fork, user("4", "2", "a new way", { sessionId: "s2" })],
  });
  expect(read.conversations.map(({ id }) => id)).toEqual(["s1", "s2"]);
  expect(said(read)).toEqual([
    "user: text of 1",
    "assistant: text of 2",
    "user: text of 3",
    "user: a new way",
  ]);
  expect(read.losses).toMatchObject({ read: 2, kept: 2, skipped: [], repaired: [] });
});

test("parents that are missing or lead in a circle cost no message", async () => {
  const missing = await importRecords([user("1", null), assistant("2", "gone", text("2"))]);
  expect(said(missing)).toEqual(["user: text of 1", "assistant: text of 2"]);
  expect(missing.repaired).toEqual({ "broken-thread": 1 });
  const circle = await importRecords([user("1", "2"), assistant("2", "1", text("2"))]);
  expect(said(circle)).toEqual(["user: text of 1", "assistant: text of 2"]);
  expect(circle.repaired).toEqual({ "broken-thread": 1 });
});

test("the other files of the directory are no damage", async () => {
  const { conversations, skipped } = await importRecords({
    "history.jsonl": [{ display: "x", pastedContents: {}, timestamp: 1, project: "/home/ann" }],
    "s1.jsonl": [user("1", null)],
    "sessions-index.jsonl": [{ version: 1, entries: [{ sessionId: "s1", firstPrompt: "x" }] }],
  });
  expect(conversations.length).toBe(1);
  expect(skipped).toEqual({ "companion-file": 2 });
});

test("any lines become turns, each at most once", () => {
  const id = fc.nat(9).map(String);
  const entry = fc.record(
    {
      uuid: id,
      parentUuid: fc.option(id),
      type: fc.constantFrom("user", "assistant", "system", "attachment"),
      isSidechain: fc.boolean(),
      isMeta: fc.boolean(),
      timestamp: fc.constantFrom("2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "soon"),
      content: fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom(answerOf("t"), [call("t")])),
    },
    { requiredKeys: ["type"] },
  );
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
      const parts = entries.flatMap(({ content, ...rest }, place) => {
        const message = { id: `${place % 3}`, content: content ?? `text ${place}` };
        const reading = claudeCodeFormat.parseParts({ sessionId: "s", message, ...rest });
        return reading.ok ? reading.value : [];
      });
      const reading = claudeCodeFormat.assemble(structuredClone(parts), () => {});
      const plain = reading.value.messages.flatMap(({ content }) =>
        typeof content === "string" && /^text \d+$/u.test(content) ? [content] : [],
      );
      expect(new Set(plain).size).toBe(plain.length);
    }),
  );
});
