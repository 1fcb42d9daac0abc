import { readFileSync } from "node:fs";
import { parseJson } from "@observatory/core";
import { array, assert, constantFrom, integer, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createTokenizer, loadVocabulary, unknownToken } from "./tokenizer.ts";

const goldenFile = new URL("../../fixtures/use-lite-golden.json", import.meta.url);
const golden = parseJson(readFileSync(goldenFile, "utf8"));
const cases = z
  .array(z.object({ text: z.string(), tokens: z.array(z.number()) }))
  .parse(golden.ok ? golden.value : undefined);

describe("the tokenizer of the Universal Sentence Encoder Lite", () => {
  const vocabulary = loadVocabulary();
  const tokenizer = createTokenizer(vocabulary);

  test.each(cases)("gives the tokens of the original for $text", ({ text, tokens }) => {
    expect([...tokenizer.encode(text)]).toEqual(tokens);
  });

  test("gives the pieces back in order where all of a text is known", () => {
    const letters = string({ unit: constantFrom(...Array.from("abcdefgh XYZ,.:'019")) });
    assert(
      property(letters, (text) => {
        const pieces = [...tokenizer.encode(text)].map((token) => vocabulary[token]?.[0] ?? "");
        expect(pieces.join("").replaceAll("\u2581", " ")).toBe(text === "" ? "" : ` ${text}`);
      }),
    );
  });

  test("never repeats the unknown token, whatever the text", () => {
    const symbols = array(integer({ min: 0, max: 0x10ffff }), { maxLength: 40 });
    assert(
      property(symbols, (codePoints) => {
        const tokens = [...tokenizer.encode(String.fromCodePoint(...codePoints))];
        expect(tokens.some((token, i) => token === unknownToken && tokens[i + 1] === unknownToken)).toBe(
          false,
        );
      }),
    );
  });

  test("takes the segmentation of highest probability and the shorter last piece on a tie", () => {
    const reserved = Array.from({ length: 6 }, (_, i) => [`reserved ${i}`, 0] as const);
    const pieces = [
      ["\u2581", -1],
      ["a", -1],
      ["b", -1],
      ["ab", -3],
      ["\u2581ab", -3],
      ["\u2581a", -2],
    ] as const;
    const small = createTokenizer([...reserved, ...pieces]);
    // _ a b, _a b and _ab all have -3 or more; _ + a + b = -3, _a + b = -3, _ + ab = -4, _ab = -3.
    expect([...small.encode("ab")]).toEqual([6, 7, 8]);
    expect([...small.encode("a?!b")]).toEqual([6, 7, unknownToken, 8]);
  });
});
