import { expect, test } from "vitest";
import { readDictionary } from "./read-dictionary.ts";
import { createWordClasses } from "./word-classes.ts";

const affixes = `SET UTF-8
PFX U Y 1
PFX U 0 un .
SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
SFX D Y 2
SFX D 0 d e
SFX D 0 ed [^e]
SFX R Y 1
SFX R 0 er .
SFX Z Y 1
SFX Z 0 ers .
`;
const words = `7
lock/USDRZ
reply/S
bake/D
new/S
news
Ada/S
HIV
`;
const dictionary = readDictionary(affixes, words, { inflections: new Set(["S", "D"]) });

test.each([
  ["locks", "lock"],
  ["locked", "lock"],
  ["locker", "locker"],
  ["lockers", "locker"],
  ["unlocked", "unlock"],
  ["replies", "reply"],
  ["baked", "bake"],
  ["news", "news"],
  ["hiv", "hiv"],
])("%s has the base %s", (word, base) => {
  expect(dictionary.baseOf(word)).toBe(base);
});

test.each(["replys", "bakeed", "unreply", "ada", "adas", "lockest", ""])(
  "%j is not in the dictionary",
  (word) => {
    expect(dictionary.baseOf(word)).toBeNull();
  },
);

const classes = createWordClasses({ terms: new Set(["frobnitz"]) });
const classOf = (word: string): string => classes.classify({ word, kind: "word" }).class;

test.each([
  ["public", "about with users asked"],
  ["known", "alarms colour organised headaches nephritis germany python тексты погода 天气 東京 frobnitz"],
  ["unknown", "zweibrücken lovelace qwzrt dl123 svegliarsi アラーム สวัสดี weckuhr"],
])("%s words are: %s", (wordClass, list) => {
  expect(list.split(" ").map((word) => [word, classOf(word)])).toEqual(
    list.split(" ").map((word) => [word, wordClass]),
  );
});

test("inflections of a word have one key, and words that only look alike have not", () => {
  const keyOf = (word: string): string => classes.classify({ word, kind: "word" }).key;
  expect(new Set(["plan", "plans", "planned", "planning"].map(keyOf)).size).toBe(1);
  expect(new Set(["погода", "погоды", "погоде", "погоду"].map(keyOf)).size).toBe(1);
  expect(new Set(["plan", "plane", "new", "news", "care", "car"].map(keyOf)).size).toBe(6);
});
