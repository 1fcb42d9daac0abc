import fc from "fast-check";
import { expect, test } from "vitest";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import { publishName } from "./door.ts";
import { createSupportCounter, isCommonInRun } from "./support-counter.ts";
import { unknownWordPresets } from "./thresholds.ts";
import { createWordClasses } from "./words/word-classes.ts";

const classes = createWordClasses();

/** What everybody in the cluster says, once an account; the last one has a secret of each kind as well. */
const common = [
  "Please help me plan a healthy meal for the week, I have 4 children and 2 dogs",
  "What should I ask the doctor about my headache? It began 7 days ago",
  "I want to book a cheap flight to a warm city with my uncle and pay for the seat",
  "Write a letter to my landlord in Hamburg about the broken lock, please use clear steps",
  "我想学习做饭，请告诉我明天的天气。小学 大王 明天",
  "Напиши письмо врачу о головной боли",
];
const english = common.slice(0, 2);
const secrets = [
  "I have lupus and live in Zweibrücken with Ada Lovelace, my code is 4271 and sk7Fq9x",
  "my HIV test, my pin four two seven one, at 18:43 in Zweibrücken, lock 12 - 34 - 56",
  "我得了红斑狼疮，我叫王小明",
  "У меня волчанка, меня зовут Аделаида",
];

function createCluster(accounts = 60) {
  const support = createSupportCounter({ classes });
  for (let account = 0; account < accounts; account++)
    support.addAccount(account === accounts - 1 ? [...common, ...secrets] : common);
  support.freeze();
  return support;
}

const support = createCluster();
const publish = (name: string, description = "Users asked about a meal.") =>
  publishName([{ name, description }], support, { hasPersonalData });

test.each([
  "Plan healthy meals for the week",
  "Ask the doctor about headaches",
  "Book cheap flights to warm cities",
  "Write letters to landlords, plan meals and ask about flights",
])("an ordinary name passes: %s", (name) => {
  expect(publish(name)).not.toBeNull();
});

test.each([
  ["the word", "Ask about lupus"],
  ["in capitals", "Ask about LUPUS"],
  ["in the plural", "Ask about lupuses"],
  ["another person's name", "Plan meals for Ada Lovelace"],
  ["half a name", "Plan meals for Lovelace"],
  ["a place", "Book flights to Zweibrücken"],
  ["a place without its accent", "Book flights to Zweibrucken"],
  ["an abbreviation", "Ask the doctor about HIV"],
  ["a number", "Ask about 4271"],
  ["a number with a separator", "Ask about 4,271"],
  ["a number with full stops", "Ask about 4.2.7.1"],
  ["digits apart", "Ask about 4 2 7 1"],
  ["digits in a list", "Ask about 4, 2 and 7"],
  ["two numbers that nobody says together", "Ask about 7 and 2 dogs"],
  ["Arabic digits", "Ask about ٤٢٧١"],
  ["Devanagari digits", "Ask about ४२७१"],
  ["full-width digits", "Ask about ４２７１"],
  ["digits as words", "Ask about four two seven one"],
  ["Chinese digits", "Ask about 四二七一"],
  ["a Roman numeral", "Ask about XLVII"],
  ["a time", "Ask about 18:43"],
  ["a date of pairs", "Ask about 12-34-56"],
  ["a code", "Ask about sk7Fq9x"],
  ["letters apart", "Ask about l u p u s"],
  ["letters with hyphens", "Ask about l-u-p-u-s"],
  ["letters with full stops", "Ask about L.U.P.U.S."],
  ["letters with commas", "Ask about l, u, p, u, s"],
  ["letters with small words between", "Ask about l and u and p and u and s"],
  ["syllables", "Ask about lu pus"],
  ["a hyphen inside", "Ask about lup-us"],
  ["a slash inside", "Ask about lup/us"],
  ["backwards", "Ask about supul"],
  ["leetspeak", "Ask about 1upu5"],
  ["rot13", "Ask about yhchf"],
  ["base64", "Ask about bHVwdXM"],
  ["hexadecimal", "Ask about 6c75707573"],
  ["places in the alphabet", "Ask about 12 21 16 21 19"],
  ["a Cyrillic letter", "Ask about lupuѕ"],
  ["a Greek letter", "Ask about lυpus"],
  ["look-alikes in a word of everybody", "Ask about meаls"],
  ["small capitals", "Ask about ʟᴜᴘᴜs"],
  ["full-width letters", "Ask about ｌｕｐｕｓ"],
  ["mathematical letters", "Ask about 𝓵𝓾𝓹𝓾𝓼"],
  ["circled letters", "Ask about ⓛⓤⓟⓤⓢ"],
  ["regional letters", "Ask about 🇱🇺🇵🇺🇸"],
  ["braille", "Ask about ⠇⠥⠏⠥⠎"],
  ["a zero-width space", "Ask about lup\u200Bus"],
  ["a soft hyphen", "Ask about lup\u00ADus"],
  ["a combining stroke", "Ask about l̶u̶p̶u̶s̶"],
  ["a symbol that looks like a letter", "Ask about l∪pus"],
  ["Morse code", "Ask about .-.. ..- .--. ..- ..."],
  ["tally marks", "Ask about |||| || |||||||"],
  ["underscores", "Ask_about_lupus"],
  ["camel case", "Ask aboutLupus"],
  ["the case of the letters", "pLaN HeAlThY mEaLs"],
  ["spaces that count", "Plan  healthy   meals"],
  ["two words that nobody says together", "Book flights for the landlord"],
  ["two words with small ones between", "Book flights with the headache"],
  ["Chinese characters of others in a new order", "Ask about 王小明"],
  ["a Chinese illness", "Ask about 红斑狼疮"],
  ["a Russian illness", "Ask about волчанка"],
  ["a Russian name in another case", "Ask about Аделаиды"],
  ["a translation that nobody wrote", "Ask about Schmetterlingsflechte"],
  ["a telephone number in other digits", "Ask about ＋４９ １５１ ２３４５６７８９"],
])("a secret of one account does not pass as %s", (_how, name) => {
  expect(publish(name)).toBeNull();
  expect(publish("Plan meals", `${name}.`)).toBeNull();
});

