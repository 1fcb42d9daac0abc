import * as fc from "fast-check";
import { expect, test } from "vitest";
import { importRecords, type ImportedRecords } from "../../testing/import-records.ts";
import { claudeAiFormat } from "./claude-ai.ts";

const root = "00000000-0000-4000-8000-000000000000";

const message = (uuid: string, parent: string | undefined, sender: string, extra: object = {}): object => ({
  uuid,
  text: `text of ${uuid}`,
  content: [
    { start_timestamp: null, stop_timestamp: null, type: "text", text: `text of ${uuid}`, citations: [] },
  ],
  sender,
  created_at: `2025-03-01T10:00:${uuid.padStart(2, "0")}.123456Z`,
  updated_at: "2025-03-01T11:00:00.000000Z",
  attachments: [],
  files: [],
  ...(parent === undefined ? {} : { parent_message_uuid: parent }),
  ...extra,
});
const conversation = (chat_messages: readonly unknown[], extra: object = {}): object => ({
  uuid: "c1",
  name: "A secret name",
  summary: "",
  created_at: "2025-03-01T09:59:59.000000Z",
  updated_at: "2025-03-01T11:00:00.000000Z",
  account: { uuid: "account-1" },
  chat_messages,
  ...extra,
});
const read = (chat_messages: readonly unknown[], extra?: object): Promise<ImportedRecords> =>
  importRecords({ "conversations.json": [conversation(chat_messages, extra)] });
