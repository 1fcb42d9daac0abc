import fc from "fast-check";
import { expect, test } from "vitest";
import { readTokens } from "./read-tokens.ts";

const wordsOf = (text: string): string[] => readTokens(text).map(({ word }) => word);

test.each([
  ["Book a flight", ["book", "a", "flight"]],
  ["the user's data, don't", ["the", "user", "data", "don"]],
  ["4,270 or 12:30 or 3.5", ["4270", "or", "1230", "or", "35"]],
  ["٤٢٧ and ४२७ and ４２７", ["427", "and", "427", "and", "427"]],
  ["l-u-p-u-s e-mail L.U.P.U.S.", ["lupus", "email", "lupus"]],
  ["l u p", ["l", "u", "p"]],
  ["كِتَاب كتاب كتـاب", ["كتاب", "كتاب", "كتاب"]],
  ["שָׁלוֹם שלום", ["שלום", "שלום"]],
  ["हिन्दी में", ["हिन्दी", "में"]],
  ["pass\u200Bword ｐａｓｓ", ["password", "pass"]],
  ["四二七号", ["四二七", "号"]],
  ["東京の天気", ["東京", "の", "天気"]],
])("%s is cut into its words", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test("Thai is cut though it has no spaces", () => {
  expect(wordsOf("สวัสดีครับ").length).toBeGreaterThan(1);
});

test("a token knows whether one reads across what stands before it", () => {
  expect(readTokens("Set alarms, a timer. Check “mail”").map(({ before }) => before)).toEqual([
    "end",
    "space",
    "pause",
    "space",
    "end",
    "space",
  ]);
});

test("every letter and digit of a text is in a token, but for endings after an apostrophe", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const bare = text.replace(/['’]/gu, " ").normalize("NFKC");
      const hasWord = /[\p{L}\p{N}]/u.test(bare.replace(/\p{Default_Ignorable_Code_Point}|\u0640/gu, ""));
      expect(readTokens(bare).length > 0).toBe(
        hasWord || /\p{M}/u.test(bare) ? readTokens(bare).length > 0 : false,
      );
      const letters = (bare.match(/[a-z]/giu) ?? []).join("").toLowerCase();
      expect(
        readTokens(bare)
          .map(({ word }) => word)
          .join("")
          .match(/[a-z]/gu)
          ?.join("") ?? "",
      ).toBe(letters.replace(/[^a-z]/gu, ""));
    }),
  );
});
