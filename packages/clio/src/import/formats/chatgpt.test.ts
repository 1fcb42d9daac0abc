import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createZip } from "../../testing/create-zip.ts";
import { importRecords, type ImportedRecords } from "../../testing/import-records.ts";
import { importConversations } from "../import-conversations.ts";
import { chatgptFormat } from "./chatgpt.ts";

interface NodeOptions {
  readonly role?: string;
  readonly content?: unknown;
  readonly message?: object | null;
  readonly children?: readonly string[];
}

const text = (...parts: unknown[]): object => ({ content_type: "text", parts });

let time = 1_700_000_000.5;
function node(id: string, parent: string | null, options: NodeOptions = {}): object {
  const { role = "user", content = text(`text of ${id}`), message = {}, children = [] } = options;
  time += 1;
  const full = {
    id,
    author: { role, name: null, metadata: {} },
    create_time: time,
    update_time: null,
    content,
    status: "finished_successfully",
    end_turn: null,
    weight: 1,
    metadata: role === "assistant" ? { model_slug: "gpt-4o" } : {},
    recipient: "all",
    channel: null,
  };
  return { id, message: message === null ? null : { ...full, ...message }, parent, children };
}

type Mapping = Readonly<Record<string, object>>;

const conversation = (mapping: Mapping, extra: object = {}): object => ({
  title: "A secret title",
  create_time: 1_700_000_000.25,
  update_time: 1_700_000_100.5,
  mapping,
  moderation_results: [],
  current_node: Object.keys(mapping).at(-1),
  conversation_id: "c1",
  default_model_slug: "auto",
  id: "c1",
  ...extra,
});
const read = (mapping: Mapping, extra?: object): Promise<ImportedRecords> =>
  importRecords({ "conversations.json": [conversation(mapping, extra)] });