const letters = fc.string({
  unit: fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz")),
  minLength: 4,
  maxLength: 10,
});
const shift = (text: string, by: number): string =>
  text.replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + by) % 26) + 97));
const mapLetters = (text: string, to: (code: number) => string): string =>
  Array.from(text)
    .map((letter) => to(letter.charCodeAt(0) - 97))
    .join("");
const nato =
  "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu".split(
    " ",
  );

/** Ways to write a secret of Latin letters. */
const disguises: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  capitals: (secret) => secret.toUpperCase(),
  plural: (secret) => `${secret}s`,
  gerund: (secret) => `${secret}ing`,
  spaced: (secret) => Array.from(secret).join(" "),
  hyphenated: (secret) => Array.from(secret).join("-"),
  listed: (secret) => Array.from(secret).join(", "),
  dotted: (secret) => Array.from(secret).join("."),
  halved: (secret) => `${secret.slice(0, secret.length / 2)} ${secret.slice(secret.length / 2)}`,
  parted: (secret) => `${secret.slice(0, secret.length / 2)} and the ${secret.slice(secret.length / 2)}`,
  reversed: (secret) => Array.from(secret).toReversed().join(""),
  caesar: (secret) => shift(secret, 13),
  base64: (secret) => Buffer.from(secret).toString("base64"),
  hex: (secret) => Buffer.from(secret).toString("hex"),
  numbers: (secret) => mapLetters(secret, (code) => `${code + 1} `).trim(),
  fullWidth: (secret) => mapLetters(secret, (code) => String.fromCodePoint(0xff41 + code)),
  script: (secret) => mapLetters(secret, (code) => String.fromCodePoint(0x1d4ea + code)),
  circled: (secret) => mapLetters(secret, (code) => String.fromCodePoint(0x24d0 + code)),
  regional: (secret) => mapLetters(secret, (code) => String.fromCodePoint(0x1f1e6 + code)),
  tags: (secret) => mapLetters(secret, (code) => String.fromCodePoint(0xe0061 + code)),
  zeroWidth: (secret) => Array.from(secret).join("\u200B"),
  struck: (secret) =>
    Array.from(secret)
      .map((letter) => `${letter}\u0336`)
      .join(""),
  lookAlike: (secret) =>
    secret.replace(
      /[aeopcx]/u,
      (letter) => ({ a: "а", e: "е", o: "о", p: "р", c: "с", x: "х" })[letter] ?? letter,
    ),
  leet: (secret) =>
    secret.replaceAll("o", "0").replaceAll("i", "1").replaceAll("e", "3").replaceAll("a", "4"),
  nato: (secret) => mapLetters(secret, (code) => `${nato[code] ?? ""} `).trim(),
  devanagari: (secret) => mapLetters(secret, (code) => String.fromCodePoint(0x0966 + (code % 10))),
};