const said = ({ conversations }: ImportedRecords): string[] =>
  conversations.flatMap(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`));

test("a conversation of the export is read with its account and time, without its name", async () => {
  const { conversations, repaired } = await read([
    message("1", root, "human"),
    message("2", "1", "assistant"),
  ]);
  expect(conversations).toEqual([
    {
      id: "c1",
      account: "account-1",
      createdAt: "2025-03-01T09:59:59.000Z",
      language: null,
      model: null,
      messages: [
        { role: "user", content: "text of 1" },
        { role: "assistant", content: "text of 2" },
      ],
      labels: {},
    },
  ]);
  expect(repaired).toEqual({});
});

test("of edits and answers made again the newest branch is kept, or the one that the page shows", async () => {
  const messages = [
    message("1", root, "human"),
    message("2", "1", "assistant"),
    message("3", "2", "human"),
    message("4", "1", "assistant"),
    message("5", "4", "human"),
  ];
  const newest = await read(messages);
  expect(said(newest)).toEqual(["user: text of 1", "assistant: text of 4", "user: text of 5"]);
  expect(newest.repaired).toEqual({ "branches-dropped": 1 });
  const shown = await read(messages, { current_leaf_message_uuid: "3" });
  expect(said(shown)).toEqual(["user: text of 1", "assistant: text of 2", "user: text of 3"]);
});

test("an edited first message is a branch as well", async () => {
  const edited = await read([
    message("1", root, "human"),
    message("2", "1", "assistant"),
    message("3", root, "human"),
    message("4", "3", "assistant"),
  ]);
  expect(said(edited)).toEqual(["user: text of 3", "assistant: text of 4"]);
});

test("older exports have no parents, and all is kept as it stands", async () => {
  const { created_at: _, ...timeless } = message("3", undefined, "human") as { created_at?: string };
  const old = await read([message("9", undefined, "human"), timeless, message("1", undefined, "assistant")]);
  expect(said(old)).toEqual(["user: text of 9", "user: text of 3", "assistant: text of 1"]);
  expect(old.repaired).toEqual({});
});

test("parents that are missing or lead in a circle cost no message", async () => {
  const missing = await read([message("1", root, "human"), message("2", "gone", "assistant")]);
  expect(said(missing)).toEqual(["user: text of 1", "assistant: text of 2"]);
  expect(missing.repaired).toEqual({ "broken-thread": 1 });
  const circle = await read([
    message("1", "3", "human"),
    message("2", "1", "assistant"),
    message("3", "2", "human"),
  ]);
  expect(said(circle)).toEqual(["user: text of 1", "assistant: text of 2", "user: text of 3"]);
  expect(circle.repaired).toEqual({ "broken-thread": 1 });
});

test("text stands in blocks alone, or beside them alone", async () => {
  const placeholder = "This block is not supported on your current device yet.";
  const either = await read([
    message("1", root, "human", { text: "", content: [{ type: "text", text: "in a block" }] }),
    message("2", "1", "assistant", { text: "beside", content: [] }),
    message("3", "2", "human", { text: "no blocks at all", content: undefined }),
    message("4", "3", "assistant", {
      text: placeholder,
      content: [
        { type: "text", text: "I look it up." },
        { type: "tool_use", name: "web_search", input: { query: "weather" } },
        { type: "tool_result", name: "web_search", content: [{ type: "text", text: "sunny", uuid: "u" }] },
        { type: "token_budget" },
        { type: "text", text: "It is sunny." },
      ],
    }),
    message("5", "4", "human", {
      text: "",
      content: [{ type: "voice_note", title: "Note", text: "spoken words" }],
    }),
  ]);
  expect(said(either)).toEqual([
    "user: in a block",
    "assistant: beside",
    "user: no blocks at all",
    'assistant: I look it up.\n[tool call: web_search] {"query":"weather"}',
    "tool: sunny",
    "assistant: It is sunny.",
    "user: spoken words",
  ]);
  expect(either.repaired).toEqual({});
});

test("reasoning is not what the assistant said", async () => {
  const thought = await read([
    message("1", root, "human"),
    message("2", "1", "assistant", {
      content: [
        { type: "thinking", thinking: "a secret thought", summaries: [] },
        { type: "text", text: "an answer" },
      ],
    }),
    message("3", "2", "assistant", { text: "", content: [{ type: "thinking", thinking: "more" }] }),
  ]);
  expect(said(thought)).toEqual(["user: text of 1", "assistant: an answer"]);
  expect(thought.repaired).toEqual({ "hidden-parts-dropped": 1 });
});

test("long pastes are in attachments; files without text are marked once", async () => {
  const attached = await read([
    message("1", root, "human", {
      text: "",
      content: [{ type: "text", text: "" }],
      attachments: [
        { file_name: "paste.txt", file_size: 9, file_type: "txt", extracted_content: "a long paste" },
      ],
    }),
    message("2", "1", "assistant"),
    message("3", "2", "human", {
      attachments: [{ file_name: "a.bin", extracted_content: "" }],
      files: [{ file_name: "a.bin" }, { file_name: "photo.JPG" }, { file_uuid: "f", file_kind: "document" }],
    }),
  ]);
  expect(said(attached)).toEqual([
    "user: a long paste",
    "assistant: text of 2",
    "user: text of 3\n[file]\n[image]\n[file]",
  ]);
  expect(attached.repaired).toEqual({ "attachment-marked": 1 });
});

test("the other files of the export are no damage, even where the format is named", async () => {
  const files = {
    "conversations.json": [conversation([message("1", root, "human")])],
    "memories.json": [{ conversations_memory: "x", project_memories: {}, account_uuid: "account-1" }],
    "projects.json": [
      { uuid: "p", name: "P", description: "", is_private: true, prompt_template: "", docs: [], creator: {} },
    ],
    "users.json": [
      { uuid: "account-1", full_name: "Ann", email_address: "ann@example.com", verified_phone_number: null },
    ],
  };
  for (const options of [{}, { format: "claude-ai" as const }]) {
    const { conversations, skipped, losses } = await importRecords(files, options);
    expect(conversations.length).toBe(1);
    expect(skipped).toEqual({ "companion-file": 3 });
    expect(losses).toMatchObject({ read: 1, kept: 1 });
  }
});

test("any tree becomes messages, each at most once", () => {
  const id = fc.nat(12).map(String);
  const node = fc.record(
    {
      uuid: id,
      parent_message_uuid: fc.oneof(id, fc.constantFrom(root, null)),
      sender: fc.constant("human"),
    },
    { requiredKeys: ["sender"] },
  );
  fc.assert(
    fc.property(fc.array(node, { maxLength: 20 }), (nodes) => {
      const chat_messages = nodes.map((entry, place) => ({ ...entry, text: `${place}` }));
      const reading = claudeAiFormat.parse(conversation(chat_messages), () => {});
      const texts = reading.ok ? reading.value.messages.map(({ content }) => content) : null;
      expect(texts?.length === 0).toBe(nodes.length === 0);
      expect(new Set(texts).size).toBe(texts?.length);
    }),
  );
});
