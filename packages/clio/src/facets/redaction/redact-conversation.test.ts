import { expect, test } from "vitest";
import type { Conversation } from "../../conversation.ts";
import { redactConversation } from "./redact-conversation.ts";

const conversation: Conversation = {
  id: "c1",
  account: "a1",
  createdAt: null,
  language: "en",
  model: null,
  labels: { plan: "free" },
  messages: [
    { role: "system", content: "The user is ada@example.org." },
    { role: "user", content: "My name is Zorlan Quexby. Order a cake." },
    { role: "assistant", content: "Of course, Zorlan! Where to?" },
    { role: "user", content: "To 12 Long Acre Road, Leeds" },
  ],
};

test("every message is redacted, whoever wrote it, and a name told once is gone from all", () => {
  expect(redactConversation(conversation).messages).toEqual([
    { role: "system", content: "The user is [EMAIL]." },
    { role: "user", content: "My name is [NAME]. Order a cake." },
    { role: "assistant", content: "Of course, [NAME]! Where to?" },
    { role: "user", content: "To [ADDRESS]" },
  ]);
});

test("nothing else changes, and what is redacted stays as it is", () => {
  const redacted = redactConversation(conversation);
  expect(redacted).toEqual({ ...conversation, messages: redacted.messages });
  expect(redactConversation(redacted)).toEqual(redacted);
});