test("whatever an analyst proposes, a word that one account has never passes in any disguise", () => {
  const everybody = new Set(
    common
      .join(" ")
      .toLowerCase()
      .split(/[^a-z]+/u),
  );
  fc.assert(
    fc.property(letters, fc.constantFrom(...Object.keys(disguises)), (secret, how) => {
      // Chance may make a small word of the language, or nothing to hide.
      fc.pre(classes.classify({ word: secret, kind: "word" }).class === "unknown" && !everybody.has(secret));
      const disguised = disguises[how]?.(secret) ?? secret;
      const leaky = createSupportCounter({ classes });
      for (let account = 0; account < 6; account++)
        leaky.addAccount(account === 0 ? [...english, `my secret is ${secret} or ${disguised}`] : english);
      const published = publishName(
        [
          { name: `Ask about ${disguised}`, description: "Users asked about a meal." },
          { name: "Plan meals", description: `Users asked about ${disguised}.` },
        ],
        leaky,
        { hasPersonalData },
      );
      expect(published).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test("any text that passes is made of public words and of words that enough accounts use", () => {
  const words = common.join(" ").split(/\s+/u);
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(...words, "and", ",", "about"),
          fc.string({ unit: "grapheme", maxLength: 6 }),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      (parts) => {
        const name = parts.join(" ");
        if (publish(name) === null) return;
        expect(support.refusals(name)).toEqual([]);
        expect(name).toMatch(/^[\p{L}\p{M}\p{Nd}\p{P}+ ]+$/u);
      },
    ),
    { numRuns: 300 },
  );
});

test("what a rule on words cannot see: first letters, and which of the supported words were chosen", () => {
  expect(publish("Learn, use, plan, use steps")).not.toBeNull();
  expect(publish("Book flights and ask the doctor about headaches")).not.toBeNull();
});

test("fifty accounts of an attacker cannot publish a word of their own, and a hundred people can", () => {
  const echo = createSupportCounter({ classes });
  for (let account = 0; account < 400; account++)
    echo.addAccount(
      account < 50 ? ["plan a meal with frobnitz"] : account < 150 ? ["plan a meal with veeblefetz"] : common,
    );
  expect(echo.refusals("Plan meals with frobnitz")).toEqual([{ term: "frobnitz", reason: "unknown-word" }]);
  expect(echo.refusals("Plan meals with veeblefetz")).toEqual([]);
});

test("with preset public an attacker's 2,700 conversations of as many accounts cannot publish a word of his own", () => {
  const rule = unknownWordPresets.public;
  const echo = createSupportCounter({ classes: createWordClasses({ unknownWords: rule }) });
  for (let account = 0; account < 6000; account++)
    echo.addAccount([account < 2700 ? "plan a meal with frobnitz" : "plan a meal with veeblefetz"]);
  expect(echo.unsupported("Plan meals with frobnitz")).toEqual(["frobnitz"]);
  expect(echo.unsupported("Plan meals with veeblefetz")).toEqual([]);
  expect(isCommonInRun(2700, 10_000, rule.commonInRun)).toBe(false);
  expect(isCommonInRun(3000, 10_000, rule.commonInRun)).toBe(true);
});

test("a reviewed term needs as many accounts as a word of a dictionary", () => {
  const reviewed = createSupportCounter({ classes: createWordClasses({ terms: new Set(["frobnitz"]) }) });
  for (let account = 0; account < 400; account++)
    reviewed.addAccount(account < 6 ? ["plan a meal with frobnitz and veeblefetz"] : common);
  expect(reviewed.unsupported("Plan meals with frobnitz")).toEqual([]);
  expect(reviewed.unsupported("Plan meals with veeblefetz")).toEqual(["veeblefetz"]);
});
