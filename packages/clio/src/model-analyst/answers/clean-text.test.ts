import * as fc from "fast-check";
import { expect, test } from "vitest";
import { publishName } from "../../privacy/door.ts";
import { cleanSummary } from "./clean-summary.ts";
import { cleanText } from "./clean-text.ts";
import { readName, readSentences } from "./read-name.ts";

const clean = (text: string): string => cleanSummary(text, { longest: 280, names: [] });

test.each([
  ["to plan a trip", "plan a trip"],
  ["To plan a trip.", "plan a trip"],
  ["The user wants to plan a trip", "plan a trip"],
  ["The user's overall request is to plan a trip", "plan a trip"],
  ["User would like to plan a trip", "plan a trip"],
  ["The user is new to programming", "The user is new to programming"],
  ["tomorrow's weather", "tomorrow's weather"],
  ["to plan\n\n- a <b>trip</b> with `code` and **stars**", "plan - a trip with code and stars"],
  ["to compare a < b with c > d", "compare a b with c d"],
  ["to use R&amp;D, &lt;script&gt;alert(1)&lt;/script&gt;", "use R&D, alert(1)"],
  ["to write to zofia@example.org", "write to [EMAIL]"],
  ["to", ""],
  ["...", ""],
])("the summary %j becomes %j", (text, summary) => {
  expect(clean(text)).toBe(summary);
});

test("a cleaned text has no markup, no line breaks, nothing invisible, and keeps its bound", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom("<", ">", "b", "/", "&lt;", "&gt;", "\u202E", "\n", " ", "`"),
      maxLength: 60,
    }),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 10, max: 100 }), (text, most) => {
      const cleaned = cleanText(text, most);
      expect(cleaned.length).toBeLessThanOrEqual(most);
      expect(cleaned).not.toMatch(/[<>`\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(cleaned.trim()).toBe(cleaned);
    }),
  );
});

test("what is read as a name or a description is fit for the door, but for the support of its words", () => {
  const anything = { refusals: () => [] };
  const words = fc.array(
    fc.oneof(fc.string({ unit: "grapheme", maxLength: 8 }), fc.constantFrom("write", "a.", "Ü", "🇸🇪")),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(words, (parts) => {
      const name = readName(parts.join(" "));
      const description = readSentences(parts.join(" ")).join(" ");
      if (!name.fits || description === "") return;
      expect(
        publishName([{ name: name.value, description }], anything, { hasPersonalData: () => false }),
      ).not.toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["Write a letter to [NAME]"],
  ["Write ${code}"],
  ["Write a fucking letter"],
  ["Write to zofia@example.org"],
  ["One two three four five six seven eight nine ten eleven"],
  ["..."],
])("%j is no name", (text) => {
  expect(readName(text)).toMatchObject({ fits: false, reason: "schema" });
});

test("a description has two sentences at most, and none with personal data", () => {
  const text =
    "Users asked for letters. One was zofia@example.org. Others asked for poems. Some asked for songs.";
  expect(readSentences(text)).toEqual(["Users asked for letters.", "Others asked for poems."]);
});
