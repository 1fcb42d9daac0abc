import { expect, test } from "vitest";
import { importTalks } from "../../testing/import-talks.ts";
import { toInstant } from "../conversion/to-instant.ts";
import { wildchatFormat } from "./wildchat.ts";

const header = { "accept-language": "de-DE,de;q=0.9", "user-agent": "Mozilla/5.0 (X11)" };

const turn = (role: string, content: string | null, fields: object = {}): object => ({
  content,
  country: role === "user" ? "Germany" : null,
  hashed_ip: role === "user" ? "ip-of-message" : null,
  header: role === "user" ? header : null,
  language: "German",
  redacted: false,
  role,
  state: role === "user" ? "Bavaria" : null,
  timestamp: role === "assistant" ? "2023-04-09T00:00:00+00:00" : null,
  toxic: false,
  turn_identifier: 1_000_123,
  ...fields,
});

const row = (fields: object = {}): Record<string, unknown> => ({
  conversation_hash: "cf1267ca6b2f6fccc9c36652a00059a1",
  model: "gpt-4-0314",
  timestamp: "2023-04-09T00:02:53+00:00",
  conversation: [turn("user", "Hallo"), turn("assistant", "Guten Tag")],
  turn: 1,
  language: "German",
  openai_moderation: [{ categories: {}, category_scores: {}, flagged: false }],
  detoxify_moderation: [{ identity_attack: 0.01, toxicity: 0.02 }],
  toxic: false,
  redacted: true,
  state: "Bavaria",
  country: "Germany",
  hashed_ip: "22fd87ba9b98f696",
  header,
  ...fields,
});

test("a row keeps its account, time, model, language, country and flags, and nothing that tells of the device", async () => {
  const { conversations, formats, losses } = await importTalks([row()]);
  expect(formats).toEqual(["wildchat"]);
  expect(conversations).toEqual([
    {
      id: "cf1267ca6b2f6fccc9c36652a00059a1",
      account: "22fd87ba9b98f696",
      createdAt: "2023-04-09T00:02:53.000Z",
      language: "de",
      model: "gpt-4-0314",
      messages: [
        { role: "user", content: "Hallo" },
        { role: "assistant", content: "Guten Tag" },
      ],
      labels: { toxic: false, redacted: true, country: "Germany" },
    },
  ]);
  expect(JSON.stringify(conversations)).not.toMatch(/Mozilla|Bavaria|de-DE|ip-of-message|1000123/u);
  expect(losses).toEqual({});
});

test("the account may stand on the user's messages alone, and the time too", async () => {
  const { conversations } = await importTalks([
    row({ hashed_ip: undefined, country: null, header: undefined, timestamp: null }),
  ]);
  expect(conversations[0]).toMatchObject({
    account: "ip-of-message",
    createdAt: "2023-04-09T00:00:00.000Z",
    labels: { country: "Germany" },
  });
});

test("a hash that comes again is another conversation, unless all of it comes again", async () => {
  const { conversations, losses } = await importTalks([row(), row({ hashed_ip: "other" }), row()]);
  expect(conversations.map(({ id, account }) => [id.slice(32), account])).toEqual([
    ["", "22fd87ba9b98f696"],
    ["#2", "other"],
  ]);
  expect(losses).toEqual({ "duplicate-id": 1, "duplicate-record": 1 });
});

test.each([
  [new Date("2023-04-09T00:02:53Z")],
  [1_680_998_573_000_000n],
  [1_680_998_573_000_000],
  ["2023-04-09 00:02:53"],
])("a time in a table may be %s", (timestamp) => {
  const reading = wildchatFormat.parse(row({ timestamp }));
  expect(toInstant(reading.ok ? reading.value.createdAt : null)).toBe("2023-04-09T00:02:53.000Z");
});

test("a message without content is left out and counted", async () => {
  const { talks, losses } = await importTalks([
    row({ conversation: [turn("user", "Hallo"), turn("assistant", null)] }),
  ]);
  expect(talks).toEqual([["user: Hallo"]]);
  expect(losses).toEqual({ "empty-message": 1 });
});
