import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Conversation, Message, Role } from "../conversation.ts";
import { extractLexicalFacets } from "./extract-lexical-facets.ts";

function conversation(...messages: readonly Message[]): Conversation {
  return { id: "c1", account: null, createdAt: null, language: null, model: null, messages, labels: {} };
}

test("reads all facets off a conversation", () => {
  const outcome = extractLexicalFacets(
    conversation(
      { role: "system", content: "Be brief." },
      {
        role: "user",
        content:
          "Hello! Could you please write a short email to my landlord? My name is Ada Lovelace, mail ada@example.org.",
      },
      { role: "assistant", content: "Dear landlord, ..." },
      { role: "user", content: "Thanks, Ada likes it." },
    ),
  );
  expect(outcome).toEqual({
    ok: true,
    value: {
      requests: [
        {
          request: "write a short email to my landlord. My name is [NAME], mail [EMAIL]. [NAME] likes it",
          task: "write a short email to my landlord",
          weight: 1,
        },
      ],
      languages: ["English"],
      concern: 1,
      turns: 2,
      length: 154,
    },
  });
});

test("fails only where the user said nothing", () => {
  expect(extractLexicalFacets(conversation({ role: "assistant", content: "Hello" }))).toEqual({
    ok: false,
    reason: "no-user-text",
  });
  expect(extractLexicalFacets(conversation({ role: "user", content: " \n\u200b" }))).toEqual({
    ok: false,
    reason: "no-user-text",
  });
  expect(extractLexicalFacets(conversation({ role: "user", content: "?" })).ok).toBe(true);
});

test("never throws, and gives bounded, non-empty summaries for any text", () => {
  const role = fc.constantFrom<Role>("user", "assistant", "system", "tool");
  const content = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.lorem({ mode: "sentences", maxCount: 12 }),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ role, content }), { minLength: 1, maxLength: 6 }), (messages) => {
      const outcome = extractLexicalFacets(conversation(...messages));
      const spoken = messages.some(
        (message) => message.role === "user" && /[^\s\p{C}]/u.test(message.content),
      );
      expect(outcome.ok).toBe(spoken);
      if (!outcome.ok) return;
      const [first] = outcome.value.requests;
      expect(first?.request.length).toBeGreaterThan(0);
      expect(first?.request.length).toBeLessThanOrEqual(280);
      expect(first?.task.length).toBeGreaterThan(0);
    }),
  );
});

test.each(["a", "1 ", "Mr. A", "a@", "(1) ", "- a\n", "I want to ", "```", "。", "\ud800"])(
  "a message of half a million times %j is no problem",
  (piece) => {
    const content = piece.repeat(Math.ceil(500_000 / piece.length));
    expect(extractLexicalFacets(conversation({ role: "user", content })).ok).toBe(piece !== "\ud800");
  },
);
