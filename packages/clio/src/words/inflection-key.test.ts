import fc from "fast-check";
import { expect, test } from "vitest";
import { toInflectionKeys } from "./inflection-key.ts";

const sameTerm = (...words: string[]) => expect(new Set(words.flatMap(toInflectionKeys)).size).toBe(1);

test("inflections of a word are one term", () => {
  sameTerm("alarm", "alarms", "Alarm");
  sameTerm("plan", "plans", "planned", "planning");
  sameTerm("bake", "bakes", "baked", "baking");
  sameTerm("query", "queries");
  sameTerm("watch", "watches", "watched", "watching");
});

test("different words are different terms", () => {
  const words = ["alarm", "bus", "business", "card", "care", "sing", "red", "process", "flight", "fly"];
  expect(new Set(words.flatMap(toInflectionKeys)).size).toBe(words.length);
});

test("invisible and compatibility characters hide nothing", () => {
  sameTerm("pass\u200Bword", "ｐａｓｓｗｏｒｄ", "password");
  expect(toInflectionKeys("n\u00ADa\u2060me_42")).toEqual(["nam", "42"]);
});

test("scripts without spaces are cut at word boundaries", () => {
  expect(toInflectionKeys("東京の天気").length).toBeGreaterThan(1);
});

test("every letter and digit is in a term", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const hasWord = /[\p{L}\p{N}]/u.test(
        text.normalize("NFKC").replace(/[\u115F\u1160\u3164\uFFA0]/gu, ""),
      );
      expect(toInflectionKeys(text).length > 0 || !hasWord).toBe(true);
    }),
  );
});
