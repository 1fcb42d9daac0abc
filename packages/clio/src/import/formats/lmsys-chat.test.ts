import { expect, test } from "vitest";
import { importTalks } from "../../testing/import-talks.ts";

const moderation = (flagged: boolean): object => ({
  categories: { harassment: flagged, "self-harm": false },
  category_scores: { harassment: 0.1, "self-harm": 0.2 },
  flagged,
});

const chat = (fields: object = {}): object => ({
  conversation_id: "33f01939a744455c869cb234afca47f1",
  model: "wizardlm-13b",
  conversation: [
    { content: "how can identity protection services help", role: "user" },
    { content: "They can help in several ways.", role: "assistant" },
  ],
  turn: 1,
  language: "English",
  openai_moderation: [moderation(false), moderation(false)],
  redacted: false,
  ...fields,
});

test("a chat of LMSYS-Chat-1M keeps id, model, language and whether it was flagged or redacted", async () => {
  const { conversations, formats, losses } = await importTalks([chat()]);
  expect(formats).toEqual(["lmsys-chat"]);
  expect(conversations).toEqual([
    {
      id: "33f01939a744455c869cb234afca47f1",
      account: null,
      createdAt: null,
      language: "en",
      model: "wizardlm-13b",
      messages: [
        { role: "user", content: "how can identity protection services help" },
        { role: "assistant", content: "They can help in several ways." },
      ],
      labels: { redacted: false, flagged: false },
    },
  ]);
  expect(losses).toEqual({});
});

test("one flagged message flags a chat, and the word unknown is no language", async () => {
  const { conversations, losses } = await importTalks([
    chat({
      conversation_id: "a",
      language: "unknown",
      openai_moderation: [moderation(false), moderation(true)],
    }),
    chat({ conversation_id: "b", language: "Klingonese", openai_moderation: undefined, redacted: true }),
  ]);
  expect(conversations.map(({ language, labels }) => [language, labels])).toEqual([
    [null, { redacted: false, flagged: true }],
    [null, { redacted: true }],
  ]);
  expect(losses).toEqual({ "unknown-language": 1 });
});

test("of a battle the side that won is read, of ties the first; the judge is the account", async () => {
  const side = (text: string): object[] => [
    { content: "Which is better?", role: "user" },
    { content: text, role: "assistant" },
  ];
  const battle = (id: string, winner: string): object => ({
    question_id: id,
    model_a: "alpaca-13b",
    model_b: "koala-13b",
    winner,
    judge: "arena_user_973",
    conversation_a: side("a"),
    conversation_b: side("b"),
    turn: 1,
    anony: true,
    language: "Norwegian Bokmål",
    tstamp: 1682351591.1322,
    openai_moderation: moderation(true),
    toxic_chat_tag: { "roberta-large": { flagged: false, probability: 0.01 } },
  });
  const { conversations, talks, losses, formats } = await importTalks([
    battle("1", "model_b"),
    battle("2", "tie (bothbad)"),
  ]);
  expect(formats).toEqual(["lmsys-chat"]);
  expect(talks).toEqual([
    ["user: Which is better?", "assistant: b"],
    ["user: Which is better?", "assistant: a"],
  ]);
  expect(conversations[0]).toMatchObject({
    id: "1",
    account: "arena_user_973",
    model: "koala-13b",
    language: "nb",
    createdAt: "2023-04-24T15:53:11.132Z",
    labels: { winner: "model_b", flagged: true },
  });
  expect(losses).toEqual({ "other-answer-left-out": 2 });
});

test("the later sets of battles name the judge by a hash and write content as parts", async () => {
  const content = [{ type: "text", text: "Hallo", image: null, mimeType: null }];
  const { conversations } = await importTalks([
    {
      id: "x",
      model_a: "m1",
      model_b: "m2",
      winner: "model_a",
      judge_hash: "ab12",
      conversation_a: [{ role: "user", content }],
      conversation_b: [],
      language: "de",
      timestamp: "2025-04-05 11:53:21.112000",
    },
  ]);
  expect(conversations[0]).toMatchObject({
    id: "x",
    account: "ab12",
    model: "m1",
    language: "de",
    createdAt: "2025-04-05T11:53:21.112Z",
    messages: [{ role: "user", content: "Hallo" }],
  });
});
