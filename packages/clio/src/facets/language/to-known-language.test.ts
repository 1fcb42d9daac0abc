import { expect, test } from "vitest";
import { toKnownLanguage } from "./to-known-language.ts";

test.each([
  ["English", "English"],
  ["georgian", "Georgian"],
  ["pt", "Portuguese"],
  ["pt-BR", "Portuguese"],
  ["Brazilian Portuguese", "Portuguese"],
  ["English (UK)", "English"],
  ["Simplified Chinese", "Chinese"],
  ["Mandarin", "Chinese"],
  ["Farsi", "Persian"],
  ["Swiss German", "Swiss German"],
  ["  Spanish language. ", "Spanish"],
])("%j is %s", (text, name) => {
  expect(toKnownLanguage(text)).toBe(name);
});

test.each(["Python", "Elvish", "Slavic", "none", "", "answer to", "Ada Lovelace, 12 Main Street", "unknown"])(
  "%j is no known language",
  (text) => {
    expect(toKnownLanguage(text)).toBeNull();
  },
);