const said = ({ conversations }: ImportedRecords): string[] =>
  conversations.flatMap(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`));

const start: Mapping = {
  "client-created-root": node("client-created-root", null, { message: null, children: ["s"] }),
  s: node("s", "client-created-root", { role: "system", content: text("") }),
  u: node("u", "s"),
};

test("a conversation of the export is read with its time and the model that answered, without its title", async () => {
  const { conversations, repaired, losses } = await read({
    ...start,
    a: node("a", "u", { role: "assistant" }),
  });
  expect(conversations).toEqual([
    {
      id: "c1",
      account: null,
      createdAt: "2023-11-14T22:13:20.250Z",
      language: null,
      model: "gpt-4o",
      messages: [
        { role: "user", content: "text of u" },
        { role: "assistant", content: "text of a" },
      ],
      labels: {},
    },
  ]);
  expect(repaired).toEqual({});
  expect(losses.withoutAccount).toBe(1);
});

test("the person of user.json beside them is the account of conversations that name none, in a directory or a zip", async () => {
  using directory = createTemporaryDirectory();
  const conversations = JSON.stringify([
    conversation(start),
    conversation(start, { id: "c2", conversation_id: "c2", owner: "team" }),
  ]);
  const user =
    '{"id":"user-AbC","email":"ann@example.com","chatgpt_plus_user":true,"phone_number":"+1 555 0100"}';
  const path = (name: string): string => join(directory.path, name);
  const accountsOf = async (inputs: readonly string[]): Promise<(string | null)[]> => {
    const accounts: (string | null)[] = [];
    for await (const { account } of importConversations(inputs).conversations) accounts.push(account);
    return accounts;
  };
  mkdirSync(path("ann"));
  writeFileSync(path("ann/conversations.json"), conversations);
  writeFileSync(path("ann/user.json"), user);
  expect(await accountsOf([path("ann")])).toEqual(["user-AbC", "team"]);
  // What was not given is not read.
  expect(await accountsOf([path("ann/conversations.json")])).toEqual([null, "team"]);

  const files = [
    { name: "export/conversations.json", content: conversations },
    { name: "export/user.json", content: user },
    { name: "user.json", content: user.replace("AbC", "other") },
  ];
  writeFileSync(path("x.zip"), createZip(files));
  expect(await accountsOf([path("x.zip")])).toEqual(["user-AbC", "team"]);

  for (const other of ["{", "[]", '{"id":7,"email":"x"}', '{"id":"a setting"}', user.padStart(70_000)]) {
    writeFileSync(path("ann/user.json"), other);
    expect(await accountsOf([path("ann")])).toEqual([null, "team"]);
  }
});

test("shards are read as the whole is, and an owner is the account", async () => {
  const { conversations, skipped } = await importRecords({
    "conversations-000.json": [conversation(start, { conversation_id: "c0", owner: "user-1" })],
    "conversations-001.json": [conversation(start, { owner: { user_id: "user-2" } })],
    "message_feedback.json": [
      { id: "f", conversation_id: "c0", user_id: "user-1", rating: "thumbsUp", content: "{}" },
    ],
    "chat.html": ["a page"],
    "shopping.json": [],
    "shared_conversations.json": [{ id: "s", conversation_id: "c0", title: "T", is_anonymous: true }],
    "user.jsonl": [{ id: "user-1", email: "x@example.com", chatgpt_plus_user: false, phone_number: "+1" }],
  });
  expect(conversations.map(({ id, account }) => [id, account])).toEqual([
    ["c0", "user-1"],
    ["c1", "user-2"],
  ]);
  expect(skipped).toEqual({ "companion-file": 5 });
});

test("the branch of the current node is kept; without one, that of the newest leaf", async () => {
  const mapping = {
    ...start,
    old: node("old", "u", { role: "assistant" }),
    new: node("new", "u", { role: "assistant" }),
  };
  const current = await read(mapping, { current_node: "old" });
  expect(said(current)).toEqual(["user: text of u", "assistant: text of old"]);
  expect(current.repaired).toEqual({ "branches-dropped": 1 });
  for (const current_node of [null, undefined, "gone", 7]) {
    expect(said(await read(mapping, { current_node }))).toEqual([
      "user: text of u",
      "assistant: text of new",
    ]);
  }
});

test("parents are found among children where they are missing, and damage does not hang", async () => {
  const listed = await read({
    u: node("u", null, { children: ["a"] }),
    a: { ...node("a", "gone", { role: "assistant" }) },
  });
  expect(said(listed)).toEqual(["user: text of u", "assistant: text of a"]);
  expect(listed.repaired).toEqual({});
  const dangling = await read({ ...start, a: node("a", "gone", { role: "assistant" }), b: node("b", "a") });
  expect(said(dangling)).toEqual(["user: text of u", "assistant: text of a", "user: text of b"]);
  expect(dangling.repaired).toEqual({ "broken-thread": 1 });
  const circle = await read({ a: node("a", "c"), b: node("b", "a"), c: node("c", "b"), d: node("d", "c") });
  expect(said(circle)).toEqual(["user: text of a", "user: text of b", "user: text of c", "user: text of d"]);
  expect(circle.repaired).toEqual({ "broken-thread": 1 });
});

test("what nobody saw is left out and counted", async () => {
  const hidden = await read({
    ...start,
    profile: node("profile", "u", {
      content: { content_type: "user_editable_context", user_profile: "secret", user_instructions: "secret" },
      message: { metadata: { is_visually_hidden_from_conversation: true, is_user_system_message: true } },
    }),
    memory: node("memory", "profile", {
      role: "assistant",
      content: { content_type: "model_editable_context", model_set_context: "secret" },
    }),
    note: node("note", "memory", { role: "system", content: text("secret"), message: { weight: 0 } }),
    thoughts: node("thoughts", "note", {
      role: "assistant",
      content: { content_type: "thoughts", thoughts: [{ summary: "secret", content: "secret" }] },
    }),
    recap: node("recap", "thoughts", {
      role: "assistant",
      content: { content_type: "reasoning_recap", content: "Thought for 4 seconds" },
    }),
    a: node("a", "recap", { role: "assistant" }),
  });
  expect(said(hidden)).toEqual(["user: text of u", "assistant: text of a"]);
  expect(hidden.repaired).toEqual({ "hidden-parts-dropped": 1 });
});

test("calls of tools and what tools answer are theirs", async () => {
  const tools = await read({
    ...start,
    call: node("call", "u", {
      role: "assistant",
      content: { content_type: "code", language: "unknown", text: 'search("weather")' },
      message: { recipient: "browser" },
    }),
    display: node("display", "call", {
      role: "tool",
      content: { content_type: "tether_browsing_display", result: "# results", summary: null },
    }),
    quote: node("quote", "display", {
      role: "tool",
      content: { content_type: "tether_quote", url: "https://x", domain: "x", title: "T", text: "a quote" },
    }),
    run: node("run", "quote", {
      role: "assistant",
      content: { content_type: "code", language: "python", text: "1 + 1" },
      message: { recipient: "python" },
    }),
    output: node("output", "run", { role: "tool", content: { content_type: "execution_output", text: "2" } }),
    shown: node("shown", "output", {
      role: "assistant",
      content: { content_type: "code", language: "python", text: "print(2)" },
    }),
  });
  expect(said(tools)).toEqual([
    "user: text of u",
    'assistant: [tool call: browser] search("weather")',
    "tool: # results",
    "tool: a quote",
    "assistant: [tool call: python] 1 + 1",
    "tool: 2",
    "assistant: print(2)",
  ]);
  expect(tools.repaired).toEqual({});
});

test("images and files are marked once, and spoken words are words", async () => {
  const picture = { content_type: "image_asset_pointer", asset_pointer: "file-service://file-1", width: 1 };
  const spoken = { content_type: "audio_transcription", text: "hello there", direction: "in" };
  const recording = { content_type: "audio_asset_pointer", asset_pointer: "sediment://file-2" };
  const multimodal = (...parts: unknown[]): object => ({ content_type: "multimodal_text", parts });
  const mixed = await read({
    u: node("u", null, {
      content: multimodal(picture, "what is this"),
      message: {
        metadata: {
          attachments: [
            { id: "file-1", name: "a.png", mime_type: "image/png" },
            { id: "file-3", name: "b.pdf", mimeType: "application/pdf" },
          ],
        },
      },
    }),
    v: node("v", "u", { content: multimodal(spoken, recording) }),
    w: node("w", "v", { content: multimodal(recording) }),
    t: node("t", "w", { role: "tool", content: multimodal(picture) }),
  });
  expect(said(mixed)).toEqual([
    "user: [image]\nwhat is this\n[file]",
    "user: hello there",
    "user: [audio]",
    "tool: [image]",
  ]);
  expect(mixed.repaired).toEqual({ "attachment-marked": 1 });
});

test("times may be null, of a conversation and of its messages", async () => {
  const timeless = { ...start, a: node("a", "u", { role: "assistant", message: { create_time: null } }) };
  const { conversations } = await read(timeless, { create_time: null });
  expect(conversations[0]?.createdAt).toMatch(/^2023-11-14T22/);
  const { conversations: none } = await read(
    { u: node("u", null, { message: { create_time: null } }) },
    { create_time: null },
  );
  expect(none[0]?.createdAt).toBeNull();
});

test("any mapping becomes messages, each at most once, or a loss", () => {
  const id = fc.nat(9).map(String);
  const odd = fc.oneof(fc.jsonValue(), id);
  const entry = fc.oneof(
    { weight: 4, arbitrary: fc.record({ parent: fc.option(id), children: fc.array(id, { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ parent: odd, children: odd, message: odd }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: odd },
  );
  fc.assert(
    fc.property(fc.dictionary(id, entry, { maxKeys: 10 }), fc.option(odd), (entries, current_node) => {
      const mapping = Object.fromEntries(
        Object.entries(entries).map(([key, value]) => [
          key,
          typeof value === "object" && value !== null && !Array.isArray(value) && !("message" in value)
            ? { message: { author: { role: "user" }, content: text(key) }, ...value }
            : value,
        ]),
      );
      const reading = chatgptFormat.parse({ mapping, current_node }, () => {});
      const texts = reading.ok ? reading.value.messages.map(({ content }) => JSON.stringify(content)) : [];
      expect(new Set(texts).size).toBe(texts.length);
    }),
  );
});
